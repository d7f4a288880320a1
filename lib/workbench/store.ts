import type { Actor } from '@/lib/domain/actor';
import { type ArticleState, apply, applyEvent } from '@/lib/domain/apply';
import type { Command, CommandAnswer, ErrorAnswer } from '@/lib/domain/commands';
import { DomainError } from '@/lib/domain/errors';
import type { ArticleEvent, EventBody } from '@/lib/domain/events';
import type { Instant } from '@/lib/domain/ids';
import { decide, type Given } from '@/lib/domain/laws/decide';
import { givenIn } from '@/lib/domain/laws/given-in';
import type { Revise, RevisedBody } from '@/lib/domain/revised';
import type { TeamRules } from '@/lib/domain/team-rules';
import { annotationIdOf, type Held, hold, holdChanged, nothingHeld, release } from './held';
import type { Proposal } from './proposal';
import { joined, nothingRemoved, type Removed, remember } from './removed';

/** A change that was asked for and whose event has not been applied yet. `isSaved`: the server has it. */
export type Pending = { readonly command: Command; readonly at: Instant; readonly isSaved: boolean };

/** A change that the server refused, with all that was typed in it. */
export type Refusal = { readonly command: Command; readonly error: ErrorAnswer };

/** The event of new text. */
export type NewTextEvent = ArticleEvent & { readonly body: RevisedBody };

/** What the workbench shows. `visible` is `pending` applied on top of `confirmed`. */
export type View = {
  readonly confirmed: ArticleState;
  readonly visible: ArticleState;
  readonly pending: readonly Pending[];
  readonly refusals: readonly Refusal[];
  /** Events are known to be missing between `confirmed` and the newest answer. */
  readonly isBehind: boolean;
  /** What colleagues changed and the margin does not show yet. */
  readonly held: Held;
  /** New text that waits to be taken, because it moves what is being read; what came after it waits as well. */
  readonly newText: NewTextEvent | undefined;
};

/** A proposal's id, and what it makes happen; `body` is absent when it was refused on the spot. */
export type Proposed = { readonly commandId: string; readonly body: EventBody | undefined };

export type Store = {
  readonly getView: () => View;
  /** Calls back after each change of the view; returns what ends it. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Shows a change at once and hands it to `send`; `onSettled` is told the server's answer, or the refusal. */
  readonly propose: (proposal: Proposal, onSettled?: (answer: CommandAnswer) => void) => Proposed;
  /** Takes confirmed events, own and others', in any order and any number of times; new text only with `revise`. */
  readonly receive: (events: readonly ArticleEvent[], revise?: Revise) => void;
  /**
   * Takes the article anew, where too much was missed to be told one by one. Answers false when its text is another
   * one: that is told event by event, because the reader is asked first. Older than what is known changes nothing.
   */
  readonly renew: (state: ArticleState) => boolean;
  /** The team checks by these rules from now on, and its members have these names. */
  readonly takeRules: (rules: TeamRules) => void;
  /** Takes back a pending change that the server refused and keeps it with its reason. */
  readonly refuse: (commandId: string, error: ErrorAnswer) => void;
  /** Shows what an earlier page has left: changes that are still to be sent, and refused ones. */
  readonly adopt: (commands: readonly Adopted[], refusals: readonly Refusal[]) => void;
  /** Lets a pending change go on as another command, which its answer will name. */
  readonly replace: (commandId: string, command: Command) => void;
  /** Knows again what was deleted in the visit before and may still be restored. */
  readonly recall: (removed: Removed) => void;
  readonly dismissRefusal: (commandId: string) => void;
  /** Lets the margin show what colleagues did to these annotations, or to all. */
  readonly settleHeld: (annotationIds?: readonly string[]) => void;
  /** For whom it is decided what is shown at once; another value once the person has another role. */
  readonly getActor: () => Actor;
  readonly become: (actor: Actor) => void;
  /** What was deleted and can be restored. */
  readonly getRemoved: () => Removed;
};

/** A change of an earlier page; `onSettled` is told what comes of it. */
export type Adopted = {
  readonly command: Command;
  readonly at: Instant;
  readonly onSettled: (answer: CommandAnswer) => void;
};

type StoreOptions = {
  readonly state: ArticleState;
  readonly actor: Actor;
  readonly now: () => Instant;
  readonly newId: () => string;
  /** `before` is what was shown until then. */
  readonly send: (command: Command, at: Instant, before: ArticleState) => void;
};

/** An article's state together with what was deleted on the way to it. */
type Known = { readonly state: ArticleState; readonly removed: Removed };

/**
 * The browser's memory of one article: what the server has confirmed, and one's own changes on top. Long, because all
 * of it works on these two.
 */
export function createStore({ state, actor: first, now, newId, send }: StoreOptions): Store {
  let actor = first;
  const person = { id: actor.userId, name: actor.name };
  const listeners = new Set<() => void>();
  const waiting = new Map<string, (answer: CommandAnswer) => void>();
  const early = new Map<number, ArticleEvent>();
  let confirmed: Known = { state, removed: nothingRemoved };
  let visible = confirmed;
  let view: View = {
    confirmed: state,
    visible: state,
    pending: [],
    refusals: [],
    isBehind: false,
    held: nothingHeld,
    newText: undefined,
  };

  const next = (): ArticleEvent | undefined => early.get(confirmed.state.seq + 1);

  function nextText(): NewTextEvent | undefined {
    const event = next();
    return event?.body.type === 'article.revised' ? { ...event, body: event.body } : undefined;
  }

  function publish(changes: Partial<Pick<View, 'pending' | 'refusals' | 'held'>>): void {
    const waiting = nextText();
    const newText = waiting?.seq === view.newText?.seq ? view.newText : waiting;
    view = {
      ...view,
      ...changes,
      confirmed: confirmed.state,
      visible: visible.state,
      isBehind: early.size > 0 && newText === undefined,
      newText,
    };
    for (const listener of listeners) listener();
  }

  function settle(commandId: string, answer: CommandAnswer): void {
    const onSettled = waiting.get(commandId);
    waiting.delete(commandId);
    onSettled?.(answer);
  }

  function propose(proposal: Proposal, onSettled?: (answer: CommandAnswer) => void): Proposed {
    const command: Command = { commandId: newId(), ...proposal };
    const { commandId } = command;
    const before = visible.state;
    const at = now();
    const body = tryDecide(command, visible, actor, at);
    if (onSettled) waiting.set(commandId, onSettled);
    if (body instanceof DomainError) {
      // Whoever asked is told and still has what was typed; only a late refusal must be kept.
      const { code, message, details } = body;
      const error = { code, message, id: '', current: details?.current };
      const id = 'annotationId' in command ? command.annotationId : undefined;
      // What was typed rested on what the margin showed before a colleague's change: keep it, and show the present.
      if (id !== undefined && view.held.has(id))
        publish({ refusals: [...view.refusals, { command, error }], held: release(view.held, [id]) });
      settle(commandId, { ok: false, error });
      return { commandId, body: undefined };
    }
    visible = happen(visible, { actor: person, at, body });
    const id = annotationIdOf(body);
    publish({
      pending: [...view.pending, { command, at, isSaved: false }],
      // Whoever acts on an annotation wants to see it as it is now.
      held: id === undefined ? view.held : release(view.held, [id]),
    });
    send(command, at, before);
    return { commandId, body };
  }

  function receive(events: readonly ArticleEvent[], revise?: Revise): void {
    for (const event of events) if (event.seq > confirmed.state.seq) early.set(event.seq, event);
    const before = visible.state.annotations;
    const news: ArticleEvent[] = [];
    const applied = new Set(events.filter(({ seq }) => !early.has(seq)).map(({ commandId }) => commandId));
    for (;;) {
      const event = next();
      if (event === undefined || (event.body.type === 'article.revised' && revise === undefined)) break;
      early.delete(event.seq);
      applied.add(event.commandId);
      news.push(event);
      confirmed = {
        state: applyEvent(confirmed.state, { ...event, revise }),
        removed: remember(confirmed.removed, confirmed.state, event.body),
      };
      if (event.body.type === 'article.revised') revise = undefined;
    }
    const saved = new Set(events.map(({ commandId }) => commandId));
    const pending = view.pending
      .filter(({ command }) => !applied.has(command.commandId))
      .map((item) => (saved.has(item.command.commandId) ? { ...item, isSaved: true } : item));
    visible = rebuild(pending);
    // Where an act of one's own is on its way one looks at what becomes of it: nothing is held back there.
    const own = new Set(
      view.pending.map(({ command }) => ('annotationId' in command ? command.annotationId : '')),
    );
    const others = news.filter(({ body }) => !own.has(annotationIdOf(body) ?? ''));
    publish({ pending, held: hold(view.held, before, others, actor.userId) });
    for (const event of events) settle(event.commandId, { ok: true, event });
  }

  function renew(next: ArticleState): boolean {
    if (next.seq <= confirmed.state.seq) return true;
    if (next.revision.id !== confirmed.state.revision.id) return false;
    const before = visible.state.annotations;
    const told = new Set<string>();
    for (const [seq, { commandId }] of early) {
      if (seq > next.seq) continue;
      early.delete(seq);
      told.add(commandId);
    }
    confirmed = { state: next, removed: confirmed.removed };
    const pending = view.pending.filter(({ command }) => !told.has(command.commandId));
    visible = rebuild(pending);
    publish({ pending, held: holdChanged(view.held, before, visible.state.annotations) });
    receive([]);
    return true;
  }

  function refuse(commandId: string, error: ErrorAnswer): void {
    const refused = view.pending.find(({ command }) => command.commandId === commandId);
    if (refused === undefined) return;
    const pending = view.pending.filter((item) => item !== refused);
    visible = rebuild(pending);
    publish({ pending, refusals: [...view.refusals, { command: refused.command, error }] });
    settle(commandId, { ok: false, error });
  }

  /** Pending changes on top of what is confirmed. One that no longer fits shows nothing; the server decides it. */
  function rebuild(pending: readonly Pending[]): Known {
    return pending.reduce((known, { command, at }) => {
      const body = tryDecide(command, known, actor, at);
      return body instanceof DomainError ? known : happen(known, { actor: person, at, body });
    }, confirmed);
  }

  return {
    getView: () => view,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getRemoved: () => visible.removed,
    getActor: () => actor,
    become(next) {
      actor = next;
    },
    propose,
    receive,
    renew,
    takeRules(rules) {
      const { people } = confirmed.state;
      const named = rules.members.map(({ id, name }) => [id, { id, name }] as const);
      confirmed = {
        ...confirmed,
        state: { ...confirmed.state, rules, people: { ...people, ...Object.fromEntries(named) } },
      };
      visible = rebuild(view.pending);
      publish({});
    },
    refuse,
    adopt(commands, refused) {
      for (const { command, onSettled } of commands) waiting.set(command.commandId, onSettled);
      const adopted = commands.map(({ command, at }) => ({ command, at, isSaved: false }));
      const pending = [...adopted, ...view.pending];
      visible = rebuild(pending);
      publish({ pending, refusals: [...refused, ...view.refusals] });
    },
    replace(commandId, command) {
      const onSettled = waiting.get(commandId);
      waiting.delete(commandId);
      if (onSettled) waiting.set(command.commandId, onSettled);
      const pending = view.pending.map((item) =>
        item.command.commandId === commandId ? { ...item, command } : item,
      );
      visible = rebuild(pending);
      publish({ pending });
    },
    recall(removed) {
      confirmed = { ...confirmed, removed: joined(removed, confirmed.removed) };
      visible = rebuild(view.pending);
    },
    settleHeld(annotationIds) {
      const held = release(view.held, annotationIds);
      if (held !== view.held) publish({ held });
    },
    dismissRefusal(commandId) {
      publish({ refusals: view.refusals.filter(({ command }) => command.commandId !== commandId) });
    },
  };
}

function happen(known: Known, happening: Parameters<typeof apply>[1]): Known {
  return {
    state: apply(known.state, happening),
    removed: remember(known.removed, known.state, happening.body),
  };
}

function tryDecide(command: Command, known: Known, actor: Actor, at: Instant): EventBody | DomainError {
  try {
    return decide(command, givenFor(command, known, actor, at));
  } catch (refusal) {
    if (refusal instanceof DomainError) return refusal;
    throw refusal;
  }
}

/** What the browser can lay before the law: what it shows now, and what was deleted during this visit. */
function givenFor(command: Command, { state, removed }: Known, actor: Actor, at: Instant): Given {
  return givenIn(command, state, { actor, at, removed: removedFor(command, removed) });
}

function removedFor(command: Command, removed: Removed): NonNullable<Given['removed']> {
  if (!('annotationId' in command)) return {};
  const annotation = removed.annotations[command.annotationId];
  const note = 'noteId' in command ? removed.notes[command.noteId] : undefined;
  const evidence = 'evidenceId' in command ? removed.evidence[command.evidenceId] : undefined;
  const reply = 'replyId' in command ? removed.replies[command.replyId] : undefined;
  return {
    ...(annotation && { annotation }),
    ...(note && { note }),
    ...(evidence && { evidence }),
    ...(reply && { reply }),
  };
}
