import { describe, expect, it } from 'vitest';
import { evidenceChangesSchema, evidenceFieldsOf, evidenceFieldsSchema, withDepth } from './evidence';
import { noDepth } from './no-depth';

const plain = {
  type: 'dataset',
  tier: 'primary',
  stance: 'supports',
  title: 'Port statistics',
  address: null,
  quote: null,
  locator: null,
  accessedOn: null,
} as const;

const made = { id: 'e', authorId: 'a', createdAt: '', changedAt: '', version: 1 };

describe('what is written down about evidence', () => {
  it('takes what was written before all of today’s fields were known', () => {
    expect(evidenceFieldsSchema.parse(plain)).toEqual({ ...plain, ...noDepth });
    // an event of then
    const old = { ...plain, ...made } as Parameters<typeof withDepth>[0];
    expect(withDepth(old)).toEqual({ ...plain, ...noDepth, ...made });
  });

  it('changes only what is named: what is left out is not emptied', () => {
    expect(evidenceChangesSchema.parse({ locator: 'p. 6' })).toEqual({ locator: 'p. 6' });
    expect(evidenceChangesSchema.safeParse({}).error?.message).toContain('Say what is to change.');
  });

  it.each([
    ['archivedAddress', 'ftp://example.org'],
    ['captureHash', 'ABC'],
    ['reliability', 'G'],
    ['credibility', 7],
    ['credibility', '1'],
    ['attribution', 'whispered'],
    ['independenceGroup', '  '],
  ])('refuses %s %s', (field, value) => {
    expect(evidenceFieldsSchema.safeParse({ ...plain, [field]: value }).success).toBe(false);
    expect(evidenceChangesSchema.safeParse({ [field]: value }).success).toBe(false);
  });

  it('is the whole evidence but for ids, times and version', () => {
    const fields = evidenceFieldsSchema.parse({ ...plain, reliability: 'B', credibility: 2 });
    expect(evidenceFieldsOf({ ...fields, ...made })).toEqual(fields);
  });
});
