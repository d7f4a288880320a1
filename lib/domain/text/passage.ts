import type { Passage } from '../article';

/** Which edge of a passage moves. */
export type Edge = 'start' | 'end';

/** 1 towards the end of the text, -1 towards its beginning. */
export type Direction = -1 | 1;

/** The passage without the white space at its edges; `null` when nothing else is in it. Reaches no further than the text. */
export function trimPassage(text: string, passage: Passage): Passage | null {
  const start = Math.max(0, passage.start);
  const slice = text.slice(start, Math.max(start, passage.end));
  const words = slice.trim();
  if (words === '') return null;
  const trimmed = start + slice.length - slice.trimStart().length;
  return { start: trimmed, end: trimmed + words.length };
}

/**
 * The passage trimmed and grown so that no word and no visible character is cut in two (UAX 29, Intl.Segmenter, so
 * also for Chinese, Japanese and Arabic). Punctuation is neither added nor taken away. `null` when it holds no text.
 * `language` is a BCP 47 code.
 */
export function snapToWords(text: string, passage: Passage, language?: string | null): Passage | null {
  const trimmed = trimPassage(text, passage);
  if (trimmed === null) return null;
  const first = unitAt(text, trimmed.start, language);
  const last = unitAt(text, trimmed.end - 1, language);
  return { start: Math.min(first.start, trimmed.start), end: Math.max(last.end, trimmed.end) };
}

/**
 * The next larger passage of sense: whole words → whole sentences → whole lines (list items) → whole paragraphs
 * (text between blank lines). A passage that is already as large as a step takes the next one; the paragraph stays.
 */
export function growPassage(text: string, sentences: readonly Passage[], passage: Passage): Passage {
  const now = trimPassage(text, passage);
  if (now === null) return passage;
  const touched = sentences.filter((sentence) => sentence.start < now.end && sentence.end > now.start);
  const steps = [
    hull(touched, now),
    hull(within(sentences, linesAround(text, now)), now),
    hull(within(sentences, paragraphAround(text, now)), now),
  ];
  return steps.find((step) => step.start < now.start || step.end > now.end) ?? now;
}

/**
 * Moves one edge of a passage by one word; the passage stays where it is when there is no such word, and never
 * becomes empty: one word always remains.
 */
export function refine(
  text: string,
  passage: Passage,
  edge: Edge,
  direction: Direction,
  language?: string | null,
): Passage {
  if (edge === 'end') {
    const word =
      direction === 1
        ? wordAfter(text, passage.end, language)
        : wordBefore(text, beforeLastWord(text, passage, language), language);
    return word === null || word.end <= passage.start ? passage : { start: passage.start, end: word.end };
  }
  const word =
    direction === -1
      ? wordBefore(text, passage.start, language)
      : wordAfter(text, afterFirstWord(text, passage, language), language);
  return word === null || word.start >= passage.end ? passage : { start: word.start, end: passage.end };
}

/** Segmenters are costly to make: one for each language and grain. */
const segmenters = new Map<string, Intl.Segmenter>();

function segmenterOf(granularity: 'word' | 'grapheme', language: string | null | undefined): Intl.Segmenter {
  const key = `${granularity} ${language ?? ''}`;
  const found = segmenters.get(key) ?? new Intl.Segmenter(language ?? undefined, { granularity });
  segmenters.set(key, found);
  return found;
}

type Unit = Passage & { readonly isWord: boolean };

/** How far from a place a word may reach; longer "words" are cut, so that a paragraph of 1 MB costs no more. */
const longestWord = 1_000;

/** The word, or where there is none the visible character, that holds the code unit at `offset`. */
function unitAt(text: string, offset: number, language: string | null | undefined): Unit {
  const from = Math.max(lineStart(text, offset), offset - longestWord);
  const near = text.slice(from, offset + longestWord);
  const word = segmenterOf('word', language)
    .segment(near)
    .containing(offset - from);
  if (word?.isWordLike === true) return placed(word, from);
  const character = segmenterOf('grapheme', language)
    .segment(near)
    .containing(offset - from);
  return character === undefined
    ? { start: offset, end: offset + 1, isWord: false }
    : placed(character, from);
}

const placed = (segment: Intl.SegmentData, from: number): Unit => ({
  start: from + segment.index,
  end: from + segment.index + segment.segment.length,
  isWord: segment.isWordLike === true,
});

/** The first word that ends after `offset`. */
function wordAfter(text: string, offset: number, language: string | null | undefined): Unit | null {
  for (let at = offset; at < text.length; ) {
    const unit = unitAt(text, at, language);
    if (unit.isWord) return unit;
    at = Math.max(at + 1, unit.end);
  }
  return null;
}

/** The last word that begins before `offset`. */
function wordBefore(text: string, offset: number, language: string | null | undefined): Unit | null {
  for (let at = offset - 1; at >= 0; ) {
    const unit = unitAt(text, at, language);
    if (unit.isWord) return unit;
    at = Math.min(at - 1, unit.start - 1);
  }
  return null;
}

/** Where the last word of a passage begins: its end moves back to the word before that. */
function beforeLastWord(text: string, passage: Passage, language: string | null | undefined): number {
  return wordBefore(text, passage.end, language)?.start ?? passage.start;
}

/** Where the first word of a passage ends: its start moves on to the word after that. */
function afterFirstWord(text: string, passage: Passage, language: string | null | undefined): number {
  return wordAfter(text, passage.start, language)?.end ?? passage.end;
}

/** The whole lines that a passage touches. */
function linesAround(text: string, passage: Passage): Passage {
  return { start: lineStart(text, passage.start), end: lineEnd(text, passage.end) };
}

/** The lines around a passage up to the next blank line on either side. */
function paragraphAround(text: string, passage: Passage): Passage {
  let { start, end } = linesAround(text, passage);
  while (start > 0 && !isBlank(text, lineStart(text, start - 1), start)) start = lineStart(text, start - 1);
  while (end < text.length && !isBlank(text, end, lineEnd(text, end + 1))) end = lineEnd(text, end + 1);
  return { start, end };
}

const isBlank = (text: string, start: number, end: number): boolean => text.slice(start, end).trim() === '';

const lineStart = (text: string, offset: number): number =>
  offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;

function lineEnd(text: string, offset: number): number {
  const found = text.indexOf('\n', offset);
  return found === -1 ? text.length : found;
}

const within = (sentences: readonly Passage[], stretch: Passage): readonly Passage[] =>
  sentences.filter((sentence) => sentence.start >= stretch.start && sentence.end <= stretch.end);

/** The smallest passage around another and some sentences; list markers and blank lines outside sentences stay out. */
function hull(sentences: readonly Passage[], passage: Passage): Passage {
  const first = sentences[0];
  const last = sentences.at(-1);
  if (first === undefined || last === undefined) return passage;
  return { start: Math.min(first.start, passage.start), end: Math.max(last.end, passage.end) };
}
