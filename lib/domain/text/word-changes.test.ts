import fc from 'fast-check';
import { expect, it } from 'vitest';
import { words } from '../testing/arbitraries';
import { wordChanges } from './word-changes';

it('names the words that differ and keeps the others', () => {
  expect(wordChanges('more than double the 190 million', 'more than double the 231 million')).toEqual([
    { kind: 'kept', text: 'more than double the ' },
    { kind: 'removed', text: '190' },
    { kind: 'added', text: '231' },
    { kind: 'kept', text: ' million' },
  ]);
});

it('loses nothing of either wording', () => {
  fc.assert(
    fc.property(words, words, (before, after) => {
      const changes = wordChanges(before, after);
      const without = (kind: string) =>
        changes
          .filter((change) => change.kind !== kind)
          .map(({ text }) => text)
          .join('');
      expect(without('added')).toBe(before);
      expect(without('removed')).toBe(after);
    }),
  );
});
