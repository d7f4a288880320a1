import type { Actor } from '@/lib/domain/actor';
import type { ArticleState } from '@/lib/domain/apply';
import type { Command, CommandAnswer } from '@/lib/domain/commands';
import type { EventBody } from '@/lib/domain/events';
import type { Instant } from '@/lib/domain/ids';
import { createHistory, type Step } from './history';
import { emptyHistory, type HistoryShelf } from './kept-history';
import { createLive, type Live, type Stream } from './live';
import type { Outbox } from './outbox';
import type { Proposal } from './proposal';
import { createStore, type Store } from './store';
import { createSync, type Sync } from './sync';
import type { Transport } from './transport';

/** An act that was asked for: what it does at once (absent when refused on the spot) and what comes of it. */
export type Act = {
  readonly commandId: string;
  readonly body: EventBody | undefined;
  readonly answer: Promise<CommandAnswer>;
};

/** What came of an undo or redo: the act that it took back, or why nothing happened. */
export type Taken =
  | Exclude<Step, { readonly kind: 'step' }>
  | { readonly kind: 'taken'; readonly act: EventBody };

/** The browser's memory of one article: store, history and the way to the server, joined. */
export type Memory = {
  readonly store: Pick<Store, 'getView' | 'subscribe' | 'receive' | 'dismissRefusal' | 'settleHeld'>;
  readonly sync: Pick<Sync, 'getState' | 'subscribe' | 'catchUp' | 'resume' | 'stop'>;
  readonly live: Live;
  readonly act: (proposal: Proposal) => Act;
  /** Several acts that reach the server in one request, in order. */
  readonly actTogether: (proposals: readonly Proposal[]) => readonly Act[];
  /** Takes back the latest own act, or the one that a command made. */
  readonly undo: (commandId?: string) => Taken;
  readonly redo: () => Taken;
  /** Whether there is an act to take back, or to do again. */
  readonly canTakeBack: (how: 'undo' | 'redo') => boolean;
  /** Puts what is new in the history where it outlives a reload: the page is about to go. */
  readonly keepHistory: () => void;
};

type MemoryOptions = {
  readonly state: ArticleState;
  readonly actor: Actor;
  readonly transport: Transport;
  readonly stream: Stream;
  readonly outbox: Outbox;
  /** Where the history outlives a reload; without it, it lasts as long as the page. */
  readonly shelf?: HistoryShelf | undefined;
  readonly now: () => Instant;
  readonly newId: () => string;
  readonly schedule: (callback: () => void, afterMs: number) => () => void;
};

/** Writing the history down waits until a burst of acts is over. */
const keepAfterMs = 300;

/** Joins the parts; time, ids and the network enter here. */
export function createMemory(options: MemoryOptions): Memory {
  const { state, actor, now, newId, outbox, transport, schedule, shelf } = options;
  const kept = shelf?.load() ?? emptyHistory;
  let held: Command[] | undefined;
  const send = (command: Command): void => {
    if (held === undefined) sync.push(command);
    else held.push(command);
  };
  const store = createStore({ state, removed: kept.removed, actor, now, newId, send });
  const sync = createSync({ store, outbox, transport, now, schedule });
  const live = createLive({
    stream: options.stream,
    seq: () => store.getView().confirmed.seq,
    hear: sync.hear,
    catchUp: async () => {
      await sync.catchUp();
      const { kind } = sync.getState();
      return kind !== 'lost' && kind !== 'signed-out';
    },
    schedule,
  });
  const history = createHistory(() => store.getView().visible, actor, kept);
  let cancelKeeping: (() => void) | undefined;

  function keepHistory(): void {
    if (cancelKeeping === undefined) return;
    cancelKeeping();
    cancelKeeping = undefined;
    shelf?.keep({ ...history.confirmed(), removed: store.getRemoved() });
  }

  function act(proposal: Proposal, how: 'fresh' | 'undo' | 'redo' = 'fresh'): Act {
    let settle: (answer: CommandAnswer) => void = () => {};
    const answer = new Promise<CommandAnswer>((resolve) => {
      settle = resolve;
    });
    // What is tried again is no longer the refused one.
    for (const { command } of store.getView().refusals) {
      if (isAboutSame(command, proposal)) store.dismissRefusal(command.commandId);
    }
    const { commandId, body } = store.propose(proposal, settle);
    if (body !== undefined) history.record({ commandId, at: now(), body }, how);
    void answer.then(({ ok }) => {
      if (ok) history.confirm(commandId);
      else history.forget(commandId);
      cancelKeeping ??= schedule(keepHistory, keepAfterMs);
    });
    return { commandId, body, answer };
  }

  function take(step: Step, how: 'undo' | 'redo'): Taken {
    if (step.kind !== 'step') return step;
    act(step.proposal, how);
    return { kind: 'taken', act: step.act };
  }

  return {
    store,
    sync,
    live,
    act: (proposal) => act(proposal),
    actTogether(proposals) {
      held = [];
      const acts = proposals.map((proposal) => act(proposal));
      const commands = held;
      held = undefined;
      if (commands.length > 0) sync.push(...commands);
      return acts;
    },
    canTakeBack: history.has,
    keepHistory,
    undo: (commandId) => take(history.undo(commandId), 'undo'),
    redo: () => take(history.redo(), 'redo'),
  };
}

/** Whether two commands do the same kind of thing to the same thing. */
function isAboutSame(command: Command, proposal: Proposal): boolean {
  const named = (one: Proposal): readonly (string | undefined)[] => [
    one.type,
    'annotationId' in one ? one.annotationId : undefined,
    'noteId' in one ? one.noteId : undefined,
    'evidenceId' in one ? one.evidenceId : undefined,
    'flagId' in one ? one.flagId : undefined,
    'threadId' in one ? one.threadId : undefined,
    'replyId' in one ? one.replyId : undefined,
  ];
  return named(command).join() === named(proposal).join();
}
