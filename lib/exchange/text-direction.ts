const rightToLeft = /\p{Script=Hebrew}|\p{Script=Arabic}|\p{Script=Syriac}|\p{Script=Thaana}|\p{Script=Nko}/u;
const strong = /\p{L}/u;

/** Whether a paragraph runs from right to left: its first letter decides (Unicode Standard Annex 9, rules P2 and P3). */
export function isRightToLeft(words: string): boolean {
  const first = strong.exec(words)?.[0];
  return first !== undefined && rightToLeft.test(first);
}

/** Whether there is any right-to-left letter in the words. */
export function hasRightToLeft(words: string): boolean {
  return rightToLeft.test(words);
}
