/** Which way the lines of an article run. */
export const directions = ['ltr', 'rtl'] as const;
export type WritingDirection = (typeof directions)[number];

const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const rightToLeftLetters =
  /(?=\p{L})[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/gu;

/** How much of a text is looked at, and the share of letters above which they speak for themselves. */
const sampleLength = 20_000;
const clearShare = 0.7;

/**
 * The direction of a whole text: that of most of its letters. Where they do not say it clearly, `said` (what a page says
 * of itself) decides; without that it is `null`.
 */
export function directionOfText(text: string, said: WritingDirection | null = null): WritingDirection | null {
  const sample = text.slice(0, sampleLength);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return said;
  const share = (sample.match(rightToLeftLetters)?.length ?? 0) / letters;
  if (share > clearShare) return 'rtl';
  if (share < 1 - clearShare) return 'ltr';
  return said;
}

/**
 * The direction of one paragraph of an article that runs in `direction`: the article's own where the paragraph holds a
 * letter of it, so that a name in another script at its beginning turns nothing; else, and where nothing is known of
 * the article, `auto`: by its first letter (Unicode Standard Annex 9, rules P2 and P3).
 */
export function directionOfParagraph(
  words: string,
  direction: WritingDirection | null,
): WritingDirection | 'auto' {
  if (direction === null) return 'auto';
  return hasLetterOf(words, direction) ? direction : 'auto';
}

function hasLetterOf(words: string, direction: WritingDirection): boolean {
  if (direction === 'rtl') return rightToLeft.test(words);
  return /\p{L}/u.test(words.replace(rightToLeftLetters, ''));
}
