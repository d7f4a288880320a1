import { expect, it } from 'vitest';
import { evidenceFieldsSchema } from '@/lib/domain/evidence';
import { evidenceLines } from './history-changes';

const fields = evidenceFieldsSchema.parse({
  type: 'dataset',
  tier: 'primary',
  stance: 'supports',
  title: 'Budget',
  address: null,
  quote: null,
  locator: 'p. 6',
  accessedOn: null,
});

it('lists all that the first version of evidence says, and of a later one what is other than before', () => {
  expect(evidenceLines(fields, undefined)).toEqual([
    ['Type', 'dataset'],
    ['Tier', 'primary'],
    ['Stance', 'supports'],
    ['Title', 'Budget'],
    ['Locator', 'p. 6'],
  ]);
  const later = { ...fields, stance: 'mixed' as const, locator: null, isConfidential: true };
  expect(evidenceLines(later, fields)).toEqual([
    ['Stance', 'mixed'],
    ['Locator', 'none'],
    ['Confidentiality', 'yes'],
  ]);
  expect(evidenceLines({ ...later, isConfidential: false }, later)).toEqual([['Confidentiality', 'no']]);
});
