import type { Passage } from '@/lib/domain/article';

/**
 * Words of the canonical text and what stands in their place; a line feed in `inserted` ends a paragraph, `lineBreak`
 * breaks a line. Offsets are UTF-16 code units of the text that went out.
 */
export type WordEdit = Passage & { readonly inserted: string };

/**
 * One change of the text in a file that came back. `tracked` and `moved`: by Word's "Track changes"; `accepted`: a
 * suggested wording that was taken over; `untracked`: the text simply reads otherwise.
 */
export type ReturnedChange = {
  readonly kind: 'tracked' | 'moved' | 'accepted' | 'untracked';
  readonly edits: readonly WordEdit[];
  readonly before: string;
  readonly after: string;
  readonly authors: readonly string[];
  readonly at: string | null;
  /** The annotation whose suggested wording it is. */
  readonly annotationId: string | null;
};

/** A suggested wording that went out as a tracked change: still open in the file, or taken out of it again. */
export type OpenSuggestion = {
  readonly annotationId: string;
  readonly state: 'open' | 'declined';
  readonly wording: string;
};

/**
 * Words that read otherwise and are no text of the article: its headline, the number of a page. `edit` counts in what
 * went out.
 */
export type OutsideChange = Pick<ReturnedChange, 'before' | 'after' | 'authors' | 'at'> & {
  readonly kind: 'outside';
  readonly edit: WordEdit;
  readonly isTracked: boolean;
};
