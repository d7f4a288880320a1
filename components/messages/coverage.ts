import type { FactKind } from '@/lib/domain/facts/facts';

const sentences = (count: number): string => (count === 1 ? '1 sentence' : `${count} sentences`);
const oneOf: Readonly<Record<FactKind, string>> = {
  number: 'number',
  name: 'name',
  date: 'date',
  quotation: 'quotation',
};

/** Words of an article's coverage: the gauge, its panel, and what is said on the way from gap to gap. */
export const coverage = {
  title: 'Coverage',
  decided: 'Decided, by mark',
  total: (decided: number, total: number) => `${decided} of ${sentences(total)} decided`,
  gaps: (count: number) => (count === 0 ? 'No gaps' : `Gaps: ${sentences(count)}`),
  gapList: 'Sentences without a decision',
  moreGaps: (count: number) => `Show ${count} more`,
  facts: 'Facts not yet covered',
  factsHint: 'Found by rules, as a reminder: some are none, and some are missed. Any mark covers.',
  readingFacts: 'Looking for facts…',
  nextOne: 'Next',
  kinds: {
    number: 'Numbers',
    name: 'Names',
    date: 'Dates',
    quotation: 'Quotations',
  } satisfies Record<FactKind, string>,
  factsLeft: (left: number, total: number) =>
    total === 0
      ? 'none found'
      : left === 0
        ? `${total} of ${total} covered`
        : `${left} of ${total} not yet covered`,
  fact: (kind: FactKind, text: string, left: number) =>
    `${oneOf[kind].charAt(0).toUpperCase()}${oneOf[kind].slice(1)} not yet covered: “${text}”. ${left === 1 ? 'The only one left.' : `${left} left.`}`,
  noFact: (kind: FactKind, total: number) =>
    total === 0 ? `No ${oneOf[kind]} was found in this text.` : `Every ${oneOf[kind]} found is covered.`,
};
