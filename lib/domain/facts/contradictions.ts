import type { Passage } from '../article';
import type { FactText } from './fact-keys';
import { numberKey, numberValueOf } from './number-value';

/** Two figures of an article that may be meant to be the same: where they stand, the first first. A hint, no more. */
export type Contradiction = { readonly one: Passage; readonly other: Passage };

/** So many are listed, in order. */
export const mostContradictions = 50;

/**
 * Figures of one unit that may contradict each other: with the same digits in another order, in sentences that share
 * rare words or where one is in the headline ("12 percent" there, "21 percent" in paragraph 9); or in two sentences that
 * otherwise say nearly the same. Near-linear in the text.
 */
export function findContradictions(
  { text, facts }: FactText,
  sentences: readonly Passage[],
  language: string | null,
): readonly Contradiction[] {
  const figures = figuresOf({ text, facts }, sentences, language);
  const lines = linesOf(text, sentences, figures);
  const found = new Map<string, Contradiction>();
  for (const [one, other] of neighbours(text, lines)) {
    for (const a of one.figures)
      for (const b of other.figures) {
        if (!mayContradict(a, b, one, other)) continue;
        const key = [a.key, b.key].sort().join(' / ');
        if (!found.has(key)) found.set(key, { one: placeOf(a), other: placeOf(b) });
      }
  }
  return [...found.values()].sort((a, b) => a.one.start - b.one.start).slice(0, mostContradictions);
}

type Figure = Passage & {
  readonly sentence: number;
  readonly key: string;
  readonly unit: string;
  readonly digits: string;
};

/** A sentence with figures, the words that it says about them, and those of these that few others have. */
type Line = {
  readonly at: number;
  readonly isHead: boolean;
  readonly figures: readonly Figure[];
  readonly words: ReadonlySet<string>;
  readonly rare: ReadonlySet<string>;
};

const placeOf = ({ start, end }: Passage): Passage => ({ start, end });

/** Single values that say something: with a unit, or large enough and not the number of a year. */
function figuresOf(
  { text, facts }: FactText,
  sentences: readonly Passage[],
  language: string | null,
): readonly Figure[] {
  let sentence = 0;
  return facts.flatMap(({ kind, start, end }) => {
    while ((sentences[sentence]?.end ?? Number.POSITIVE_INFINITY) <= start) sentence += 1;
    const said = kind === 'number' ? numberValueOf(text.slice(start, end), language) : undefined;
    const [value, second] = said?.values ?? [];
    if (said === undefined || value === undefined || second !== undefined) return [];
    const isYear = said.unit === '' && value >= 1_000 && value <= 2_100 && Number.isInteger(value);
    if (isYear || (said.unit === '' && Math.abs(value) <= 12)) return [];
    const digits = String(Math.abs(value)).replace(/\D/g, '').replace(/0+$/, '');
    return [{ start, end, sentence, key: numberKey(said), unit: said.unit, digits }];
  });
}

function linesOf(text: string, sentences: readonly Passage[], figures: readonly Figure[]): readonly Line[] {
  const bySentence = new Map<number, Figure[]>();
  for (const figure of figures)
    bySentence.set(figure.sentence, [...(bySentence.get(figure.sentence) ?? []), figure]);
  const words = sentences.map((sentence, at) =>
    wordsOf(
      (bySentence.get(at) ?? []).reduceRight(
        (rest, figure) => without(rest, figure, sentence),
        text.slice(sentence.start, sentence.end),
      ),
    ),
  );
  const counts = new Map<string, number>();
  for (const set of words) for (const word of set) counts.set(word, (counts.get(word) ?? 0) + 1);
  const headEnd = text.indexOf('\n');
  return [...bySentence].map(([at, own]) => {
    const all = words[at] ?? new Set();
    return {
      at,
      isHead: (sentences[at]?.start ?? 0) < headEnd,
      figures: own,
      words: all,
      rare: new Set([...all].filter((word) => (counts.get(word) ?? 0) <= fewSentences)),
    };
  });
}

/** A sentence without a figure and its unit. */
const without = (words: string, { start, end }: Figure, sentence: Passage): string =>
  `${words.slice(0, Math.max(0, start - sentence.start))} ${words.slice(end - sentence.start)}`;

/** A word that stands in more sentences than this says nothing of two of them. */
const fewSentences = 6;
const shortestWord = 4;
/** The beginning of a word, so that its endings make no difference. */
const stemLength = 6;

function wordsOf(sentence: string): Set<string> {
  const words = sentence.toLowerCase().match(/\p{L}[\p{L}\p{M}’']*/gu) ?? [];
  return new Set(
    words.filter(({ length }) => length >= shortestWord).map((word) => word.slice(0, stemLength)),
  );
}

/** Pairs of sentences that share a rare word, and of the headline with every other. */
function* neighbours(text: string, lines: readonly Line[]): Iterable<readonly [Line, Line]> {
  const withWord = new Map<string, Line[]>();
  const heads = text.includes('\n') ? lines.filter(({ isHead }) => isHead) : [];
  for (const line of lines) {
    const seen = new Set<Line>(line.isHead ? [] : heads);
    for (const word of line.rare) {
      const others = withWord.get(word) ?? [];
      for (const other of others) seen.add(other);
      withWord.set(word, [...others, line]);
    }
    for (const other of seen) yield [other, line];
  }
}

function mayContradict(a: Figure, b: Figure, one: Line, other: Line): boolean {
  if (a.unit !== b.unit) return false;
  // A sentence that names both figures tells them apart; so does one that names the same.
  if (one.figures.some(({ key }) => key === b.key) || other.figures.some(({ key }) => key === a.key))
    return false;
  return (
    (areDigitsSwapped(a, b) && (one.isHead || shared(one.rare, other.rare) >= fewestForDigits)) ||
    (shared(one.rare, other.rare) >= fewestRare && likeness(one, other) >= nearlySame)
  );
}

const fewestForDigits = 2;
const fewestRare = 3;
const nearlySame = 0.6;

function areDigitsSwapped({ digits: a }: Figure, { digits: b }: Figure): boolean {
  if (a === b || a.length !== b.length || a.length < 2) return false;
  return [...a].sort().join('') === [...b].sort().join('');
}

function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let count = 0;
  for (const word of one) if (other.has(word)) count += 1;
  return count;
}

/** Share of the words of the shorter sentence that the longer one has too. */
function likeness(one: Line, other: Line): number {
  return shared(one.words, other.words) / Math.max(1, Math.min(one.words.size, other.words.size));
}
