import type { Anchor } from './anchor';
import type { Annotation, ClaimFields, Flag, FlagFields, Mark, Note } from './annotation';
import type { ArticleDetails } from './article';
import type { Evidence, EvidenceFields } from './evidence';
import type { Instant } from './ids';
import type { RichText } from './rich-text';
import type { Person } from './team';

/** What an annotation's change carries: only the fields that changed. */
export type AnnotationChanges = {
  readonly mark?: Mark | undefined;
  readonly anchor?: Anchor | undefined;
  readonly claim?: ClaimFields | undefined;
};

/**
 * What happened, complete enough that `apply` needs nothing else. `version` is the version after the event;
 * `before` holds the old values of the fields that changed, so that history and undo need no second look.
 */
export type EventBody =
  | { readonly type: 'article.imported'; readonly title: string }
  | {
      readonly type: 'article.changed';
      readonly version: number;
      readonly changes: Partial<ArticleDetails>;
      readonly before: Partial<ArticleDetails>;
    }
  | { readonly type: 'article.deleted' }
  | { readonly type: 'article.restored' }
  | { readonly type: 'annotation.created'; readonly annotation: Annotation }
  | {
      readonly type: 'annotation.changed';
      readonly annotationId: string;
      readonly version: number;
      readonly changes: AnnotationChanges;
      readonly before: AnnotationChanges;
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
  | { readonly type: 'evidence.created'; readonly annotationId: string; readonly evidence: Evidence }
  | {
      readonly type: 'evidence.changed';
      readonly annotationId: string;
      readonly evidenceId: string;
      readonly version: number;
      readonly changes: Partial<EvidenceFields>;
      readonly before: Partial<EvidenceFields>;
    }
  | {
      readonly type: 'evidence.deleted';
      readonly annotationId: string;
      readonly evidenceId: string;
      readonly version: number;
    }
  | { readonly type: 'evidence.restored'; readonly annotationId: string; readonly evidence: Evidence }
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
