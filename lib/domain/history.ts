import type { Mark } from './annotation';
import type { ArticleEvent, EventBody } from './events';
import type { Page } from './lists';
import type { Person } from './team';
import type { ThreadKind } from './thread';

/** The kinds of happening that a history can be narrowed down to. */
export const historyKinds = [
  'marks',
  'notes',
  'evidence',
  'flags',
  'check',
  'threads',
  'session',
  'article',
] as const;
export type HistoryKind = (typeof historyKinds)[number];

/** Which part of an article's history: whose acts, which kind, about which annotation. */
export type HistoryQuery = {
  readonly person?: string | undefined;
  readonly kind?: HistoryKind | undefined;
  readonly annotation?: string | undefined;
  /** Only what happened before this `seq`. */
  readonly before?: number | undefined;
};

/** One happening, with what is needed to say it in words. */
export type HistoryLine = {
  readonly event: ArticleEvent;
  /** The annotation it is about, as it is called now; absent for the article's own events. */
  readonly about: {
    readonly id: string;
    readonly mark: Mark;
    readonly exact: string;
    readonly isDeleted: boolean;
  } | null;
  /** What the evidence is called now, for events that name it only by its id. */
  readonly evidenceTitle: string | null;
  readonly threadKind: ThreadKind | null;
};

/** A page of an article's history, latest first; `next` is the `before` of the following page. */
export type History = Page<HistoryLine> & {
  /** Number of the latest event of the article. */
  readonly last: number;
  /** Everybody who has done something on the article, by name. */
  readonly people: readonly Person[];
  /** Up to this number it came in with a Galley file, and is what that file says; 0 where it all happened here. */
  readonly fromFileUpTo: number;
  /** Names of those whom the lines mention. */
  readonly names: Readonly<Record<string, Person>>;
};

/** The kind of each event: a new event has to be put into one of them. */
export const kindOfEvent: Readonly<Record<EventBody['type'], HistoryKind>> = {
  'article.imported': 'article',
  'article.changed': 'article',
  'article.revised': 'article',
  'article.deleted': 'article',
  'article.restored': 'article',
  'article.signed_off': 'article',
  'article.sign_off_withdrawn': 'article',
  'reply_request.created': 'article',
  'reply_request.changed': 'article',
  'reply_request.answered': 'article',
  'annotation.created': 'marks',
  'annotation.changed': 'marks',
  'annotation.deleted': 'marks',
  'annotation.restored': 'marks',
  'note.created': 'notes',
  'note.changed': 'notes',
  'note.deleted': 'notes',
  'note.restored': 'notes',
  'evidence.created': 'evidence',
  'evidence.changed': 'evidence',
  'evidence.deleted': 'evidence',
  'evidence.restored': 'evidence',
  'flag.raised': 'flags',
  'flag.changed': 'flags',
  'flag.looked': 'flags',
  'flag.reopened': 'flags',
  'words.set_aside': 'notes',
  'check.planned': 'check',
  'check.begun': 'check',
  'check.released': 'check',
  'check.waiting': 'check',
  'check.resumed': 'check',
  'check.proposed': 'check',
  'check.withdrawn': 'check',
  'check.reviewed': 'check',
  'check.disputed': 'check',
  'check.decided': 'check',
  'check.signed_off': 'check',
  'check.reopened': 'check',
  'check.rechecked': 'check',
  'thread.opened': 'threads',
  'thread.replied': 'threads',
  'thread.resolved': 'threads',
  'thread.reopened': 'threads',
  'reply.changed': 'threads',
  'reply.deleted': 'threads',
  'reply.restored': 'threads',
  'session.opened': 'session',
  'session.changed': 'session',
  'session.joined': 'session',
  'session.vote_called': 'session',
  'session.voted': 'session',
  'session.revealed': 'session',
  'session.frozen': 'session',
  'session.thawed': 'session',
  'session.closed': 'session',
  'session.reopened': 'session',
};

/** The events of a kind, by the names that the record has for them. */
export function eventsOfKind(kind: HistoryKind): string[] {
  return Object.entries(kindOfEvent).flatMap(([type, own]) => (own === kind ? [type] : []));
}
