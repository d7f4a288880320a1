import { directionOfParagraph, type WritingDirection } from '@/lib/domain/direction';

const rightToLeft = /\p{Script=Hebrew}|\p{Script=Arabic}|\p{Script=Syriac}|\p{Script=Thaana}|\p{Script=Nko}/u;
const strong = /\p{L}/u;

/**
 * Whether a paragraph runs from right to left: as its article does where it holds a letter of that direction, else its
 * first letter decides (Unicode Standard Annex 9, rules P2 and P3).
 */
export function isRightToLeft(words: string, article: WritingDirection | null = null): boolean {
  const direction = directionOfParagraph(words, article);
  if (direction !== 'auto') return direction === 'rtl';
  const first = strong.exec(words)?.[0];
  return first !== undefined && rightToLeft.test(first);
}

/** Whether there is any right-to-left letter in the words. */
export function hasRightToLeft(words: string): boolean {
  return rightToLeft.test(words);
}
