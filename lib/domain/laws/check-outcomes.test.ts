import { describe, expect, it } from 'vitest';
import { missingFor, type Outcome, outcomes, type ProposalFields } from '../check';
import { article, claim, claimId, confirmed, happening, people, refusalOf, sentence } from '../testing/desk';
import { missingForSecondCheck } from './second-check';

/** What each outcome demands, and the sentence that asks for it. */
const demands: Record<Outcome, { readonly any: readonly (keyof ProposalFields)[]; readonly asks?: string }> =
  {
    confirmed: { any: [] },
    confirmed_with_change: { any: ['suggestedWording'], asks: 'Write the wording that you suggest.' },
    incorrect: {
      any: ['suggestedWording', 'refusal'],
      asks: 'Suggest a change, or write down why the text stays as it is and who decided so.',
    },
    on_author: { any: ['onAuthorReason'], asks: 'Say why the writer answers for this.' },
    unverifiable: { any: ['tried'], asks: 'Write down what you tried.' },
    cut: { any: [] },
    not_checkable: { any: [] },
  };

const propose = (fields: ProposalFields) =>
  happening(article(claim()), people.mara, {
    type: 'check.propose',
    annotationId: claimId,
    version: 1,
    fields,
  });

describe.each(outcomes)('the outcome %s', (outcome) => {
  const { any, asks } = demands[outcome];
  const bare = { ...confirmed, outcome };

  it('asks for exactly what it needs, and takes white space for nothing', () => {
    const wanted = asks === undefined ? [] : [asks];
    expect(missingFor(bare)).toEqual(wanted);
    const blank = { suggestedWording: ' ', refusal: '\n', onAuthorReason: '\t', tried: '' };
    expect(missingFor({ ...bare, ...blank })).toEqual(wanted);
    for (const field of ['suggestedWording', 'refusal', 'onAuthorReason', 'tried'] as const)
      expect(missingFor({ ...bare, [field]: 'Words.' }), field).toEqual(any.includes(field) ? [] : wanted);
  });

  it('is refused while that is missing, and taken when it is there', () => {
    const complete = any.map((field) => ({ ...bare, [field]: 'Words.' }));
    for (const fields of any.length === 0 ? [bare] : complete)
      expect(propose(fields)).toMatchObject({ type: 'check.proposed', check: { proposal: { outcome } } });
    if (asks === undefined) return;
    const refusal = refusalOf(() => propose(bare));
    expect(refusal.code).toBe('INVALID');
    expect(refusal.message).toBe(asks);
    expect(refusal.message).toMatch(sentence);
  });

  it('asks the same of a second check that may come to stand, whose note is its reason', () => {
    const fields = { outcome, verdict: null, note: '', suggestedWording: null };
    expect(missingForSecondCheck(fields)).toEqual(asks === undefined ? [] : [asks]);
    expect(missingForSecondCheck({ ...fields, suggestedWording: '421 million', note: 'Page 7.' })).toEqual(
      [],
    );
    const needsWording = outcome === 'confirmed_with_change';
    expect(missingForSecondCheck({ ...fields, note: 'Page 7.' })).toEqual(needsWording ? [asks] : []);
  });
});

describe('a confidence', () => {
  it('needs a sentence that says why', () => {
    const asks = 'Say in a sentence why you are that sure.';
    expect(missingFor({ ...confirmed, confidence: 'high' })).toEqual([asks]);
    expect(missingFor({ ...confirmed, confidence: 'high', confidenceReason: 'Two sources.' })).toEqual([]);
    expect(missingFor({ ...confirmed, outcome: 'unverifiable', confidence: 'low' })).toHaveLength(2);
  });
});

describe('a rating', () => {
  it('keeps label and meaning of the step as it is now', () => {
    expect(propose(confirmed)).toMatchObject({
      check: { proposal: { verdict: { key: 'true', label: 'True', internal: 'true', scaleVersion: 1 } } },
    });
    expect(propose({ ...confirmed, verdict: null })).toMatchObject({
      check: { proposal: { verdict: null } },
    });
  });

  it('is refused when its step, its version or its scale is not there any more', () => {
    const { verdict } = confirmed;
    if (verdict === null) throw new Error('The proposal has no rating.');
    for (const change of [{ key: 'truish' }, { scaleVersion: 2 }, { scaleId: claimId }])
      expect(refusalOf(() => propose({ ...confirmed, verdict: { ...verdict, ...change } })).message).toBe(
        'This rating is not on the scale any more. Choose again.',
      );
  });
});
