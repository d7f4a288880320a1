import type { ArticleDetails } from './article';
import type { ArticleDoc } from './article-doc';
import type { DraftComment } from './draft-comment';
import type { EvidenceFields } from './evidence';
import type { Instant } from './ids';
import type { RichText } from './rich-text';
import type { Person } from './team';

/** A page of a list in a stable order; `next` is the cursor of the following page, null at the end. */
export type Page<T> = { readonly items: readonly T[]; readonly next: string | null };

/** One line of the list of articles. `decided` of `sentences` is the coverage. */
export type ArticleListItem = Pick<
  ArticleDetails,
  'title' | 'byline' | 'publication' | 'publishedOn' | 'language'
> & {
  readonly id: string;
  readonly isSample: boolean;
  readonly revisionNumber: number;
  readonly changedAt: Instant;
  readonly sentences: number;
  readonly decided: number;
  readonly annotations: number;
  readonly openFlags: number;
  /** The approval of the whole check; null while there is none. */
  readonly signOff: SignOffInList | null;
  /** Who has worked on it, latest first, at most six. */
  readonly people: readonly Person[];
};

/** An article's sign-off as a list shows it: by whom, when, and how many events came after it. */
export type SignOffInList = {
  readonly by: Person;
  readonly at: Instant;
  readonly changesSince: number;
  /** An owner signed although something stood against it. */
  readonly isOverridden: boolean;
};

/** How far the check of an article is, read off its numbers. */
export const articleProgresses = ['not_started', 'in_progress', 'all_decided'] as const;
export type ArticleProgress = (typeof articleProgresses)[number];

/** `not_started` without any mark, `all_decided` at 100 % coverage, else `in_progress`. */
export function progressOf(
  article: Pick<ArticleListItem, 'sentences' | 'decided' | 'annotations'>,
): ArticleProgress {
  if (article.annotations === 0) return 'not_started';
  return article.decided >= article.sentences ? 'all_decided' : 'in_progress';
}

/** What an importer made of its input, before anybody has saved it. `details.title` may be empty. */
export type ArticleDraft = {
  readonly details: ArticleDetails;
  readonly doc: ArticleDoc;
  readonly dropped: readonly DroppedPart[];
  /** What to look at before saving, for example hidden characters. */
  readonly warnings: readonly string[];
  /** How many changes a document had tracked, and which of the two ways they were resolved. */
  readonly tracked?: { readonly count: number; readonly way: TrackedChanges } | undefined;
  /** Comments that came with a document. */
  readonly comments: readonly DraftComment[];
  /** All the words that came in, where a browser cannot read them out of the source itself. */
  readonly original: string | null;
};

/** How far the reading of a source is: it waits for its turn, is fetched, read, and put in order. */
export const readStages = ['waiting', 'fetching', 'reading', 'arranging'] as const;
/** A stage, and of a document with pages how many of them are read. */
export type ReadProgress = {
  readonly stage: (typeof readStages)[number];
  readonly pages?: { readonly done: number; readonly all: number } | undefined;
};

/** What becomes of changes that a document has tracked. */
export const trackedChanges = ['accept', 'reject'] as const;
export type TrackedChanges = (typeof trackedChanges)[number];

/** What did not come in, in words a journalist understands, with how often; `words` are those that were left out. */
export type DroppedPart = {
  readonly what: string;
  readonly count: number;
  readonly words?: readonly string[] | undefined;
};

/** What a note or a reply said from an instant on. */
export type WordsVersion = { readonly at: Instant; readonly body: RichText };

/** What a piece of evidence said from an instant on, and who wrote that. */
export type EvidenceVersion = {
  readonly version: number;
  readonly at: Instant;
  readonly byId: string;
  readonly fields: EvidenceFields;
};
