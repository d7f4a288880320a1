import type { Actor } from '@/lib/domain/actor';
import type { ArticleState } from '@/lib/domain/apply';
import type { CommandAnswer } from '@/lib/domain/commands';
import type { EventBody } from '@/lib/domain/events';
import type { Person } from '@/lib/domain/team';
import type { History, Step } from './history';
import type { Act as DoneAct } from './kept-history';
import type { Given, Late, LateOptions } from './late-memory';
import { createLive, type Live, type Stream } from './live';
import type { Proposal } from './proposal';
import type { SaveState } from './save-state';
import { createStore, type Store } from './store';

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

/** The browser's memory of one article: what is shown, and the way to the device and the server, joined. */
export type Memory = {
  readonly store: Pick<Store, 'getView' | 'subscribe' | 'receive' | 'dismissRefusal' | 'settleHeld'>;
  readonly sync: {
    readonly getState: () => SaveState;
    readonly subscribe: (listener: () => void) => () => void;
    readonly catchUp: () => Promise<void>;
    readonly resume: () => void;
    readonly goOffline: () => void;
    readonly dismissRecovered: () => void;
  };
  readonly live: Live;
  /** The person has another role now: from here on it is decided by that one what is shown at once. */
  readonly become: (actor: Actor) => void;
  readonly act: (proposal: Proposal) => Act;
  /** Several acts that reach the server in one request, in order, and are one step to undo. */
  readonly actTogether: (proposals: readonly Proposal[]) => readonly Act[];
  /** Takes back the latest own step, or the one that a command belongs to. */
  readonly undo: (commandId?: string) => Promise<Taken>;
  readonly redo: () => Promise<Taken>;
  /** Whether there is an act to take back, or to do again. */
  readonly canTakeBack: (how: 'undo' | 'redo') => boolean;
  /** Whether something would be lost if the page went now. */
  readonly hasUnkept: () => boolean;
  /** Who changed a thing last, as far as this page has heard. */
  readonly whoChanged: (id: string) => Person | undefined;
  /** Annotations to which colleagues did something that this person has not looked at; the same set until it changes. */
  readonly unread: () => ReadonlySet<string>;
  readonly markRead: (annotationIds: readonly string[]) => void;
  /** Fetches what sends and keeps, if it is not here yet. */
  readonly wake: () => void;
};

export type MemoryOptions = Omit<LateOptions, 'store' | 'articleId' | 'onUnread'> & {
  readonly state: ArticleState;
  readonly actor: Actor;
  readonly stream: Stream;
};

/** How long the history is not written down again after it was: a burst of acts is written twice. */
const keepAfterMs = 60;
const loadAgainMs = 1_000;

type Recorded = readonly [DoneAct, 'fresh' | 'undo' | 'redo'];

/**
 * Joins the parts; time, ids and the network enter here. What sends and keeps comes after the first paint
 * (`late-memory`): what is done before waits in this memory and goes first. Long, because it joins them all.
 */
export function createMemory(options: MemoryOptions): Memory {
  const { state, actor, now, newId, schedule } = options;
  const listeners = new Set<() => void>();
  const early: Given[] = [];
  const recorded: Recorded[] = [];
  let late: Late | undefined;
  let loading: Promise<Late> | undefined;
  let gathered: Given[] | undefined;
  let earlyState = stateOf(0);

  const store = createStore({
    state,
    actor,
    now,
    newId,
    send(command, at, before) {
      const given = { command, at, before };
      if (gathered === undefined) push([given]);
      else gathered.push(given);
    },
  });

  function publish(): void {
    for (const listener of listeners) listener();
  }

  function push(given: readonly Given[]): void {
    if (late !== undefined) {
      late.push(given);
      return;
    }
    early.push(...given);
    earlyState = stateOf(early.length);
    publish();
    void load();
  }

  function load(): Promise<Late> {
    loading ??= begin();
    return loading;
  }

  async function begin(): Promise<Late> {
    for (;;) {
      const code = await import('./late-memory').catch(() => undefined);
      if (code === undefined) {
        // Without a network not even this comes: what waits, waits in the page.
        await new Promise<void>((resolve) => schedule(resolve, loadAgainMs));
        continue;
      }
      const joined = code.createLate({
        ...options,
        store,
        articleId: state.article.id,
        onUnread: publish,
      });
      joined.sync.subscribe(publish);
      for (const [act, how] of recorded) joined.history.record(act, how);
      late = joined;
      late.push(early);
      publish();
      return joined;
    }
  }

  const live = createLive({
    stream: options.stream,
    known: () => store.getView().confirmed,
    takeRules: store.takeRules,
    hear(event) {
      if (late !== undefined) {
        late.sync.hear(event);
        return;
      }
      store.receive([event]);
      if (store.getView().isBehind) void catchUp();
    },
    renew(now) {
      if (!store.renew(now)) void catchUp();
    },
    catchUp: async () => {
      await catchUp();
      const kind = late?.sync.getState().kind;
      return kind !== 'lost' && kind !== 'signed-out';
    },
    onBack: () => late?.sync.resume(),
    schedule,
  });

  const catchUp = async (): Promise<void> => (await load()).sync.catchUp();
  let isResting = false;
  let isDue = false;

  /** At once, because the next thing may be that the page is left. */
  function keepHistory(): void {
    isDue = isResting;
    if (isResting) return;
    late?.keepHistory();
    isResting = true;
    schedule(() => {
      isResting = false;
      if (isDue) keepHistory();
    }, keepAfterMs);
  }

  function act(wish: Proposal, how: Recorded[1] = 'fresh', stepId?: string): Act {
    const proposal = late?.onPresent(wish) ?? wish;
    let settle: (answer: CommandAnswer) => void = () => {};
    const answer = new Promise<CommandAnswer>((resolve) => {
      settle = resolve;
    });
    // What is tried again is no longer the refused one.
    for (const { command } of store.getView().refusals) {
      if (isAboutSame(command, proposal)) dismissRefusal(command.commandId);
    }
    const { visible } = store.getView();
    const { commandId, body } = store.propose(proposal, settle);
    if (body !== undefined) {
      const before = 'annotationId' in body ? visible.annotations[body.annotationId]?.check : undefined;
      record([{ commandId, at: now(), body, before, stepId }, how]);
    }
    void answer.then(async ({ ok }) => {
      const { history } = await load();
      if (ok) history.confirm(commandId);
      else history.forget(commandId);
      keepHistory();
    });
    return { commandId, body, answer };
  }

  function record(act: Recorded): void {
    if (late === undefined) recorded.push(act);
    else late.history.record(...act);
  }

  function actAll(proposals: readonly Proposal[], how: Recorded[1]): readonly Act[] {
    gathered = [];
    const stepId = proposals.length > 1 ? newId() : undefined;
    const acts = proposals.map((proposal) => act(proposal, how, stepId));
    const given = gathered;
    gathered = undefined;
    if (given.length > 0) push(given);
    return acts;
  }

  /** The history; where it is empty, with what the page before has left. */
  async function recalled(how: 'undo' | 'redo'): Promise<History> {
    const { history, opened } = await load();
    if (!history.has(how)) await opened;
    return history;
  }

  function take(step: Step, how: 'undo' | 'redo'): Taken {
    if (step.kind !== 'step') return step;
    actAll(step.proposals, how);
    return { kind: 'taken', act: step.act };
  }

  function dismissRefusal(commandId: string): void {
    store.dismissRefusal(commandId);
    late?.drop(commandId);
  }

  return {
    store: { ...store, dismissRefusal },
    sync: {
      getState: () => late?.sync.getState() ?? earlyState,
      subscribe(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      catchUp,
      resume() {
        live.resume();
        void load().then(({ sync }) => sync.resume());
      },
      goOffline: () => late?.sync.goOffline(),
      dismissRecovered: () => late?.dismissRecovered(),
    },
    live,
    become: store.become,
    act: (proposal) => act(proposal),
    actTogether: (proposals) => actAll(proposals, 'fresh'),
    canTakeBack: (how) => late?.history.has(how) ?? (how === 'undo' && recorded.length > 0),
    undo: async (commandId) => take((await recalled('undo')).undo(commandId), 'undo'),
    redo: async () => take((await recalled('redo')).redo(), 'redo'),
    hasUnkept: () => late?.hasUnkept() ?? early.length + options.drafts.all().length > 0,
    whoChanged: (id) => late?.whoChanged(id),
    unread: () => late?.unread.ids() ?? nothingUnread,
    markRead: (ids) => late?.unread.read(ids),
    wake: () => void load(),
  };
}

const nothingUnread: ReadonlySet<string> = new Set();

const stateOf = (waiting: number): SaveState => ({
  kind: waiting > 0 ? 'saving' : 'saved',
  waiting,
  kept: 0,
  savedAt: null,
  trouble: undefined,
  recovered: undefined,
});

/** Whether two commands do the same kind of thing to the same thing; words set aside settle what they were refused for. */
function isAboutSame(command: Proposal, proposal: Proposal): boolean {
  if (proposal.type === 'words.set_aside') return itemIdOf(command) === proposal.itemId;
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

/** What a command changes, by the id that it has in a conflict. */
function itemIdOf(command: Proposal): string | undefined {
  if ('noteId' in command) return command.noteId;
  if ('replyId' in command) return command.replyId;
  if ('evidenceId' in command) return command.evidenceId;
  if ('flagId' in command) return command.flagId;
  return command.type === 'annotation.change' ? command.annotationId : undefined;
}
