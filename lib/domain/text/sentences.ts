import type { Passage } from '../article';
import { abbreviationsOf } from './abbreviations';
import { isSentenceEnd } from './sentence-end';

/**
 * The sentences of a canonical text in order, without the white space around them. Blocks (separated by line feeds)
 * never share a sentence; inside a block everything but white space belongs to one. A block without a letter or digit
 * has none. `language` is a BCP 47 code, null when not known: then English abbreviations hold.
 *
 * A sentence may end at Unicode's Sentence_Terminal characters (UAX 29) and at an ellipsis; `isSentenceEnd` says
 * whether it does. Unicode's own breaks (Intl.Segmenter) end one at each "Dr." and "3. März" and leave an opening
 * quote with the sentence before, so they are not used.
 */
export function splitSentences(text: string, language: string | null): Passage[] {
  return Array.from(eachSentence(text, language)).filter((found) => found !== undefined);
}

/**
 * The same, one after the other, for texts so long that others want their turn meanwhile: undefined where a stop ends
 * none, because a line of a million characters may be one sentence.
 */
export function* eachSentence(text: string, language: string | null): Generator<Passage | undefined> {
  const known = abbreviationsOf(language);
  for (const { 0: line, index } of text.matchAll(/[^\n]+/g)) {
    for (const piece of piecesBetween(line, edgesOf(line, known)))
      yield piece && { start: index + piece.start, end: index + piece.end };
  }
}

function* edgesOf(line: string, known: ReturnType<typeof abbreviationsOf>): Generator<number | undefined> {
  yield 0;
  yield* endsIn(line, (end) => isSentenceEnd(end, known));
  yield line.length;
}

/**
 * A stop with all that closes behind it, before white space; scripts that write no spaces need none. All runs are
 * bounded, so that a line of nothing but stops or brackets costs no more than its length.
 */
const possibleEnd =
  /([。！？｡．][\p{Sentence_Terminal}…]{0,8})([\p{Pe}\p{Pf}]{0,8})|([\p{Sentence_Terminal}…]{1,8})((?:["'\p{Pe}\p{Pf}\p{Pi}]|\s»(?=[\s.,;:!?)]|$)|\[[\p{L}\p{N}]{1,3}\]){0,8})(?=\s|$|(?<=[!?]["'\p{Pe}\p{Pf}]{0,8})[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu;

/** How many characters around a stop are looked at: a line may be a whole book. */
const reach = 60;

function* endsIn(
  line: string,
  isEnd: (end: Parameters<typeof isSentenceEnd>[0]) => boolean,
): Generator<number | undefined> {
  for (const match of line.matchAll(possibleEnd)) {
    const [whole, unspaced, unspacedClosing, spaced, spacedClosing] = match;
    const at = match.index + whole.length;
    const end = {
      before: line.slice(Math.max(0, match.index - reach), match.index),
      stop: unspaced ?? spaced ?? '',
      closing: unspacedClosing ?? spacedClosing ?? '',
      after: line.slice(at, at + reach),
    };
    yield isEnd(end) ? at : undefined;
  }
}

/** The pieces between the edges, without white space; one without a letter or digit goes with the one before it. */
function* piecesBetween(line: string, edges: Iterable<number | undefined>): Generator<Passage | undefined> {
  let last: Passage | undefined;
  let open: number | undefined;
  let from: number | undefined;
  for (const edge of edges) {
    if (edge === undefined) {
      yield undefined;
      continue;
    }
    const begin = from;
    from = edge;
    if (begin === undefined) continue;
    const words = line.slice(begin, edge);
    const start = open ?? begin + words.length - words.trimStart().length;
    const end = begin + words.trimEnd().length;
    if (end <= start) continue;
    if (hasWord.test(words)) {
      if (last !== undefined) yield last;
      last = { start, end };
      open = undefined;
    } else if (last === undefined) open = start;
    else last = { start: last.start, end };
  }
  if (last !== undefined) yield last;
}

const hasWord = /[\p{L}\p{N}]/u;
