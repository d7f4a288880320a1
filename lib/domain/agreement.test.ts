import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cohensKappa, krippendorffsAlpha } from './agreement';

type Pair = readonly [string, string];

/** The pairs of a contingency table: rows are the first rater, columns the second. */
function pairsIn(table: readonly (readonly number[])[]): Pair[] {
  return table.flatMap((row, first) =>
    row.flatMap((count, second) => Array.from({ length: count }, (): Pair => [`c${first}`, `c${second}`])),
  );
}

describe('Cohen’s kappa', () => {
  it.each([
    [
      'Cohen 1960, the psychologists',
      [
        [88, 14, 18],
        [10, 40, 10],
        [2, 6, 12],
      ],
      0.4915,
    ],
    [
      'grant proposals, 50 units',
      [
        [20, 5],
        [10, 15],
      ],
      0.4,
    ],
    [
      'the same percentage, one kind of disagreement',
      [
        [45, 15],
        [25, 15],
      ],
      0.1304,
    ],
    [
      'the same percentage, another kind',
      [
        [25, 35],
        [5, 35],
      ],
      0.2593,
    ],
    [
      'complete agreement',
      [
        [3, 0],
        [0, 7],
      ],
      1,
    ],
    [
      'total disagreement, evenly',
      [
        [0, 5],
        [5, 0],
      ],
      -1,
    ],
    [
      'total disagreement of constant raters',
      [
        [0, 5],
        [0, 0],
      ],
      0,
    ],
  ] as const)('is as published or computed by hand: %s', (_name, table, value) => {
    expect(cohensKappa(pairsIn(table)).value).toBeCloseTo(value, 4);
  });

  it('is undefined without pairs, and where both always say the same word', () => {
    expect(cohensKappa([])).toEqual({ value: undefined, units: 0, why: 'no_pairs' });
    expect(cohensKappa(pairsIn([[4]]))).toEqual({ value: undefined, units: 4, why: 'one_category' });
  });

  const pair = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('a', 'b', 'c'));

  it('lies between -1 and 1, and does not depend on the order of units or raters or on names', () => {
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 30 }), (pairs) => {
        const { value } = cohensKappa(pairs);
        if (value !== undefined) {
          expect(value).toBeGreaterThanOrEqual(-1);
          expect(value).toBeLessThanOrEqual(1);
        }
        const same = [
          pairs.toReversed(),
          pairs.map(([a, b]): Pair => [b, a]),
          pairs.map(([a, b]): Pair => [`x${a}`, `x${b}`]),
        ];
        for (const other of same) expectSame(cohensKappa(other).value, value);
      }),
    );
  });
});

/** What raters said, one row each; a dot is nothing. */
function unitsIn(...rows: readonly string[]): string[][] {
  const said = rows.map((row) => row.split(' '));
  return (said[0] ?? []).map((_first, unit) =>
    said.map((row) => row[unit] ?? '.').filter((it) => it !== '.'),
  );
}

describe('Krippendorff’s alpha', () => {
  // Krippendorff 2011, example C: four observers, twelve units, missing values.
  const fourObservers = unitsIn(
    '1 2 3 3 2 1 4 1 2 . . .',
    '1 2 3 3 2 2 4 1 2 5 . 3',
    '. 3 3 3 2 3 4 2 2 5 1 .',
    '1 2 3 3 2 4 4 1 2 5 1 .',
  );
  const ranks = ['1', '2', '3', '4', '5'];

  it('is as published for four observers with missing values', () => {
    expect(krippendorffsAlpha(fourObservers).value).toBeCloseTo(0.743, 3);
    expect(krippendorffsAlpha(fourObservers, ranks).value).toBeCloseTo(0.815, 3);
    expect(krippendorffsAlpha(fourObservers).units).toBe(11);
  });

  it('is as published for two observers, binary and nominal', () => {
    const binary = unitsIn('0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0');
    expect(krippendorffsAlpha(binary).value).toBeCloseTo(0.095, 3);
    const nominal = unitsIn('a a b b d c c c e d d a', 'b a b b b c c c e d d d');
    expect(krippendorffsAlpha(nominal).value).toBeCloseTo(0.692, 3);
  });

  it('is 1 in complete agreement and below chance in total disagreement', () => {
    expect(krippendorffsAlpha(unitsIn('a b c', 'a b c')).value).toBe(1);
    // By hand: four values, two of each; observed 2, expected 4: 1 - 3 * 2 / 4.
    expect(krippendorffsAlpha(unitsIn('a a', 'b b')).value).toBeCloseTo(-0.5, 10);
    expect(krippendorffsAlpha(unitsIn('a', 'b')).value).toBe(0);
  });

  it('takes a near miss on a scale for less than a far one', () => {
    const near = krippendorffsAlpha(unitsIn('1 2 3 4 5', '1 2 3 4 4'), ranks).value ?? 0;
    const far = krippendorffsAlpha(unitsIn('1 2 3 4 5', '1 2 3 4 1'), ranks).value ?? 0;
    expect(near).toBeGreaterThan(far);
  });

  it('is undefined for nothing, for one rater, for one category, and says why', () => {
    const none = { value: undefined, units: 0, why: 'no_pairs' };
    expect(krippendorffsAlpha([])).toEqual(none);
    expect(krippendorffsAlpha(unitsIn('a b c'))).toEqual(none);
    expect(krippendorffsAlpha(unitsIn('a . b', '. c .'))).toEqual(none);
    expect(krippendorffsAlpha(unitsIn('a a', 'a a'))).toEqual({
      value: undefined,
      units: 2,
      why: 'one_category',
    });
  });

  it('counts what is not on the scale as missing', () => {
    const withOthers = unitsIn('1 2 unproven 3 1', '1 3 unproven 3 unproven');
    expect(krippendorffsAlpha(withOthers, ranks)).toEqual(
      krippendorffsAlpha(unitsIn('1 2 3', '1 3 3'), ranks),
    );
  });

  const unit = fc.array(fc.constantFrom(...ranks), { maxLength: 4 });

  it('lies between -1 and 1, and does not depend on the order of units or raters', () => {
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 20 }), fc.boolean(), (units, isOrdinal) => {
        const order = isOrdinal ? ranks : undefined;
        const { value } = krippendorffsAlpha(units, order);
        if (value !== undefined) {
          expect(value).toBeGreaterThanOrEqual(-1);
          expect(value).toBeLessThanOrEqual(1 + 1e-9);
        }
        expectSame(krippendorffsAlpha(units.toReversed(), order).value, value);
        expectSame(
          krippendorffsAlpha(
            units.map((said) => said.toReversed()),
            order,
          ).value,
          value,
        );
      }),
    );
  });

  it('does not depend on what the categories are called, nor an ordinal one on which end is up', () => {
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 20 }), (units) => {
        const renamed = units.map((said) => said.map((value) => `x${value}`));
        expectSame(krippendorffsAlpha(renamed).value, krippendorffsAlpha(units).value);
        expectSame(
          krippendorffsAlpha(units, ranks.toReversed()).value,
          krippendorffsAlpha(units, ranks).value,
        );
      }),
    );
  });
});

function expectSame(one: number | undefined, other: number | undefined): void {
  if (one === undefined || other === undefined) expect(one).toBe(other);
  else expect(one).toBeCloseTo(other, 9);
}
