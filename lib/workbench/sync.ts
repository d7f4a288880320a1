import type { Command, CommandAnswer, ErrorAnswer } from '@/lib/domain/commands';
import type { ArticleEvent } from '@/lib/domain/events';
import type { Instant } from '@/lib/domain/ids';
import { maxCommandsPerRequest } from '@/lib/domain/request-limits';
import type { Outbox, Waiting } from './outbox';
import { rebase } from './rebase';
import type { SaveState } from './save-state';
import type { Store } from './store';
import type { Setback, Transport } from './transport';

export type Sync = {
  readonly getState: () => SaveState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Puts commands into the outbox and sends what waits: those given together go in one request. */
  readonly push: (items: readonly Waiting[]) => void;
  /** Sends what has come into the outbox by itself. */
  readonly wake: () => void;
  /** Tells again where one's work stands: the device has kept something, or cannot. */
  readonly publish: () => void;
  /** Fetches what others did meanwhile. */
  readonly catchUp: () => Promise<void>;
  /** Takes an event that the live stream brought. */
  readonly hear: (event: ArticleEvent) => void;
  /** Tries again at once: the network is back, or the person has signed in. */
  readonly resume: () => void;
  /** The browser says that there is no network. */
  readonly goOffline: () => void;
};

export type SyncOptions = {
  readonly store: Pick<Store, 'getView' | 'receive' | 'refuse' | 'replace'>;
  readonly outbox: Outbox;
  readonly transport: Transport;
  readonly now: () => Instant;
  readonly newId: () => string;
  /** From 0 to 1. */
  readonly random: () => number;
  /** Calls back once after a time; returns what cancels it. */
  readonly schedule: (callback: () => void, afterMs: number) => () => void;
  /** Runs work while no other page of this browser sends for this article. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  readonly getTrouble: () => SaveState['trouble'];
  readonly getRecovered: () => SaveState['recovered'];
};

const firstRetryMs = 1_000;
const longestRetryMs = 30_000;
/**
 * Longer than this, "saving" would not be the truth any more. A second less than what is promised (three seconds until a
 * page says that work is kept on the device): the device may need a part of it, and a busy machine the rest.
 */
export const slowMs = 1_500;
/** A command that breaks the server this often is refused, so that it does not hold up the ones behind it. */
const mostFaults = 5;

/**
 * Carries waiting commands to the server in order, several at once where they wait together, and never drops one. Long,
 * because what is under way, how the network is and when to try again is one state that all of it reads and changes.
 */
export function createSync(options: SyncOptions): Sync {
  const { store, outbox, transport, now, newId, random, schedule, inTurn } = options;
  const listeners = new Set<() => void>();
  const faults = new Map<string, number>();
  let blocked: 'offline' | 'busy' | 'signed-out' | 'lost' | undefined;
  let savedAt: Instant | null = null;
  let failures = 0;
  let isSending = false;
  let isSlow = false;
  let isOffline = false;
  let isGivenUp = false;
  let catching: Promise<void> | undefined;
  let cancelRetry = (): void => {};
  let cancelSlow: (() => void) | undefined;
  /** After a refused request of several commands: how many are still to be sent one by one. */
  let singly = 0;
  let state = presentState();

  function presentState(): SaveState {
    const waiting = outbox.list().length;
    // Where the last try failed, the next one is no news before it is answered.
    const isDoubtful = isSlow || failures > 0;
    const kind =
      blocked ?? (isOffline ? 'offline' : waiting === 0 ? 'saved' : isDoubtful ? 'slow' : 'saving');
    const [trouble, recovered] = [options.getTrouble(), options.getRecovered()];
    return { kind, waiting, kept: outbox.keptCount(), savedAt, trouble, recovered };
  }

  function publish(): void {
    watchSlowness();
    state = presentState();
    for (const listener of listeners) listener();
  }

  /** The clock of honesty runs while something waits, and begins again with each answer. */
  function watchSlowness(isProgress = false): void {
    const isIdle = outbox.list().length === 0;
    if (isIdle || isProgress) {
      cancelSlow?.();
      cancelSlow = undefined;
      isSlow = false;
    }
    if (isIdle) return;
    cancelSlow ??= schedule(() => {
      isSlow = true;
      publish();
    }, slowMs);
  }

  async function pump(): Promise<void> {
    if (isSending || blocked !== undefined || outbox.list().length === 0) return;
    isSending = true;
    await inTurn(sendAll).catch(() => setBack({ kind: 'unreachable', cause: 'busy' }));
    isSending = false;
    if (store.getView().isBehind) void catchUp();
    // What came in as the turn was being given back.
    if (blocked === undefined && outbox.list().length > 0) void pump();
  }

  async function sendAll(): Promise<void> {
    while (blocked === undefined) {
      const batch = outbox.list().slice(0, singly > 0 ? 1 : maxCommandsPerRequest);
      if (batch.length === 0) break;
      const commands = batch.map(({ command }) => command);
      const wasOffline = isOffline;
      const result = await transport.send(commands);
      watchSlowness(true);
      const isAgain = isGivenUp && result.kind === 'unreachable';
      isGivenUp = false;
      if (isAgain) continue;
      // What was under way as the network went tells nothing of now; what was sent without one and answered does.
      if (wasOffline && (result.kind !== 'unreachable' || result.cause !== 'network')) isOffline = false;
      if (result.kind === 'answers') take(commands, result.answers);
      else if (result.kind === 'refused') refuseAll(commands, result.error);
      else setBack(result);
      publish();
    }
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
      faults.delete(commandId);
      if (answer.ok) {
        outbox.remove(commandId);
        events.push(answer.event);
      } else {
        outbox.park(commandId, answer.error);
        refused.push({ commandId, error: answer.error });
      }
    }
    singly = Math.max(0, singly - batch.length);
    if (events.length > 0) {
      savedAt = now();
      store.receive(events);
    }
    for (const { commandId, error } of refused) refuse(commandId, error);
    if (isWhole) failures = 0;
    else setBack({ kind: 'unreachable', cause: 'busy' });
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
    outbox.park(only.commandId, error);
    refuse(only.commandId, error);
  }

  /**
   * What was overtaken is looked at again once it is known by what: where others changed something else it goes again,
   * else it is refused, and both can be shown.
   */
  function refuse(commandId: string, error: ErrorAnswer): void {
    if (error.code !== 'STALE' && error.code !== 'NOT_FOUND') store.refuse(commandId, error);
    else
      void catchUp().then(() => {
        if (error.code !== 'STALE' || !sendAgain(commandId)) store.refuse(commandId, error);
        publish();
      });
  }

  function sendAgain(commandId: string): boolean {
    const item = outbox.find(commandId);
    const command = item && rebase(item.command, item.base, store.getView().confirmed);
    if (item === undefined || command === undefined) return false;
    // The door has given its answer to the first id for ever.
    const again = { ...command, commandId: newId() };
    outbox.remove(commandId);
    store.replace(commandId, again);
    push([{ command: again, at: item.at, base: item.base }]);
    return true;
  }

  function setBack(setback: Exclude<Setback, { kind: 'refused' }>): void {
    cancelRetry();
    if (setback.kind === 'signed-out') {
      blocked = 'signed-out';
      return;
    }
    failures += 1;
    blocked = setback.cause === 'network' ? 'offline' : 'busy';
    const backoffMs = Math.min(longestRetryMs, firstRetryMs * 2 ** (failures - 1));
    // Not all at the same time, when a server comes back that many wait for.
    const jittered = backoffMs * (0.75 + random() / 2);
    cancelRetry = schedule(tryAgain, Math.max(jittered, setback.retryAfterMs ?? 0));
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
      if (result.kind === 'refused') lose(result.error);
      else if (result.kind === 'signed-out' || store.getView().isBehind) setBack(result);
      break;
    }
    publish();
  }

  /** The article is gone: what waits will never be taken, and is given back with that reason. */
  function lose(error: ErrorAnswer): void {
    blocked = 'lost';
    for (const { command } of outbox.list()) {
      outbox.park(command.commandId, error);
      store.refuse(command.commandId, error);
    }
  }

  function resume(): void {
    isOffline = false;
    isGivenUp = transport.giveUp() && isSending;
    tryAgain();
  }

  function tryAgain(): void {
    cancelRetry();
    if (blocked === 'lost') return;
    blocked = undefined;
    publish();
    void pump();
    if (store.getView().isBehind) void catchUp();
  }

  function push(items: readonly Waiting[]): void {
    for (const item of items) outbox.add(item);
    wake();
  }

  function wake(): void {
    publish();
    void pump();
  }

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    push,
    wake,
    publish,
    catchUp,
    hear(event) {
      outbox.remove(event.commandId);
      store.receive([event]);
      publish();
      if (store.getView().isBehind) void catchUp();
    },
    resume,
    goOffline() {
      isOffline = true;
      publish();
    },
  };
}
