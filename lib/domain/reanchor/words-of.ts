/**
 * The words and marks of a stretch of text, white space left out, as parallel lists: where each begins and ends
 * (UTF-16 offsets), the number that stands for its spelling, and whether it is a word. Scripts that write no spaces
 * between words (Chinese, Japanese, Thai …) count each visible character as a word, so that no guess about where a
 * word ends can differ between two texts.
 */
export type Words = {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly spellings: readonly number[];
};

/** Gives every spelling a number of its own; shared by the texts that are compared. */
export type Spellings = Map<string, number>;

/** Reads the words of `text` from `from` to `to` into lists that may already hold earlier ones. */
export function wordsOf(text: string, from: number, to: number, spellings: Spellings): Words {
  const starts: number[] = [];
  const ends: number[] = [];
  const numbers: number[] = [];
  wordOrMark.lastIndex = from;
  for (let found = wordOrMark.exec(text); found !== null; found = wordOrMark.exec(text)) {
    const [word] = found;
    if (found.index >= to) break;
    starts.push(found.index);
    ends.push(found.index + word.length);
    numbers.push(numberOf(word, spellings));
  }
  return { starts, ends, spellings: numbers };
}

function numberOf(word: string, spellings: Spellings): number {
  const known = spellings.get(word);
  if (known !== undefined) return known;
  const next = spellings.size;
  spellings.set(word, next);
  return next;
}

const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
/** Letters, marks and digits; a point, colon or apostrophe inside a word and a separator inside a number belong to it (UAX 29). */
const spaced = `(?:(?![${unspaced}])[\\p{L}\\p{M}\\p{N}_])+(?:(?:(?<=\\p{L}\\p{M}*)[.:·'’](?=(?![${unspaced}])\\p{L})|(?<=\\p{N})[.,;'’٫٬](?=\\p{N}))(?:(?![${unspaced}])[\\p{L}\\p{M}\\p{N}_])+)*`;
/** Anything else visible with what is joined to it: combining marks, emoji sequences, flags. */
const character = `(?:\\p{RI}\\p{RI}|\\S)(?:[\\p{M}\\p{EMod}\\ufe0f]|\\u200d(?:\\p{Extended_Pictographic})?)*`;
const wordOrMark = new RegExp(`${spaced}|${character}`, 'gu');
