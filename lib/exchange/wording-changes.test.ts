import fc from 'fast-check';
import { expect, it } from 'vitest';
import { words } from '@/lib/domain/testing/arbitraries';
import { wordingChanges } from './wording-changes';

it('goes word by word where words stay', () => {
  expect(wordingChanges('an increase of 40 percent', 'an increase of 14 percent')).toEqual([
    { kind: 'kept', text: 'an increase of ' },
    { kind: 'removed', text: '40' },
    { kind: 'added', text: '14' },
    { kind: 'kept', text: ' percent' },
  ]);
});

it('takes all out and puts all in where hardly a word stays', () => {
  expect(wordingChanges('Nobody had expected that', 'The council knew it')).toEqual([
    { kind: 'removed', text: 'Nobody had expected that' },
    { kind: 'added', text: 'The council knew it' },
  ]);
});

it('leads from the old wording to the new one, whatever they are', () => {
  fc.assert(
    fc.property(words, words, (before, after) => {
      const changes = wordingChanges(before, after);
      const joined = (without: string): string =>
        changes.flatMap(({ kind, text }) => (kind === without ? [] : [text])).join('');
      expect(joined('added')).toBe(before);
      expect(joined('removed')).toBe(after);
    }),
  );
});
