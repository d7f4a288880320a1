import type { Passage } from '@/lib/domain/article';

/** Where the app's own cursor stands: a sentence by its index, and the passage that a mark would get. */
export type SentenceCursor = { readonly index: number; readonly passage: Passage };

/** The cursor on a sentence; null when there is no such sentence. */
export function cursorOn(sentences: readonly Passage[], index: number): SentenceCursor | null {
  const passage = sentences[index];
  return passage === undefined ? null : { index, passage };
}

/** The sentence at an offset, or the next one after it; the last one when none follows. -1 without sentences. */
export function sentenceAt(sentences: readonly Passage[], offset: number): number {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return Math.min(low, sentences.length - 1);
}

/**
 * One sentence on or back. Without a cursor the first step goes to the sentence at `from`,
 * the place where the reader last was. At either end the cursor stays.
 */
export function stepCursor(
  sentences: readonly Passage[],
  cursor: SentenceCursor | null,
  step: 1 | -1,
  from: number,
): SentenceCursor | null {
  const index = cursor === null ? sentenceAt(sentences, from) : cursor.index + step;
  return cursorOn(sentences, Math.min(Math.max(index, 0), sentences.length - 1));
}

/** The first gap after an offset; from the last one on to the first again. Null when there is none. */
export function nextGap(gaps: readonly Passage[], after: number): Passage | null {
  return gaps.find(({ start }) => start > after) ?? gaps[0] ?? null;
}
