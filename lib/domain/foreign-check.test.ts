import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Check,
  confirmersOf,
  freshCheck,
  isProposer,
  isSealed,
  missingFor,
  openProposal,
} from './check';
import { foreignCheck } from './foreign-check';
import { check as anyCheck } from './testing/arbitraries';
import { agreeing, at, people, proposal, revisionId } from './testing/desk';

const { mara, tom, editor } = people;
const signedBy = (byId: string) => ({ byId, at, revisionId, hash: 'h' });
const signed: Check = {
  ...freshCheck,
  status: 'signed_off',
  proposal,
  secondChecks: [agreeing(tom)],
  signOff: signedBy(editor.userId),
};

describe('a check from a file', () => {
  it.each([
    ['nobody has begun', freshCheck],
    ['is under way', { ...freshCheck, status: 'in_progress' as const, holder: { byId: tom.userId, at } }],
    ['is proposed', { ...freshCheck, status: 'proposed' as const, proposal }],
    ['is signed off', signed],
    [
      'is stale',
      {
        ...signed,
        status: 'stale' as const,
        staleness: { byId: tom.userId, at, cause: 'mark', detail: 'd' },
      },
    ],
  ])('comes in as it is when it %s', (_, check) => {
    expect(foreignCheck(check)).toEqual(check);
  });

  it('has no sign-off by the proposer, and no confirmation by them', () => {
    expect(foreignCheck({ ...signed, signOff: signedBy(mara.userId) })).toMatchObject({
      status: 'proposed',
      signOff: null,
    });
    const first = { ...proposal, byId: tom.userId, first: { byId: mara.userId, at } };
    expect(foreignCheck({ ...signed, proposal: first, signOff: signedBy(mara.userId) }).signOff).toBeNull();
    expect(
      foreignCheck({ ...signed, status: 'second_check', signOff: null, secondChecks: [agreeing(mara)] }),
    ).toMatchObject({ status: 'proposed', secondChecks: [] });
  });

  it('is not signed off by nobody, nor concluded without an outcome that is complete', () => {
    expect(foreignCheck({ ...signed, signOff: null }).status).toBe('proposed');
    expect(foreignCheck({ ...signed, proposal: null }).status).toBe('unchecked');
    expect(foreignCheck({ ...signed, proposal: { ...proposal, outcome: 'incorrect' } })).toMatchObject({
      status: 'unchecked',
      signOff: null,
    });
  });

  it('begins again where what was concluded was sealed for whoever exported it', () => {
    const sealed = { sealed: true, byId: mara.userId, at } as const;
    expect(foreignCheck({ ...freshCheck, status: 'proposed', proposal: sealed })).toEqual(freshCheck);
  });

  it('never puts on the record what Galley does not allow, whatever stands in the file', () => {
    fc.assert(
      fc.property(anyCheck, (check) => {
        const taken = foreignCheck(check);
        const { signOff, secondChecks, status } = taken;
        if (signOff !== null) expect(isProposer(taken, signOff.byId)).toBe(false);
        expect(secondChecks.some((item) => isSealed(item) || isProposer(taken, item.byId))).toBe(false);
        expect(taken.proposal !== null && isSealed(taken.proposal)).toBe(false);
        if (status === 'signed_off' || status === 'stale') expect(signOff).not.toBeNull();
        if (status === 'second_check') expect(confirmersOf(taken).size).toBeGreaterThan(0);
        const standing = ['proposed', 'second_check', 'signed_off', 'disputed', 'stale'].includes(status);
        const own = openProposal(taken);
        if (standing) expect(own && missingFor(own)).toEqual([]);
        expect(foreignCheck(taken)).toEqual(taken);
      }),
    );
  });
});
