/**
 * How much a stretch of text tells about its place: 1 and more is enough to tell it from a chance likeness. Five words
 * are, or ten characters of a script that writes no spaces; marks tell nothing. Reads no further than it must.
 */
export function evidenceOf(text: string, start: number, end: number): number {
  let words = 0;
  word.lastIndex = start;
  for (let found = word.exec(text); found !== null && found.index < end; found = word.exec(text)) {
    words += found[1] === undefined ? 1 : 0.5;
    if (words >= plenty) break;
  }
  return words / 5;
}

/** No rule asks for more. */
const plenty = 20;

const word =
  /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])[\p{L}\p{M}\p{N}])+/gu;
