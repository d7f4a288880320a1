import type { AnchorState, Quote } from '@/lib/domain/anchor';
import type { Annotation, ClaimFields, Mark } from '@/lib/domain/annotation';
import type { Passage } from '@/lib/domain/article';
import type { ArticleDoc } from '@/lib/domain/article-doc';
import type { EvidenceFields } from '@/lib/domain/evidence';
import type { Candidate } from '@/lib/domain/reanchor/reanchored';
import type { RichText } from '@/lib/domain/rich-text';
import type { DocEdit } from '@/lib/domain/text/changed-doc';
import type { FormattingChange, FormattingEdit } from '@/lib/domain/text/formatting-of';
import type { ThreadKind } from '@/lib/domain/thread';

/** The files that come back onto an article. */
export const backInFormats = ['web-annotation', 'claims-csv', 'word'] as const;
export type BackInFormat = (typeof backInFormats)[number];

/**
 * What a file that comes back would do to an article, worked out before anything is done. The same file on the same
 * article gives the same plan with the same ids; offsets count UTF-16 code units of the revision that they name.
 */
export type BackInPlan = {
  readonly format: BackInFormat;
  /** The program that wrote it, where the file says so. */
  readonly tool: string | null;
  /** The revision that it was worked out for, the latest then. */
  readonly revision: { readonly id: string; readonly number: number };
  /** What can be done, in the order in which it is done. */
  readonly items: readonly BackInItem[];
  /** Marks whose passage stands nowhere, or in several places: a person says where, or they come in as orphaned. */
  readonly unplaced: readonly NewAnnotation[];
  /** What is here already, or was and has been deleted: nothing is done twice. */
  readonly present: readonly PresentThing[];
  /** What could not be read, by its place in the file from 1. */
  readonly unread: readonly UnreadThing[];
  /** What is not taken over, in sentences. */
  readonly remarks: readonly string[];
  /** What it would change of the text; absent where a file has no text of the article. */
  readonly text?: BackInText | undefined;
};

/** How the text of a file that comes back reads otherwise. */
export type BackInText = {
  /** What a person accepts or declines, in the order of the text. */
  readonly changes: readonly BackInChange[];
  /** The headline, where it reads otherwise. */
  readonly headline: BackInHeadline | null;
  /** Changes of looks alone, in the order of the text. */
  readonly formatting: readonly BackInFormatting[];
  /** What the text says already. */
  readonly present: readonly ChangedWords[];
  /** What belongs to no place of the text any more, with why. */
  readonly unplaced: readonly (ChangedWords & { readonly why: string })[];
  readonly unplacedFormatting: readonly (Pick<BackInFormatting, 'change' | 'was' | 'exact'> & {
    readonly why: string;
  })[];
  /** Suggested wordings that went out as tracked changes and were not taken over: still open there, or declined. */
  readonly suggestions: readonly {
    readonly annotationId: string;
    readonly exact: string;
    readonly wording: string;
    readonly state: 'open' | 'declined';
  }[];
};
export type ChangedWords = { readonly before: string; readonly after: string };

/** One change of the text; `lead` and `tail` are the words around it in the latest revision. */
export type BackInChange = ChangedWords & {
  readonly id: string;
  /** By "Track changes", moved by it, a suggested wording that was taken over, or simply other words. */
  readonly kind: 'tracked' | 'moved' | 'accepted' | 'untracked';
  /** In the latest revision; see `changedDoc`. */
  readonly edits: readonly DocEdit[];
  readonly lead: string;
  readonly tail: string;
  readonly authors: readonly string[];
  readonly at: string | null;
  /** The annotation whose suggested wording it is. */
  readonly annotationId: string | null;
};

/**
 * Another headline: `before` is the one of now, `sent` the one that went out, `version` that of the details of the
 * article. A conflict where both it and the file were changed.
 */
export type BackInHeadline = ChangedWords & {
  readonly id: string;
  readonly kind: 'tracked' | 'untracked';
  readonly sent: string;
  readonly isConflict: boolean;
  readonly version: number;
  readonly authors: readonly string[];
  readonly at: string | null;
};

/** One change of looks; its place counts in the latest revision, and `exact` are the words there. */
export type BackInFormatting = FormattingEdit & {
  readonly id: string;
  readonly kind: 'tracked' | 'untracked';
  /** What would take it back. */
  readonly was: FormattingChange;
  readonly exact: string;
  readonly lead: string;
  readonly tail: string;
  readonly authors: readonly string[];
  readonly at: string | null;
};

/** One thing that would be done. Its id says what it does: it is another one once that would be something else. */
export type BackInItem = NewAnnotation | Addition;

/** A new mark with all that hangs on it. */
export type NewAnnotation = {
  readonly kind: 'annotation';
  readonly id: string;
  readonly annotationId: string;
  readonly quote: Quote;
  /** Absent where the file does not say: whoever brings it in chooses. */
  readonly mark: Mark | null;
  readonly place: BackInPlace | null;
  /** Where it may belong, the best first; empty once it has a place. */
  readonly candidates: readonly BackInCandidate[];
  readonly claim: Partial<ClaimFields>;
  readonly parts: readonly NewPart[];
};

/** A place of the latest revision that a passage may belong to, with the words that stand there and around. */
export type BackInCandidate = Candidate & Quote;

/** The place of a passage, and what the revisions since have made of it. */
export type BackInPlace = Passage & {
  /** The revision that the offsets count in: an earlier one where the words have changed since. */
  readonly revisionId: string;
  readonly state: Exclude<AnchorState, 'orphaned'>;
  /** The words as they stand in the latest revision. */
  readonly stands: string;
};

/** What comes to an annotation that is here. */
export type Addition = {
  readonly kind: 'addition';
  readonly id: string;
  readonly annotationId: string;
  readonly exact: string;
  /** The version that `changes` were read off. */
  readonly version: number;
  readonly changes: FieldChanges;
  /** The changed fields as they are now. */
  readonly before: FieldChanges;
  readonly parts: readonly NewPart[];
};

/** Fields of an annotation that a file has otherwise. */
export type FieldChanges = {
  readonly mark?: Mark | undefined;
  readonly claim?: Partial<ClaimFields> | undefined;
};

/** Something new on an annotation. Authors of another program are words in it, never people of the team. */
export type NewPart =
  | { readonly kind: 'note'; readonly id: string; readonly body: RichText }
  | {
      readonly kind: 'note_change';
      readonly id: string;
      readonly version: number;
      readonly before: RichText;
      readonly body: RichText;
    }
  | { readonly kind: 'evidence'; readonly id: string; readonly fields: EvidenceFields }
  | { readonly kind: 'flag'; readonly id: string; readonly reason: string }
  | {
      readonly kind: 'thread';
      readonly id: string;
      readonly threadKind: ThreadKind;
      readonly replies: readonly [NewReply, ...NewReply[]];
    }
  | (NewReply & { readonly kind: 'reply'; readonly threadId: string });

export type NewReply = { readonly id: string; readonly body: RichText };

/**
 * `same`: it is here already. `deleted`: it was brought in before and somebody deleted it. `newer`: the file is older than
 * what stands here, and nobody changed it there.
 */
export type PresentThing = { readonly words: string; readonly why: 'same' | 'deleted' | 'newer' };

/** Something in the file that could not be read: its words, as far as there are any, and why. */
export type UnreadThing = { readonly number: number; readonly words: string; readonly why: string };

/** What a plan is worked out from. */
export type BackInGiven = {
  readonly actor: { readonly userId: string };
  /** The latest revision and some before it, latest first. */
  readonly revisions: readonly [RevisionGiven, ...RevisionGiven[]];
  /** The document of the latest revision, and the article's own headline. */
  readonly doc: ArticleDoc;
  readonly article: { readonly title: string; readonly version: number };
  /** The annotations of the article as the actor may see them. */
  readonly annotations: readonly Annotation[];
  /** Whether something with this id was on the article and has been deleted. */
  readonly isDeleted: (id: string) => boolean;
  /** An id that the same words on the same article always give again. */
  readonly idOf: (...words: readonly string[]) => string;
};
export type RevisionGiven = { readonly id: string; readonly number: number; readonly text: string };

/** What a person decided about a plan. */
export type BackInChoices = {
  /** The items to be done, by id; all of them where it is absent. */
  readonly items?: readonly string[] | undefined;
  /** What a mark that does not say so is. */
  readonly mark: Mark;
  /** The changes of the text, its looks and its headline to be made, by id, and why there is a new revision. */
  readonly changes?: readonly string[] | undefined;
  readonly reason?: string | undefined;
  /** Places in the latest revision for what has none, by the item's id; without one it comes in as orphaned. */
  readonly places: Readonly<Record<string, Passage>>;
};
