import { describe, expect, it } from 'vitest';
import { mergeFields } from './field-merge';

type Fields = { title: string; locator: string | null; kinds: string[] };
const base: Fields = { title: 'Minutes', locator: null, kinds: ['quote'] };

describe('mergeFields', () => {
  it('sends nothing when nothing was changed, whatever others did', () => {
    expect(mergeFields(base, base, { ...base, title: 'Other' })).toEqual({ changes: {}, clashes: [] });
  });

  it('sends only the fields I changed', () => {
    const mine = { ...base, locator: 'p. 6' };
    expect(mergeFields(base, mine, base)).toEqual({ changes: { locator: 'p. 6' }, clashes: [] });
  });

  it('joins my change with a change of another field', () => {
    const mine = { ...base, locator: 'p. 6' };
    expect(mergeFields(base, mine, { ...base, title: 'Other' })).toEqual({
      changes: { locator: 'p. 6' },
      clashes: [],
    });
  });

  it('names a field that both changed', () => {
    const mine = { ...base, title: 'Mine' };
    expect(mergeFields(base, mine, { ...base, title: 'Theirs' })).toEqual({
      changes: { title: 'Mine' },
      clashes: ['title'],
    });
  });

  it('sees no clash and no change when both wished the same', () => {
    const both = { ...base, kinds: ['quote', 'event'] };
    expect(mergeFields(base, both, { ...both, kinds: ['quote', 'event'] })).toEqual({
      changes: {},
      clashes: [],
    });
  });

  it('sends an emptied field as null', () => {
    const full: Fields = { ...base, locator: 'p. 6' };
    expect(mergeFields(full, { ...full, locator: null }, full).changes).toEqual({ locator: null });
  });
});
