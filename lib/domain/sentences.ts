import nlp from 'compromise/one';
import type { Passage } from './article';

/**
 * The sentences of a canonical text, without the white space around them. Blocks (separated by line feeds) never
 * share a sentence. English by compromise, which knows "Dr." and "U.S."; other languages by Unicode's rules
 * (UAX 29, Intl.Segmenter). `language` is a BCP 47 code, null when not known: then English rules hold.
 */
export function splitSentences(text: string, language: string | null): Passage[] {
  const english = language === null || /^en(-|$)/i.test(language);
  const found: Passage[] = [];
  for (const line of text.matchAll(/[^\n]+/g)) {
    const pieces = english ? splitEnglish(line[0]) : splitByUnicode(line[0], language);
    for (const passage of placed(line[0], pieces, line.index)) found.push(passage);
  }
  return found;
}

const hasWord = /[\p{L}\p{N}]/u;

function splitEnglish(line: string): string[] {
  return nlp(line).out('array');
}

function splitByUnicode(line: string, language: string): string[] {
  return Array.from(
    new Intl.Segmenter(language, { granularity: 'sentence' }).segment(line),
    ({ segment }) => segment,
  );
}

/** Where the pieces stand in the line, in order; a piece without a letter or digit is no sentence. */
function* placed(line: string, pieces: readonly string[], offset: number): Generator<Passage> {
  let from = 0;
  for (const piece of pieces) {
    const words = piece.trim();
    const at = line.indexOf(words, from);
    if (words === '' || at === -1) continue;
    from = at + words.length;
    if (hasWord.test(words)) yield { start: offset + at, end: offset + from };
  }
}
