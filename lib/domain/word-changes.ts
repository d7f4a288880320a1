import { diffWordsWithSpace } from 'diff';

/** A stretch of words that two wordings share, or that only one of them has. Joined, `kept` and `removed` are the old one. */
export type WordChange = { readonly kind: 'kept' | 'removed' | 'added'; readonly text: string };

/** What changes from one wording to another, word by word (Myers 1986, as in the package `diff`). */
export function wordChanges(before: string, after: string): readonly WordChange[] {
  return diffWordsWithSpace(before, after).map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'kept',
    text: value,
  }));
}
