import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ArticleState } from '@/lib/domain/apply';
import type { CheckProposal } from '@/lib/domain/check';
import { plainArrangement } from '@/lib/domain/report/report-arrangement';
import { reportFor } from '@/lib/domain/report/report-view';
import { plainRules } from '@/lib/domain/team-rules';
import { article, at, claim, idOf, people } from '@/lib/domain/testing/desk';
import type { Verdict } from '@/lib/domain/verdict';
import { kindOfClaimant } from './claim-review';
import { reportOf } from './testing/report-of';
import { wholeText } from './testing/written-whole';

const address = z.url({ protocol: /^https?$/ });
const day = z.iso.date();
/** What Google asks of a page with ClaimReview (Search Central, "Fact Check (ClaimReview) structured data"). */
const googleSchema = z.looseObject({
  '@context': z.literal('https://schema.org'),
  '@graph': z.array(
    z.looseObject({
      '@type': z.literal('ClaimReview'),
      // required
      claimReviewed: z.string().min(1),
      url: address,
      reviewRating: z
        .looseObject({
          '@type': z.literal('Rating'),
          alternateName: z.string().min(1),
          ratingValue: z.number().min(1).optional(),
          bestRating: z.int().optional(),
          worstRating: z.int().min(1).optional(),
        })
        .refine(
          ({ ratingValue: value, bestRating: best, worstRating: worst }) =>
            value === undefined ||
            (best !== undefined && worst !== undefined && worst < best && worst <= value && value <= best),
        ),
      // recommended
      author: z.looseObject({ '@type': z.enum(['Organization', 'Person']), name: z.string().min(1) }),
      datePublished: day,
      itemReviewed: z.looseObject({
        '@type': z.literal('Claim'),
        author: z
          .looseObject({ '@type': z.enum(['Person', 'Organization']), name: z.string().min(1) })
          .optional(),
        datePublished: day.optional(),
        appearance: z.looseObject({ '@type': z.literal('CreativeWork'), url: address.optional() }),
      }),
    }),
  ),
});

const [galley] = plainRules.scales;
const verdict = (key: string): Verdict => {
  const step = galley?.steps.find((one) => one.key === key);
  if (galley === undefined || step === undefined) throw new Error(`There is no step ${key}.`);
  return { scaleId: galley.id, scaleVersion: galley.version, ...step };
};
const proposal = (key: string): CheckProposal => ({
  outcome: 'incorrect',
  verdict: verdict(key),
  suggestedWording: 'x',
  refusal: null,
  onAuthorReason: null,
  tried: null,
  rationale: 'The table says 25 </script>.',
  confidence: null,
  confidenceReason: null,
  byId: people.tom.userId,
  at,
  revisionId: idOf(2),
});
const stateWith = (key: string, isSigned: boolean): ArticleState => {
  const signOff = { byId: people.ines.userId, at, revisionId: idOf(2), hash: 'c' };
  const status = isSigned ? ('signed_off' as const) : ('proposed' as const);
  const check = { status, proposal: proposal(key), signOff: isSigned ? signOff : null };
  const made = article(
    claim(check, { claim: { claimTypes: [], claimant: 'The minister', claimedOn: '2026-03-01' } }),
  );
  return { ...made, article: { ...made.article, sourceAddress: 'https://news.example.org/port' } };
};
const reviews = (state: ArticleState, view: 'checking' | 'public') => {
  const words = wholeText(reportFor(reportOf(state), { ...plainArrangement, view }), 'claimreview');
  return { words, graph: googleSchema.parse(JSON.parse(words))['@graph'] };
};

describe('ClaimReview', () => {
  it('has what Google requires and recommends, for each claim with a verdict', () => {
    const [review] = reviews(stateWith('mostly_false', true), 'public').graph;
    expect(review).toMatchObject({
      claimReviewed: claim().anchor.exact,
      reviewRating: { alternateName: 'Mostly false', ratingValue: 2, bestRating: 6, worstRating: 1 },
      itemReviewed: {
        author: { '@type': 'Person', name: 'The minister' },
        datePublished: '2026-03-01',
        appearance: { url: 'https://news.example.org/port' },
      },
    });
    expect(review?.creativeWorkStatus).toBeUndefined();
  });

  it('leads to the place of its claim on the published page', () => {
    const whole = reportOf(stateWith('false', true));
    const address = 'https://galley.example.org/reports/port';
    const published = { address, picture: `${address}/picture?v=1`, publishedAt: at, changedAt: at };
    const page = wholeText(
      reportFor({ ...whole, published }, { ...plainArrangement, view: 'public' }),
      'html',
    );
    const [, words = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(page) ?? [];
    expect(page.indexOf('ld+json')).toBeLessThan(page.indexOf('</head>'));
    const [review] = googleSchema.parse(JSON.parse(words))['@graph'];
    const { origin, pathname, hash } = new URL(review?.url ?? '');
    expect(origin + pathname).toBe(published.address);
    expect(page).toContain(`id="${hash.slice(1)}"`);
    expect(page).toContain(`href="${hash}"`);
    expect(page).toMatch(/Published <time [^>]*>3 March 2026/);
  });

  it.each([
    ['The Ministry of Transport', 'Organization'],
    ['Port of Malmö Ltd', 'Organization'],
    ['Anna Lund', 'Person'],
    ['A resident of the quay', 'Person'],
  ])('takes %s for a %s, as Google wants one of the two', (name, kind) => {
    expect(kindOfClaimant(name)).toBe(kind);
  });

  it('gives no number to what has no place between false and true', () => {
    const [review] = reviews(stateWith('unproven', true), 'public').graph;
    expect(review?.reviewRating).toEqual({
      '@type': 'Rating',
      alternateName: 'Unproven',
      ratingExplanation: expect.stringContaining('Scale “Galley”, version 1: True, Mostly true'),
    });
  });

  it('calls what is not signed off a draft, and keeps it in the house', () => {
    const state = stateWith('false', false);
    expect(reviews(state, 'checking').graph[0]).toMatchObject({ creativeWorkStatus: 'Draft' });
    expect(reviews(state, 'public').graph).toEqual([]);
  });

  it('can be pasted into a page: nothing in it ends a script', () => {
    const { words } = reviews(stateWith('false', true), 'checking');
    expect(words).not.toContain('<');
    expect(words).toContain('\\u003c/script>');
  });
});
