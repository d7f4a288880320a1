/** Whether words stand exactly once in a text, or in a stretch of it. */
export function isOnce(text: string, words: string, from = 0, to = text.length): boolean {
  const stretch = text.slice(from, Math.max(from, to));
  const found = stretch.indexOf(words);
  return found !== -1 && stretch.indexOf(words, found + 1) === -1;
}
