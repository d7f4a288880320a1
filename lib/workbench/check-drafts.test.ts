import { describe, expect, it } from 'vitest';
import { freshCheck, outcomes } from '@/lib/domain/check';
import {
  asSecondCheck,
  blankProposal,
  blankSecondCheck,
  proposalIn,
  secondCheckIn,
  seenIn,
} from './check-drafts';

const passage = 'more than double the 190 million';
const blank = blankProposal(freshCheck);
const fields = (draft: Parameters<typeof proposalIn>[0]) => {
  const checked = proposalIn(draft, passage);
  return 'fields' in checked ? checked.fields : undefined;
};
const problems = (draft: Parameters<typeof proposalIn>[0]) => {
  const checked = proposalIn(draft, passage);
  return 'problems' in checked ? checked.problems : {};
};

describe('proposalIn', () => {
  it('asks for an outcome first', () => {
    expect(problems(blank)).toEqual({ outcome: 'Choose an outcome.' });
  });

  it.each([
    ['confirmed', {}],
    ['confirmed_with_change', { suggestedWording: 'Write the wording that you suggest.' }],
    [
      'incorrect',
      {
        suggestedWording: 'Suggest a change, or write down why the text stays as it is and who decided so.',
      },
    ],
    ['on_author', { onAuthorReason: 'Say why the writer answers for this.' }],
    ['unverifiable', { tried: 'Write down what you tried.' }],
    ['cut', {}],
    ['not_checkable', {}],
  ] as const)('says beside the field what %s lacks', (outcome, expected) => {
    expect(problems({ ...blank, outcome })).toEqual(expected);
  });

  it('takes the untouched passage for no change', () => {
    const draft = { ...blank, outcome: 'incorrect' as const, suggestedWording: ` ${passage} ` };
    expect(problems(draft)).toHaveProperty('suggestedWording');
    expect(fields({ ...draft, refusal: 'The editor keeps it.' })).toMatchObject({
      suggestedWording: null,
      refusal: 'The editor keeps it.',
    });
  });

  it('sends nothing that the outcome does not ask for, and keeps it in the draft', () => {
    const draft = { ...blank, suggestedWording: 'other words', tried: 'called twice', refusal: 'no' };
    for (const outcome of outcomes) {
      const sent = fields({ ...draft, outcome, onAuthorReason: 'he was there' });
      expect(sent?.suggestedWording ?? null).toBe(
        outcome === 'incorrect' || outcome === 'confirmed_with_change' ? 'other words' : null,
      );
      expect(sent?.tried ?? null).toBe(outcome === 'unverifiable' ? 'called twice' : null);
    }
  });

  it('wants a sentence with every confidence', () => {
    const draft = { ...blank, outcome: 'confirmed' as const, confidence: 'high' as const };
    expect(problems(draft)).toEqual({ confidenceReason: 'Say in a sentence why you are that sure.' });
    expect(fields({ ...draft, confidenceReason: 'Two sources.' })?.confidenceReason).toBe('Two sources.');
    expect(
      fields({ ...draft, confidence: null, confidenceReason: 'left over' })?.confidenceReason,
    ).toBeNull();
  });
});

describe('secondCheckIn', () => {
  it('needs an outcome first', () => {
    const draft = blankSecondCheck(freshCheck, 'id');
    expect(secondCheckIn(draft, passage)).toEqual({ problems: { outcome: 'Choose an outcome.' } });
    expect(secondCheckIn({ ...draft, outcome: 'confirmed', note: ' Seen. ' }, passage)).toEqual({
      fields: { outcome: 'confirmed', verdict: null, note: 'Seen.', suggestedWording: null },
    });
  });
});

describe('what a second check must say, so that an editor can decide for it', () => {
  const blankCheck = blankSecondCheck(freshCheck, 'id');

  it.each([
    ['confirmed_with_change', 'suggestedWording'],
    ['incorrect', 'suggestedWording'],
    ['on_author', 'note'],
    ['unverifiable', 'note'],
  ] as const)('%s asks for the %s', (outcome, field) => {
    const checked = secondCheckIn({ ...blankCheck, outcome }, passage);
    expect('problems' in checked ? Object.keys(checked.problems) : []).toEqual([field]);
  });

  it('takes the note of an incorrect claim for the documented refusal', () => {
    const draft = { ...blankCheck, outcome: 'incorrect' as const, note: 'The editor keeps it.' };
    expect('fields' in secondCheckIn(draft, passage)).toBe(true);
  });
});

describe('seenIn', () => {
  const said = { byId: 'edda', at: '2026-03-03T14:00:00.000Z' };

  it('stays the same while others only plan or take the claim', () => {
    const planned = { ...freshCheck, version: 4, holder: said };
    expect(seenIn(planned)).toBe(seenIn(freshCheck));
  });

  it('differs once somebody has concluded something', () => {
    const sealed = { ...said, sealed: true as const };
    expect(seenIn({ ...freshCheck, status: 'proposed', proposal: sealed })).not.toBe(seenIn(freshCheck));
  });
});

describe('asSecondCheck', () => {
  it('keeps every word of a proposal that somebody else was quicker with', () => {
    const draft = {
      ...blank,
      outcome: 'incorrect' as const,
      suggestedWording: 'nearly double the 190 million',
      refusal: null,
      rationale: 'The audit says 92 percent.',
      confidence: 'low' as const,
      confidenceReason: 'One source only.',
    };
    const second = asSecondCheck(draft, freshCheck, passage, 'id');
    expect(second).toMatchObject({
      outcome: 'incorrect',
      suggestedWording: 'nearly double the 190 million',
      note: 'The audit says 92 percent.\nOne source only.',
      secondCheckId: 'id',
      seen: seenIn(freshCheck),
    });
    expect(secondCheckIn(second, passage)).toHaveProperty('fields');
  });

  it('puts what the second check has no field for into its note, so that it can be recorded', () => {
    for (const outcome of outcomes) {
      const draft = {
        ...blank,
        outcome,
        suggestedWording: 'twice as much',
        refusal: 'The editor keeps it.',
        onAuthorReason: 'The writer was there.',
        tried: 'Called twice.',
        rationale: 'Because.',
      };
      const second = asSecondCheck(draft, freshCheck, passage, 'id');
      const all = `${second.note} ${second.suggestedWording}`;
      for (const words of ['twice as much', 'keeps it', 'was there', 'Called twice.', 'Because.'])
        expect(all).toContain(words);
      expect(secondCheckIn(second, passage)).toHaveProperty('fields');
    }
  });
});
