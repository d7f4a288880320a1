import { diffArrays } from 'diff';

/** A stretch of words that two wordings share, or that only one of them has. Joined, `kept` and `removed` are the old one. */
export type WordChange = { readonly kind: 'kept' | 'removed' | 'added'; readonly text: string };

/** Beyond so many words that differ nobody follows word by word, and the search would take long. */
const mostEdits = 1_000;

/** What changes from one wording to another, word by word (Myers 1986, as in the package `diff`). */
export function wordChanges(before: string, after: string): readonly WordChange[] {
  const found = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: mostEdits });
  const changes = found?.map(
    ({ added, removed, value }): WordChange => ({
      kind: added ? 'added' : removed ? 'removed' : 'kept',
      text: value.join(''),
    }),
  );
  return changes ?? replaced(before, after);
}

/** All that was and then all that comes. */
export function replaced(before: string, after: string): readonly WordChange[] {
  return [
    ...(before === '' ? [] : [{ kind: 'removed', text: before } as const]),
    ...(after === '' ? [] : [{ kind: 'added', text: after } as const]),
  ];
}

/**
 * Words with what joins them ("5.1", "don’t", "well-known"), single letters of scripts that are written without spaces,
 * pictures with what belongs to them, white space, and every other sign by itself.
 */
const word =
  /\s+|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*|[\p{L}\p{N}_][\p{L}\p{M}\p{N}_]*(?:[.,:'’‐-][\p{L}\p{N}][\p{L}\p{M}\p{N}_]*)*|\p{Extended_Pictographic}(?:\u200d\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)*|[^\s]\p{M}*/gu;

const wordsOf = (text: string): string[] => text.match(word) ?? [];
