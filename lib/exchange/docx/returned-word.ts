import type { BlockKind, FormattingMark, ListKind } from '@/lib/domain/text/formatting-of';

/** A Word file that came back, as far as it is compared with what went out. Who did something is a name of the file. */
export type ReturnedWord = {
  /** What the file says of itself (its custom properties), by name. */
  readonly facts: Readonly<Record<string, string>>;
  /** The article, from where it begins up to where it ends: what is said about it stands before and behind. */
  readonly paragraphs: readonly ReturnedParagraph[];
  readonly comments: readonly ReturnedComment[];
  /** Words of the article that stand in no paragraph of it: footnotes, text boxes. */
  readonly beside: readonly string[];
};

/** A stretch of words with the tracked changes that hold it, the outermost first; none where nothing is tracked. */
export type ReturnedPiece = {
  readonly text: string;
  readonly tracked: readonly Tracked[];
  /** Absent for plain words. */
  readonly look?: ReturnedLook | undefined;
};

/** How words look now, and before a tracked change of that. */
export type ReturnedLook = {
  readonly marks: readonly FormattingMark[];
  readonly href: string | null;
  readonly former: (Said & { readonly marks: readonly FormattingMark[] }) | null;
};

/** What a paragraph is now, and before a tracked change of that. Word knows how far it is indented, not what for. */
export type ReturnedKind = KindInWord & { readonly former: (Said & KindInWord) | null };
export type KindInWord = {
  readonly kind: BlockKind;
  readonly list: ListKind | null;
  readonly isQuote: boolean;
  readonly isIndented: boolean;
};
type Said = { readonly author: string; readonly at: string | null };

/** `mark` is what is tracked of the end of the paragraph: added, it parts what was one; removed, it joins what was two. */
export type ReturnedParagraph = {
  readonly pieces: readonly ReturnedPiece[];
  readonly mark: readonly Tracked[];
  /** Absent where it has no words. */
  readonly kind?: ReturnedKind | undefined;
};

/** Words put in or taken out under Word's "Track changes"; `move` joins where words went from and where they went to. */
export type Tracked = {
  readonly kind: 'added' | 'removed';
  readonly author: string;
  readonly at: string | null;
  readonly move: string | null;
};

/** Where in the paragraphs something stands: the characters before it, of all pieces. */
export type ReturnedPlace = { readonly paragraph: number; readonly offset: number };

/** A comment as it came back; a reply names what it answers, by Word's own ids, which live as long as one file. */
export type ReturnedComment = {
  readonly id: string;
  readonly author: string;
  readonly at: string | null;
  readonly words: string;
  readonly parentId: string | null;
  readonly isResolved: boolean;
  readonly durableId: string | null;
  /** Null where it stands behind the article or on nothing. */
  readonly range: { readonly start: ReturnedPlace; readonly end: ReturnedPlace } | null;
};

/** A line broken inside a paragraph, as Word's texts are compared: a line feed ends a paragraph there. */
export const lineBreak = '\u2028';

/** The bookmark on the line where the article begins; what stands before is said about it. */
export const beginOfArticle = 'galley_begin_of_article';
/** What a file begins with that has such a line. */
export const firstWords = 'Annotated report · ';
/** The words of that line, by which it is found where the bookmark is gone. */
export const textLabel = 'The text';

/** The bookmark where the article ends and what is said about it begins; a file that comes back is read up to it. */
export const endOfArticle = 'galley_end_of_article';
