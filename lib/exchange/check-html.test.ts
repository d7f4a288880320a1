import { describe, expect, it } from 'vitest';
import { type Check, freshCheck } from '@/lib/domain/check';
import { plainToRichText } from '@/lib/domain/rich-text';
import { anchorAt } from '../domain/anchor';
import type { Annotation } from '../domain/annotation';
import { checkToHtml, threadToHtml } from './check-html';

const text = 'The cost is more than double the 190 million approved in 2021.';
const at = '2026-03-03T14:02:00.000Z';
const people = {
  rhea: { id: 'rhea', name: 'Rhea <b>' },
  edda: { id: 'edda', name: 'Edda' },
};
const proposal = {
  outcome: 'incorrect',
  verdict: { scaleId: 's', scaleVersion: 1, key: 'false', label: 'Mostly <false>', internal: 'false' },
  suggestedWording: 'more than double the 231 million',
  refusal: null,
  onAuthorReason: null,
  tried: null,
  rationale: 'The minutes & the budget.',
  confidence: 'high',
  confidenceReason: 'Two documents.',
  byId: 'rhea',
  at,
  revisionId: 'r',
} as const;

function annotationWith(check: Partial<Check>): Annotation {
  return {
    id: 'a',
    articleId: 'x',
    mark: 'claim',
    anchor: anchorAt({ id: 'r', text }, { start: 12, end: 44 }),
    check: { ...freshCheck, ...check },
    partOfId: null,
    repeatsId: null,
    claim: { claimTypes: [], claimant: null, claimedOn: null },
    authorId: 'rhea',
    createdAt: at,
    changedAt: at,
    version: 1,
    notes: [],
    evidence: [],
    flags: [],
    threads: [],
  };
}

describe('the check in the report', () => {
  it('says nothing of a check that nobody has begun', () => {
    expect(checkToHtml(annotationWith({}), { people, scales: [] })).toBe('');
  });

  it('gives outcome, verdict, the words that change, why, and by whom, all escaped', () => {
    const html = checkToHtml(annotationWith({ status: 'proposed', proposal }), { people, scales: [] });
    expect(html).toContain('<b>Incorrect</b>');
    expect(html).toContain('Mostly &#60;false&#62;');
    expect(html).toContain('<del>190</del> <ins>231</ins> million');
    expect(html).toContain('The minutes &#38; the budget.');
    expect(html).toContain('Proposed by Rhea &#60;b&#62;');
    expect(html).toContain('<b>High confidence:</b> Two documents.');
  });

  it('keeps both sides of a disagreement, and what an editor overruled', () => {
    const other = {
      id: 'c',
      outcome: 'confirmed',
      verdict: null,
      note: 'It holds.',
      suggestedWording: null,
      byId: 'edda',
      at,
      isBlind: true,
    } as const;
    const disputed = checkToHtml(
      annotationWith({
        status: 'disputed',
        proposal,
        secondChecks: [other],
        dispute: { byId: 'edda', at, reason: 'It holds.' },
      }),
      { people, scales: [] },
    );
    expect(disputed).toContain('Second check, blind: Confirmed');
    expect(disputed).toContain('<b>Disputed:</b> It holds.');
    const decided = checkToHtml(
      annotationWith({
        status: 'second_check',
        proposal: { ...proposal, outcome: 'confirmed', byId: 'edda' },
        decision: { byId: 'rhea', at, note: 'The newer budget counts.', overruled: proposal },
      }),
      { people, scales: [] },
    );
    expect(decided).toContain('<b>Decided:</b> The newer budget counts.');
    expect(decided).toContain('Overruled');
  });

  it('shows a sign-off with its hash, and what made it stale', () => {
    const signed = {
      proposal,
      signOff: { byId: 'edda', at, revisionId: 'r', hash: 'abc123' },
      staleness: { byId: 'rhea', at, cause: 'evidence', detail: 'removed' },
    };
    const html = checkToHtml(annotationWith({ ...signed, status: 'stale' }), { people, scales: [] });
    expect(html).toContain('Signed off by Edda');
    expect(html).toContain('abc123');
    expect(html).toContain('Stale: the evidence changed after sign-off:</b> removed');
    expect(
      checkToHtml(annotationWith({ ...signed, status: 'signed_off' }), { people, scales: [] }),
    ).not.toContain('Stale');
  });

  it('names a sealed proposal without giving anything of it away', () => {
    const html = checkToHtml(
      annotationWith({ status: 'proposed', proposal: { sealed: true, byId: 'edda', at } }),
      { people, scales: [] },
    );
    expect(html).toContain('A proposal by Edda is sealed');
  });
});

it('shows an author query with its answers and its state', () => {
  const reply = { mentions: [], createdAt: at, changedAt: at, version: 1 };
  const html = threadToHtml(
    {
      id: 't',
      kind: 'author_query',
      authorId: 'edda',
      createdAt: at,
      resolved: null,
      version: 1,
      replies: [{ ...reply, id: 'q', body: plainToRichText('Which <year>?'), authorId: 'edda' }],
    },
    people,
  );
  expect(html).toContain('Author query, open');
  expect(html).toContain('Which &#60;year&#62;?');
});
