import { dateKey, dayWordsIn } from '../facts/date-value';
import { findDates } from '../facts/find-dates';
import { findNumbers } from '../facts/find-numbers';
import { nameWordsIn } from '../facts/name-words';
import { negationsIn } from '../facts/negations';
import { type NumberValue, numberValueOf } from '../facts/number-value';
import { plainWords, quotationMarksIn, quotationsIn } from '../facts/quotation-words';
import { unitsIn } from '../facts/units';

/** What can have changed in a passage between two revisions, the gravest first. */
export const driftKinds = [
  'negation',
  'number',
  'unit',
  'date',
  'name',
  'quotation',
  'split',
  'merged',
  'reworded',
  'moved',
  'deleted',
  'unchanged',
] as const;
export type Drift = (typeof driftKinds)[number];

/** Where the passage stands: its language (BCP 47), and whether it begins inside a sentence or a quotation. */
export type DriftSetting = {
  readonly language: string | null;
  readonly isInSentence: boolean;
  readonly isInQuotation: boolean;
};

const anywhere: DriftSetting = { language: null, isInSentence: false, isInQuotation: false };

/**
 * Everything that changed from one wording of a passage to another, the gravest first; never empty. Facts are compared
 * by what they say: "12 percent" and "twelve per cent" are no change of a number, and then the passage is `reworded`.
 */
export function driftOf(
  before: string,
  after: string,
  setting: DriftSetting = anywhere,
): readonly [Drift, ...Drift[]] {
  if (before === after) return ['unchanged'];
  const [old, renewed] = [factsOf(before, setting), factsOf(after, setting)];
  const lines = linesIn(after) - linesIn(before);
  const changed: readonly (readonly [Drift, boolean])[] = [
    ['negation', differ(old.negations, renewed.negations)],
    ['number', differ(old.numbers, renewed.numbers)],
    ['unit', differ(old.units, renewed.units)],
    ['date', differ(old.dates, renewed.dates)],
    ['name', isOtherName(old.names, renewed.names, before, after)],
    ['quotation', isOtherQuotation(before, after, setting)],
    ['split', lines > 0],
    ['merged', lines < 0],
  ];
  const drifts = changed.filter(([, isChanged]) => isChanged).map(([drift]) => drift);
  const [gravest, ...others] = drifts;
  return gravest === undefined ? ['reworded'] : [gravest, ...others];
}

type Facts = Readonly<Record<'negations' | 'numbers' | 'units' | 'dates' | 'names', readonly string[]>>;

function factsOf(text: string, { language, isInSentence }: DriftSetting): Facts {
  const dates = findDates(text);
  const numbers = findNumbers(text, dates, language).map(({ start, end }) => {
    const words = text.slice(start, end);
    return { words, value: numberValueOf(words, language) };
  });
  return {
    negations: negationsIn(text, language),
    numbers: numbers.map(({ words, value }) => value?.values.join('–') ?? words),
    units: unitsOf(
      text,
      numbers.map(({ value }) => value),
    ),
    dates: [...dates.map(({ start, end }) => dateKey(text.slice(start, end))), ...dayWordsIn(text)],
    names: nameWordsIn(text, { language, isInSentence }),
  };
}

/** Units of numbers, and those that are named anywhere else; the order in which they come says nothing. */
function unitsOf(text: string, numbers: readonly (NumberValue | undefined)[]): readonly string[] {
  return [...new Set([...numbers.map((value) => value?.unit ?? ''), ...unitsIn(text)])].sort();
}

const differ = (before: readonly string[], after: readonly string[]): boolean =>
  before.length !== after.length || before.some((one, index) => one !== after[index]);

/** A name that comes or goes, or changes its place among the others; one that is only written small now is the same. */
function isOtherName(
  names: readonly string[],
  newNames: readonly string[],
  before: string,
  after: string,
): boolean {
  const words = new Set(plainWords(before).split(' '));
  const newWords = new Set(plainWords(after).split(' '));
  const small = (name: string): string => plainWords(name);
  const isIn = (name: string, others: ReadonlySet<string>): boolean =>
    small(name)
      .split(' ')
      .every((word) => others.has(word) || others.has(`${word}'s`));
  if (!names.every((name) => isIn(name, newWords)) || !newNames.every((name) => isIn(name, words)))
    return true;
  const shared = (list: readonly string[], others: readonly string[]): readonly string[] =>
    list.filter((name) => others.includes(name));
  return differ(shared(names, newNames), shared(newNames, names));
}

/** Other words in quotation marks, marks that come or go, or other words of a passage that is itself quoted. */
function isOtherQuotation(before: string, after: string, { isInQuotation }: DriftSetting): boolean {
  if (isInQuotation && plainWords(before) !== plainWords(after)) return true;
  return (
    differ(quotationsIn(before), quotationsIn(after)) || quotationMarksIn(before) !== quotationMarksIn(after)
  );
}

const linesIn = (text: string): number => text.trim().split(/\n+/u).length;
