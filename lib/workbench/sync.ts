import type { Command, CommandAnswer, ErrorAnswer } from '@/lib/domain/commands';
import type { ArticleEvent } from '@/lib/domain/events';
import type { Instant } from '@/lib/domain/ids';
import { maxCommandsPerRequest } from '@/lib/domain/request-limits';
import type { Outbox } from './outbox';
import type { Store } from './store';
import type { Setback, Transport } from './transport';

/**
 * Where one's work stands. `waiting` counts changes that the server has not acknowledged; `savedAt` is the
 * last acknowledgement of this visit. `lost`: the article is gone, or one may not see it any more.
 */
export type SaveState = {
  readonly kind: 'saved' | 'saving' | 'retrying' | 'signed-out' | 'lost';
  readonly waiting: number;
  readonly savedAt: Instant | null;
};

export type Sync = {
  readonly getState: () => SaveState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Puts commands into the outbox and sends what waits: those given together go in one request. */
  readonly push: (...commands: readonly Command[]) => void;
  /** Fetches what others did meanwhile. */
  readonly catchUp: () => Promise<void>;
  /** Takes an event that the live stream brought. */
  readonly hear: (event: ArticleEvent) => void;
  /** Tries again at once: the network is back, or the person has signed in. */
  readonly resume: () => void;
  /** Stops retrying; what waits stays in the outbox. */
  readonly stop: () => void;
};

type SyncOptions = {
  readonly store: Pick<Store, 'getView' | 'receive' | 'refuse'>;
  readonly outbox: Outbox;
  readonly transport: Transport;
  readonly now: () => Instant;
  /** Calls back once after a time; returns what cancels it. */
  readonly schedule: (callback: () => void, afterMs: number) => () => void;
};

const firstRetryMs = 1_000;
const longestRetryMs = 30_000;
/** A command that breaks the server this often is refused, so that it does not hold up the ones behind it. */
const mostFaults = 5;

/** Carries waiting commands to the server in order, several at once where they wait together, and never drops one. */
export function createSync({ store, outbox, transport, now, schedule }: SyncOptions): Sync {
  const listeners = new Set<() => void>();
  const faults = new Map<string, number>();
  let blocked: 'retrying' | 'signed-out' | 'lost' | undefined;
  let savedAt: Instant | null = null;
  let failures = 0;
  let isSending = false;
  let catching: Promise<void> | undefined;
  let cancelRetry = (): void => {};
  /** After a refused request of several commands: how many are still to be sent one by one. */
  let singly = 0;
  let state = presentState();

  function presentState(): SaveState {
    const waiting = outbox.list().length;
    return { kind: blocked ?? (waiting > 0 ? 'saving' : 'saved'), waiting, savedAt };
  }

  function publish(): void {
    state = presentState();
    for (const listener of listeners) listener();
  }

  async function pump(): Promise<void> {
    if (isSending || blocked !== undefined) return;
    isSending = true;
    while (blocked === undefined) {
      const batch = outbox.list().slice(0, singly > 0 ? 1 : maxCommandsPerRequest);
      if (batch.length === 0) break;
      const result = await transport.send(batch);
      if (result.kind === 'answers') take(batch, result.answers);
      else if (result.kind === 'refused') refuseAll(batch, result.error);
      else setBack(result);
      publish();
    }
    isSending = false;
    if (store.getView().isBehind) void catchUp();
  }

  function take(batch: readonly Command[], answers: readonly CommandAnswer[]): void {
    const events: ArticleEvent[] = [];
    const refused: { readonly commandId: string; readonly error: ErrorAnswer }[] = [];
    let isWhole = true;
    for (const [index, { commandId }] of batch.entries()) {
      const answer = answers[index];
      if (answer === undefined || (!answer.ok && isPassing(answer.error, commandId))) {
        isWhole = false;
        break;
      }
      outbox.remove(commandId);
      faults.delete(commandId);
      if (answer.ok) events.push(answer.event);
      else refused.push({ commandId, error: answer.error });
    }
    singly = Math.max(0, singly - batch.length);
    if (events.length > 0) {
      savedAt = now();
      store.receive(events);
    }
    for (const { commandId, error } of refused) refuse(commandId, error);
    if (isWhole) failures = 0;
    else setBack({ kind: 'unreachable' });
  }

  /** Whether a refusal may turn out otherwise at the next try. */
  function isPassing({ code }: ErrorAnswer, commandId: string): boolean {
    if (code === 'TOO_MANY' || code === 'UNAVAILABLE') return true;
    if (code !== 'INTERNAL') return false;
    const count = (faults.get(commandId) ?? 0) + 1;
    faults.set(commandId, count);
    return count < mostFaults;
  }

  /** One bad command spoils a whole request: send its fellows one by one, so that only that one is refused. */
  function refuseAll(batch: readonly Command[], error: ErrorAnswer): void {
    const [only] = batch;
    if (batch.length > 1 || only === undefined) {
      singly = batch.length;
      return;
    }
    singly = Math.max(0, singly - 1);
    outbox.remove(only.commandId);
    refuse(only.commandId, error);
  }

  /** What was overtaken is refused once it is known by what: a retry then meets the present, and both can be shown. */
  function refuse(commandId: string, error: ErrorAnswer): void {
    if (error.code !== 'STALE' && error.code !== 'NOT_FOUND') store.refuse(commandId, error);
    else void catchUp().then(() => store.refuse(commandId, error));
  }

  function setBack(setback: Exclude<Setback, { kind: 'refused' }>): void {
    cancelRetry();
    if (setback.kind === 'signed-out') {
      blocked = 'signed-out';
      return;
    }
    failures += 1;
    blocked = 'retrying';
    const backoffMs = Math.min(longestRetryMs, firstRetryMs * 2 ** (failures - 1));
    cancelRetry = schedule(resume, Math.max(backoffMs, setback.retryAfterMs ?? 0));
  }

  function catchUp(): Promise<void> {
    catching ??= fetchMissing().finally(() => {
      catching = undefined;
    });
    return catching;
  }

  async function fetchMissing(): Promise<void> {
    for (;;) {
      const after = store.getView().confirmed.seq;
      const result = await transport.findEvents(after);
      if (result.kind === 'events') {
        for (const { commandId } of result.events) outbox.remove(commandId);
        store.receive(result.events);
        if (result.isWhole || store.getView().confirmed.seq === after) break;
        continue;
      }
      if (result.kind === 'refused') blocked = 'lost';
      else if (result.kind === 'signed-out' || store.getView().isBehind) setBack(result);
      break;
    }
    publish();
  }

  function resume(): void {
    cancelRetry();
    if (blocked === 'lost') return;
    blocked = undefined;
    publish();
    void pump();
    if (store.getView().isBehind) void catchUp();
  }

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    push(...commands) {
      for (const command of commands) outbox.add(command);
      publish();
      void pump();
    },
    catchUp,
    hear(event) {
      outbox.remove(event.commandId);
      store.receive([event]);
      publish();
      if (store.getView().isBehind) void catchUp();
    },
    resume,
    stop: () => cancelRetry(),
  };
}
