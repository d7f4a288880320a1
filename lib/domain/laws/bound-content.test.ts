import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evidence as anyEvidence } from '../testing/arbitraries';
import { budget, claim, idOf, people, proposal, rating } from '../testing/desk';
import { boundContent } from './bound-content';

const annotation = claim();
const plain = boundContent(annotation, proposal);

describe('what a sign-off binds to', () => {
  it('is the same in whatever order, under whatever ids and by whomever it was written', () => {
    fc.assert(
      fc.property(
        fc
          .array(anyEvidence, { maxLength: 5 })
          .chain((list) =>
            fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
          ),
        ([list, shuffled]) => {
          const other = shuffled.map((item, index) => ({
            ...Object.fromEntries(Object.entries(item).reverse()),
            id: idOf(index),
            authorId: people.tom.userId,
            createdAt: '2027-01-01T00:00:00.000Z',
            changedAt: '2027-01-01T00:00:00.000Z',
            version: 9,
          })) as unknown as typeof list; // the same fields in another order
          expect(boundContent({ ...annotation, evidence: other }, proposal)).toBe(
            boundContent({ ...annotation, evidence: list }, proposal),
          );
        },
      ),
    );
  });

  it.each([
    ['the passage', { anchor: { ...annotation.anchor, exact: 'port will cost 421 million' } }],
    ['the mark', { mark: 'sourced_fact' as const }],
    ['evidence added', { evidence: [budget, budget] }],
    ['evidence removed', { evidence: [] }],
    ['its type', { evidence: [{ ...budget, type: 'paper' as const }] }],
    ['its tier', { evidence: [{ ...budget, tier: 'tertiary' as const }] }],
    ['its stance', { evidence: [{ ...budget, stance: 'refutes' as const }] }],
    ['its title', { evidence: [{ ...budget, title: 'Budget 2' }] }],
    ['its address', { evidence: [{ ...budget, address: 'https://example.org/' }] }],
    ['its quote', { evidence: [{ ...budget, quote: '412' }] }],
    ['its locator', { evidence: [{ ...budget, locator: 'p. 7' }] }],
    ['its access date', { evidence: [{ ...budget, accessedOn: '2026-03-02' }] }],
    ['its archived address', { evidence: [{ ...budget, archivedAddress: 'https://example.org/a' }] }],
    ['its independence group', { evidence: [{ ...budget, independenceGroup: 'port' }] }],
    ['its capture hash', { evidence: [{ ...budget, captureHash: 'a'.repeat(64) }] }],
    ['its confidentiality', { evidence: [{ ...budget, isConfidential: true }] }],
  ])('changes with %s', (_, change) => {
    expect(boundContent({ ...annotation, ...change }, proposal)).not.toBe(plain);
  });

  it.each([
    ['the outcome', { outcome: 'cut' as const }],
    ['the wording', { suggestedWording: '421 million' }],
    ['no rating', { verdict: null }],
    ['the step', { verdict: { ...rating('false'), label: 'False', internal: 'false' as const } }],
    [
      'the version of the scale',
      { verdict: { ...rating('true'), scaleVersion: 2, label: 'True', internal: 'true' as const } },
    ],
  ])('changes with %s', (_, change) => {
    expect(boundContent(annotation, { ...proposal, ...change })).not.toBe(plain);
  });

  it('does not change with what hangs beside it', () => {
    const beside = claim(
      {},
      { version: 9, claim: { claimTypes: ['statistic'], claimant: 'Port', claimedOn: null } },
    );
    expect(boundContent(beside, { ...proposal, suggestedWording: null })).toBe(plain);
  });
});
