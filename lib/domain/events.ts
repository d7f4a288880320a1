import type { Anchor } from './anchor';
import type { Annotation, ClaimFields, Flag, FlagFields, Mark, Note } from './annotation';
import type { ArticleDetails } from './article';
import type { ArticleSignOff } from './article-sign-off-schema';
import type { Check, CheckPlan } from './check';
import type { Evidence, EvidenceFields } from './evidence';
import type { Instant } from './ids';
import type { ReplyRequest, ReplyRequestFields, RequestAnswer } from './reply-request-schema';
import type { RevisedBody } from './revised';
import type { RichText } from './rich-text';
import type { Ballot, Session, SessionFields } from './session';
import type { Clocks } from './session-clock';
import type { SetAsideKind } from './set-aside';
import type { Person } from './team';
import type { Reply, Thread } from './thread';

/** What an annotation's change carries: only the fields that changed. */
export type AnnotationChanges = {
  readonly mark?: Mark | undefined;
  readonly anchor?: Anchor | undefined;
  readonly claim?: ClaimFields | undefined;
  readonly partOfId?: string | null | undefined;
  readonly repeatsId?: string | null | undefined;
};

/** The Galley file that an article came from with its record: whose, of when, and the head of that record. */
export type FileOrigin = {
  readonly team: string;
  readonly exportedAt: Instant;
  readonly seq: number;
  readonly hash: string;
};

/** What can happen to a check. */
export const checkEventTypes = [
  'check.planned',
  'check.begun',
  'check.released',
  'check.waiting',
  'check.resumed',
  'check.proposed',
  'check.withdrawn',
  'check.reviewed',
  'check.disputed',
  'check.decided',
  'check.signed_off',
  'check.reopened',
  'check.rechecked',
] as const;

/** What happened to a check. The whole check as it is afterwards, so that nothing has to be worked out again. */
export type CheckEventBody = {
  readonly type: (typeof checkEventTypes)[number];
  readonly annotationId: string;
  readonly check: Check;
  /** What the person said; empty where nothing is asked. */
  readonly reason: string;
  /** The planned fields that changed, as they were. */
  readonly before?: Partial<CheckPlan> | undefined;
};

/** What happened in a session: the whole session, or the whole ballot, as it is afterwards. */
export type SessionEventBody =
  | {
      readonly type: 'session.opened' | 'session.reopened';
      readonly session: Session;
      /** The clocks from then on: those of claims that somebody is on run. */
      readonly clocks: Clocks;
    }
  | { readonly type: 'session.changed'; readonly session: Session; readonly before: Partial<SessionFields> }
  | {
      readonly type: 'session.joined' | 'session.frozen' | 'session.thawed' | 'session.closed';
      readonly session: Session;
    }
  | {
      readonly type: 'session.vote_called' | 'session.voted' | 'session.revealed';
      readonly ballot: Ballot;
    };

/**
 * What happened, complete enough that `apply` needs nothing else. `version` is the version after the event;
 * `before` holds the old values of the fields that changed, so that history and undo need no second look.
 */
export type EventBody =
  | {
      readonly type: 'article.imported';
      readonly title: string;
      /** Where everything before this event comes from. */
      readonly from?: FileOrigin | undefined;
    }
  | {
      readonly type: 'article.changed';
      readonly version: number;
      readonly changes: Partial<ArticleDetails>;
      readonly before: Partial<ArticleDetails>;
    }
  | RevisedBody
  | { readonly type: 'article.deleted' }
  | { readonly type: 'article.restored' }
  | { readonly type: 'article.signed_off'; readonly signOff: ArticleSignOff }
  | { readonly type: 'article.sign_off_withdrawn'; readonly reason: string; readonly before: ArticleSignOff }
  | { readonly type: 'reply_request.created'; readonly request: ReplyRequest }
  | {
      readonly type: 'reply_request.changed';
      readonly requestId: string;
      readonly version: number;
      readonly changes: Partial<ReplyRequestFields>;
      readonly before: Partial<ReplyRequestFields>;
    }
  | {
      readonly type: 'reply_request.answered';
      readonly requestId: string;
      readonly version: number;
      readonly answer: RequestAnswer | null;
      readonly before: RequestAnswer | null;
    }
  | { readonly type: 'annotation.created'; readonly annotation: Annotation }
  | {
      readonly type: 'annotation.changed';
      readonly annotationId: string;
      readonly version: number;
      readonly changes: AnnotationChanges;
      readonly before: AnnotationChanges;
      readonly check?: Check | undefined;
    }
  | { readonly type: 'annotation.deleted'; readonly annotationId: string; readonly version: number }
  | { readonly type: 'annotation.restored'; readonly annotation: Annotation }
  | { readonly type: 'note.created'; readonly annotationId: string; readonly note: Note }
  | {
      readonly type: 'note.changed';
      readonly annotationId: string;
      readonly noteId: string;
      readonly version: number;
      readonly body: RichText;
      readonly before: RichText;
    }
  | {
      readonly type: 'note.deleted';
      readonly annotationId: string;
      readonly noteId: string;
      readonly version: number;
    }
  | { readonly type: 'note.restored'; readonly annotationId: string; readonly note: Note }
  | {
      readonly type: 'evidence.created';
      readonly annotationId: string;
      readonly evidence: Evidence;
      readonly check?: Check | undefined;
    }
  | {
      readonly type: 'evidence.restored';
      readonly annotationId: string;
      readonly evidence: Evidence;
      readonly check?: Check | undefined;
    }
  | {
      readonly type: 'evidence.changed';
      readonly annotationId: string;
      readonly evidenceId: string;
      readonly version: number;
      readonly changes: Partial<EvidenceFields>;
      readonly before: Partial<EvidenceFields>;
      readonly check?: Check | undefined;
    }
  | {
      readonly type: 'evidence.deleted';
      readonly annotationId: string;
      readonly evidenceId: string;
      readonly version: number;
      readonly check?: Check | undefined;
    }
  | { readonly type: 'flag.raised'; readonly annotationId: string; readonly flag: Flag }
  | {
      readonly type: 'flag.changed';
      readonly annotationId: string;
      readonly flagId: string;
      readonly version: number;
      readonly changes: Partial<FlagFields>;
      readonly before: Partial<FlagFields>;
    }
  | {
      readonly type: 'flag.looked';
      readonly annotationId: string;
      readonly flagId: string;
      readonly version: number;
      readonly note: string;
    }
  | {
      readonly type: 'flag.reopened';
      readonly annotationId: string;
      readonly flagId: string;
      readonly version: number;
    }
  | {
      /** Words that lost against somebody else's in a conflict; nothing changes but the record, which keeps them. */
      readonly type: 'words.set_aside';
      readonly annotationId: string;
      readonly about: SetAsideKind;
      readonly itemId: string;
      readonly words: string;
    }
  | CheckEventBody
  | SessionEventBody
  | { readonly type: 'thread.opened'; readonly annotationId: string; readonly thread: Thread }
  | {
      readonly type: 'thread.replied';
      readonly annotationId: string;
      readonly threadId: string;
      readonly reply: Reply;
      /** The thread was resolved and is open again. */
      readonly reopens: boolean;
    }
  | {
      readonly type: 'thread.resolved' | 'thread.reopened';
      readonly annotationId: string;
      readonly threadId: string;
      readonly version: number;
    }
  | {
      readonly type: 'reply.changed';
      readonly annotationId: string;
      readonly threadId: string;
      readonly replyId: string;
      readonly version: number;
      readonly body: RichText;
      readonly mentions: readonly string[];
      readonly before: RichText;
    }
  | {
      readonly type: 'reply.deleted';
      readonly annotationId: string;
      readonly threadId: string;
      readonly replyId: string;
      readonly version: number;
    }
  | {
      readonly type: 'reply.restored';
      readonly annotationId: string;
      readonly threadId: string;
      readonly reply: Reply;
    };

/** One line of an article's log. `seq` counts from 1 without gaps; `at` is the time of the server. */
export type ArticleEvent = {
  readonly articleId: string;
  readonly seq: number;
  readonly commandId: string;
  readonly actor: Person;
  readonly revisionId: string;
  readonly at: Instant;
  readonly body: EventBody;
};

/** The annotation that an event is about; absent where it is about the article. */
export function annotationIdOf(body: EventBody): string | undefined {
  if ('annotationId' in body) return body.annotationId;
  if ('ballot' in body) return body.ballot.annotationId;
  return 'annotation' in body ? body.annotation.id : undefined;
}
