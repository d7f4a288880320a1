import type { Annotation } from './annotation';
import type { Article, Revision } from './article';
import type { ArticleEvent, EventBody, SessionEventBody } from './events';
import type { Instant } from './ids';
import { inLogOrder } from './reply-request';
import type { ReplyRequest } from './reply-request-schema';
import type { Revise } from './revised';
import type { Ballot, Session } from './session';
import { type Clocks, clocksAfter } from './session-clock';
import type { Person } from './team';
import type { TeamRules } from './team-rules';
import type { Reply, Thread } from './thread';

/** An article as everybody sees it after event `seq`. Deleted things are not in it. Plain JSON. */
export type ArticleState = {
  readonly seq: number;
  readonly article: Article;
  readonly revision: Revision;
  readonly annotations: Readonly<Record<string, Annotation>>;
  /** The right-of-reply log, in its order. */
  readonly replyRequests: readonly ReplyRequest[];
  /** The article's latest session, open or closed. */
  readonly session: Session | null;
  /** Every vote of every session on it, as this reader may see it. */
  readonly ballots: readonly Ballot[];
  /** How long claims were held in the session that is under way. */
  readonly clocks: Clocks;
  readonly people: Readonly<Record<string, Person>>;
  readonly rules: TeamRules;
};

/** What `apply` needs of an event: who, when, what. A pending command has these before the server has seen it. */
export type Happening = {
  readonly actor: Person;
  readonly at: Instant;
  readonly body: EventBody;
  /** How new text is taken in. Given where some may come, so that a browser loads it only when some does. */
  readonly revise?: Revise | undefined;
};

/**
 * The state after an event that the server has confirmed. An event that the state already holds
 * (`seq` not above the state's) changes nothing, so a replay is harmless.
 */
export function applyEvent(
  state: ArticleState,
  event: ArticleEvent & Pick<Happening, 'revise'>,
): ArticleState {
  return event.seq <= state.seq ? state : { ...apply(state, event), seq: event.seq };
}

/**
 * The one way in which anything changes a state: my change while it is pending, the confirmed one, a colleague's,
 * a replay. Pure; a change to something that is not there any more is left out.
 */
export function apply(state: ArticleState, { actor, at, body, revise }: Happening): ArticleState {
  const known =
    state.people[actor.id] === undefined
      ? { ...state, people: { ...state.people, [actor.id]: actor } }
      : state;
  if ('session' in body)
    return { ...known, session: body.session, clocks: clocksAfter(known.clocks, body, at) };
  if ('ballot' in body)
    return { ...known, ballots: [...without(known.ballots, body.ballot.id), body.ballot] };
  const after = applyToArticle(known, { actor, at, body, revise });
  return known.session === null || known.session.closing !== null
    ? after
    : { ...after, clocks: clocksAfter(known.clocks, body, at) };
}

function applyToArticle(
  known: ArticleState,
  {
    actor,
    at,
    body,
    revise,
  }: Omit<Happening, 'body'> & { readonly body: Exclude<EventBody, SessionEventBody> },
): ArticleState {
  switch (body.type) {
    case 'article.imported':
    case 'article.deleted':
    case 'article.restored':
      return known;
    case 'article.revised':
      return revise === undefined ? known : revise(known, body, at);
    case 'article.signed_off':
      return { ...known, article: { ...known.article, signOff: body.signOff } };
    case 'article.sign_off_withdrawn':
      return { ...known, article: { ...known.article, signOff: null } };
    case 'article.changed':
      return { ...known, article: { ...known.article, ...body.changes, version: body.version } };
    case 'reply_request.created':
      return {
        ...known,
        replyRequests: [...without(known.replyRequests, body.request.id), body.request].sort(inLogOrder),
      };
    case 'reply_request.changed':
    case 'reply_request.answered': {
      const changes = body.type === 'reply_request.changed' ? body.changes : { answer: body.answer };
      const { requestId, version } = body;
      const to = (request: ReplyRequest) => ({ ...request, ...changes, version, changedAt: at });
      return {
        ...known,
        replyRequests: [...change(known.replyRequests, requestId, to)].sort(inLogOrder),
      };
    }
    case 'annotation.created':
    case 'annotation.restored':
      return { ...known, annotations: { ...known.annotations, [body.annotation.id]: body.annotation } };
    case 'annotation.deleted': {
      const { [body.annotationId]: _gone, ...annotations } = known.annotations;
      return { ...known, annotations };
    }
    default:
      return withAnnotation(known, body.annotationId, (annotation) =>
        withCheck(applyToAnnotation(annotation, actor, at, body), body),
      );
  }
}

/** A change of passage, mark or evidence may bring along a check that it has made stale. */
function withCheck(annotation: Annotation, body: AnnotationEventBody): Annotation {
  return 'check' in body && body.check !== undefined ? { ...annotation, check: body.check } : annotation;
}

/** What happens inside one annotation. */
export type AnnotationEventBody = Extract<EventBody, { readonly annotationId: string }>;

function applyToAnnotation(
  annotation: Annotation,
  actor: Person,
  at: Instant,
  body: Exclude<AnnotationEventBody, { readonly type: 'annotation.deleted' }>,
): Annotation {
  const { notes, evidence, flags, threads } = annotation;
  switch (body.type) {
    case 'annotation.changed': {
      const { mark, anchor, claim, partOfId, repeatsId } = body.changes;
      return {
        ...annotation,
        mark: mark ?? annotation.mark,
        anchor: anchor ?? annotation.anchor,
        claim: claim ?? annotation.claim,
        partOfId: partOfId === undefined ? annotation.partOfId : partOfId,
        repeatsId: repeatsId === undefined ? annotation.repeatsId : repeatsId,
        version: body.version,
        changedAt: at,
      };
    }
    case 'note.created':
    case 'note.restored':
      return { ...annotation, notes: put(notes, body.note) };
    case 'note.changed':
      return {
        ...annotation,
        notes: change(notes, body.noteId, (note) => ({
          ...note,
          body: body.body,
          version: body.version,
          changedAt: at,
        })),
      };
    case 'note.deleted':
      return { ...annotation, notes: without(notes, body.noteId) };
    case 'evidence.created':
    case 'evidence.restored':
      return { ...annotation, evidence: put(evidence, body.evidence) };
    case 'evidence.changed':
      return {
        ...annotation,
        evidence: change(evidence, body.evidenceId, (item) => ({
          ...item,
          ...body.changes,
          version: body.version,
          changedAt: at,
        })),
      };
    case 'evidence.deleted':
      return { ...annotation, evidence: without(evidence, body.evidenceId) };
    case 'flag.raised':
      return { ...annotation, flags: putLast(flags, body.flag) };
    case 'flag.changed':
      return {
        ...annotation,
        flags: change(flags, body.flagId, (flag) => ({ ...flag, ...body.changes, version: body.version })),
      };
    case 'flag.looked': {
      const looked = { byId: actor.id, at, note: body.note };
      return {
        ...annotation,
        flags: change(flags, body.flagId, (flag) => ({ ...flag, looked, version: body.version })),
      };
    }
    case 'flag.reopened':
      return {
        ...annotation,
        flags: change(flags, body.flagId, (flag) => ({ ...flag, looked: null, version: body.version })),
      };
    case 'thread.opened':
      return { ...annotation, threads: put(threads, body.thread) };
    case 'thread.resolved':
    case 'thread.reopened': {
      const resolved = body.type === 'thread.resolved' ? { byId: actor.id, at } : null;
      return {
        ...annotation,
        threads: change(threads, body.threadId, (thread) => ({ ...thread, resolved, version: body.version })),
      };
    }
    case 'thread.replied':
      return {
        ...annotation,
        threads: change(threads, body.threadId, (thread) => ({
          ...thread,
          ...(body.reopens && { resolved: null, version: thread.version + 1 }),
          replies: put(thread.replies, body.reply),
        })),
      };
    case 'reply.restored':
      return { ...annotation, threads: inThread(threads, body.threadId, (list) => put(list, body.reply)) };
    case 'reply.changed':
      return {
        ...annotation,
        threads: inThread(threads, body.threadId, (list) =>
          change(list, body.replyId, (reply) => ({
            ...reply,
            body: body.body,
            mentions: body.mentions,
            version: body.version,
            changedAt: at,
          })),
        ),
      };
    case 'reply.deleted':
      return {
        ...annotation,
        threads: inThread(threads, body.threadId, (list) => without(list, body.replyId)),
      };
    default:
      return annotation; // what happens to a check is the check that the event carries; words set aside change nothing
  }
}

function inThread(
  threads: readonly Thread[],
  id: string,
  to: (replies: readonly Reply[]) => readonly Reply[],
): readonly Thread[] {
  return change(threads, id, (thread) => ({ ...thread, replies: to(thread.replies) }));
}

function withAnnotation(
  state: ArticleState,
  id: string,
  to: (annotation: Annotation) => Annotation,
): ArticleState {
  const annotation = state.annotations[id];
  return annotation === undefined
    ? state
    : { ...state, annotations: { ...state.annotations, [id]: to(annotation) } };
}

type Item = { readonly id: string };
type Dated = Item & { readonly createdAt: Instant };

/** Puts an item into its place by time of creation, once. */
function put<T extends Dated>(list: readonly T[], item: T): readonly T[] {
  return [...without(list, item.id), item].sort((a, b) =>
    a.createdAt === b.createdAt ? (a.id < b.id ? -1 : 1) : a.createdAt < b.createdAt ? -1 : 1,
  );
}

const putLast = <T extends Item>(list: readonly T[], item: T): readonly T[] => [
  ...without(list, item.id),
  item,
];

const without = <T extends Item>(list: readonly T[], id: string): readonly T[] =>
  list.filter((item) => item.id !== id);

const change = <T extends Item>(list: readonly T[], id: string, to: (item: T) => T): readonly T[] =>
  list.map((item) => (item.id === id ? to(item) : item));
