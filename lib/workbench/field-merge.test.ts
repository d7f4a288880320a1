import { describe, expect, it } from 'vitest';
import { mergeFields } from './field-merge';

type Fields = { title: string; locator: string | null; kinds: string[] };
const base: Fields = { title: 'Minutes', locator: null, kinds: ['quote'] };

describe('mergeFields', () => {
  it('sends nothing when nothing was changed, whatever others did', () => {
    expect(mergeFields(base, base, { ...base, title: 'Other' })).toMatchObject({ changes: {}, clashes: [] });
  });

  it('sends only the fields I changed', () => {
    const mine = { ...base, locator: 'p. 6' };
    expect(mergeFields(base, mine, base)).toMatchObject({ changes: { locator: 'p. 6' }, clashes: [] });
  });

  it('joins my change with a change of another field', () => {
    const mine = { ...base, locator: 'p. 6' };
    expect(mergeFields(base, mine, { ...base, title: 'Other' })).toMatchObject({
      changes: { locator: 'p. 6' },
      clashes: [],
    });
  });

  it('names a field that both changed', () => {
    const mine = { ...base, title: 'Mine' };
    expect(mergeFields(base, mine, { ...base, title: 'Theirs' })).toMatchObject({
      changes: { title: 'Mine' },
      clashes: ['title'],
    });
  });

  it('keeps what others did to the fields that I left alone', () => {
    const { merged } = mergeFields(
      base,
      { ...base, title: 'Mine' },
      { ...base, title: 'Theirs', locator: 'p. 13' },
    );
    expect(merged).toEqual({ ...base, title: 'Mine', locator: 'p. 13' });
  });

  it('sees no clash and no change when both wished the same', () => {
    const both = { ...base, kinds: ['quote', 'event'] };
    expect(mergeFields(base, both, { ...both, kinds: ['quote', 'event'] })).toMatchObject({
      changes: {},
      clashes: [],
    });
  });

  it('sends an emptied field as null', () => {
    const full: Fields = { ...base, locator: 'p. 6' };
    expect(mergeFields(full, { ...full, locator: null }, full).changes).toEqual({ locator: null });
  });
});
