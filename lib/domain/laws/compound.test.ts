import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkStatuses } from '../check';
import { type InternalVerdict, internalVerdicts } from '../verdict';
import { type PartStanding, type RollUpRule, rollUp, statusesByAdvance } from './compound';

const part: fc.Arbitrary<PartStanding> = fc.record({
  status: fc.constantFrom(...checkStatuses),
  verdict: fc.option(fc.constantFrom(...internalVerdicts), { nil: null }),
});
const parts = fc.array(part, { minLength: 1, maxLength: 6 });
const withVerdicts = (verdicts: readonly (InternalVerdict | null)[]) =>
  rollUp(verdicts.map((verdict) => ({ status: 'signed_off', verdict })));

describe('how a compound claim stands', () => {
  it('is not said of a claim without parts', () => {
    expect(rollUp([])).toBeUndefined();
  });

  it('knows every status once', () => {
    expect([...statusesByAdvance].sort()).toEqual([...checkStatuses].sort());
  });

  it.each<[readonly (InternalVerdict | null)[], InternalVerdict | null, RollUpRule]>([
    [['true', null], null, 'open'],
    [['not_applicable'], 'not_applicable', 'not_applicable'],
    [['not_applicable', 'false'], 'false', 'equal'],
    [['true', 'true'], 'true', 'equal'],
    [['false', 'misleading_or_missing_context', 'true'], 'misleading_or_missing_context', 'misleading'],
    [['mixed', 'misleading_or_missing_context'], 'misleading_or_missing_context', 'misleading'],
    [['false', 'true'], 'mixed', 'mixed'],
    [['mostly_false', 'mostly_true', 'unproven'], 'mixed', 'mixed'],
    [['mixed', 'true'], 'mixed', 'mixed'],
    [['false', 'mostly_false'], 'mostly_false', 'mostly_false'],
    [['false', 'unproven'], 'mostly_false', 'mostly_false'],
    [['true', 'unproven', 'mostly_true'], 'unproven', 'unproven'],
    [['true', 'mostly_true'], 'mostly_true', 'mostly_true'],
  ])('rates %j as %s', (verdicts, verdict, rule) => {
    expect(withVerdicts(verdicts)).toMatchObject({ verdict, rule });
  });

  it('takes the status of the least advanced part', () => {
    fc.assert(
      fc.property(parts, (list) => {
        const places = list.map(({ status }) => statusesByAdvance.indexOf(status));
        expect(rollUp(list)?.status).toBe(statusesByAdvance[Math.min(...places)]);
      }),
    );
  });

  it('depends neither on the order of the parts nor on repeats', () => {
    fc.assert(
      fc.property(
        parts.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        ([list, shuffled]) => {
          expect(rollUp(shuffled)).toEqual(rollUp(list));
          expect(rollUp([...list, ...shuffled])).toEqual(rollUp(list));
        },
      ),
    );
  });

  it('rolls its own answer up to itself, and calls true or false only what all parts are', () => {
    fc.assert(
      fc.property(parts, (list) => {
        const whole = rollUp(list);
        if (whole === undefined) throw new Error('There are parts.');
        const { status, verdict } = whole;
        expect(rollUp([{ status, verdict }])).toMatchObject({ status, verdict });
        if (verdict !== 'true' && verdict !== 'false') return;
        expect(list.every((one) => one.verdict === verdict || one.verdict === 'not_applicable')).toBe(true);
      }),
    );
  });
});
