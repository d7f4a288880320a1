import fc from 'fast-check';
import { expect, it } from 'vitest';
import { jsonPieces, lazyList } from './json-pieces';

/** A value with some of its lists made lazily, and the same as JSON knows it. */
const { both } = fc.letrec<{ both: { lazy: unknown; plain: unknown } }>((tie) => ({
  both: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc
      .oneof(fc.jsonValue({ maxDepth: 1 }), fc.string({ unit: 'binary' }), fc.constant('a\n<b>'))
      .map((plain) => ({ lazy: plain, plain })),
    fc.array(tie('both'), { maxLength: 3 }).map((items) => ({
      lazy: lazyList(items, ({ lazy }) => lazy),
      plain: items.map(({ plain }) => plain),
    })),
    fc.array(tie('both'), { maxLength: 3 }).map((items) => ({
      lazy: items.map(({ lazy }) => lazy),
      plain: items.map(({ plain }) => plain),
    })),
    fc.dictionary(fc.string(), tie('both'), { maxKeys: 3 }).map((members) => ({
      lazy: { ...mapped(members, ({ lazy }) => lazy), none: undefined },
      plain: mapped(members, ({ plain }) => plain),
    })),
  ),
}));

function mapped<T>(members: Readonly<Record<string, T>>, to: (member: T) => unknown): object {
  return Object.fromEntries(Object.entries(members).map(([key, member]) => [key, to(member)]));
}

it('writes in pieces what JSON writes whole, wherever lists are made lazily, without a `<`', () => {
  fc.assert(
    fc.property(both, ({ lazy, plain }) => {
      const words = [...jsonPieces(lazy)].join('');
      expect(words).toBe(`${JSON.stringify(plain, null, 2).replaceAll('<', '\\u003c')}\n`);
    }),
  );
});

it('makes an item when it is written, not before', () => {
  const made: number[] = [];
  const items = lazyList([1, 2, 3], (item) => {
    made.push(item);
    return { item };
  });
  const pieces = jsonPieces({ items });
  let words = '';
  while (!words.includes('"item": 2')) words += pieces.next().value;
  expect(made).toEqual([1, 2]);
});
