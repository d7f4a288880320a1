import { describe, expect, it } from 'vitest';
import type { Actor } from '../actor';
import type { CheckStatus } from '../check';
import type { Role } from '../team';
import {
  type ArticleStanding,
  changesSince,
  obstaclesTo,
  refusalOfArticleSignOff,
  standingOf,
} from './article-sign-off';

const clear: ArticleStanding = { gaps: [], openQueries: 0, disputed: 0, stale: 0, unsignedClaims: 0 };
const gap = { start: 10, end: 20 };
const waiver = { ...gap, reason: 'A caption.' };
const as = (role: Role): Actor => ({ userId: 'u', name: 'U', teamId: 't', role });

describe('what stands against the sign-off of an article', () => {
  it.each([
    [{}, []],
    [{ unsignedClaims: 7 }, []],
    [{ gaps: [gap] }, ['One sentence has no decision and no waiver.']],
    [{ gaps: [gap, { start: 21, end: 30 }] }, ['2 sentences have no decision and no waiver.']],
    [{ openQueries: 1 }, ['One author query is open.']],
    [{ openQueries: 3 }, ['3 author queries are open.']],
    [{ disputed: 1, stale: 2 }, ['One claim is disputed.', '2 signed-off claims are stale.']],
  ])('is said in sentences: %j', (standing, sentences) => {
    expect(obstaclesTo({ ...clear, ...standing }, [])).toEqual(sentences);
  });

  it.each([
    ['the whole sentence', waiver, true],
    ['more than the sentence', { ...waiver, start: 0, end: 40 }, false],
    ['a part of it', { ...waiver, start: 12 }, false],
    ['another one', { ...waiver, start: 30, end: 40 }, false],
  ])('is waived by a waiver of %s or not', (_name, one, isWaived) => {
    expect(obstaclesTo({ ...clear, gaps: [gap] }, [one]).length === 0).toBe(isWaived);
  });

  it('is counted over checked annotations, and author queries over all', () => {
    const annotation = (status: CheckStatus, mark: 'claim' | 'opinion' = 'claim') => ({
      mark,
      check: { status },
      repeatsId: null,
      anchor: { start: 0, end: 5, state: 'exact' as const },
      threads: [
        { kind: 'author_query' as const, resolved: null },
        { kind: 'author_query' as const, resolved: { byId: 'u', at: '2026-01-01T00:00:00.000Z' } },
        { kind: 'discussion' as const, resolved: null },
      ],
    });
    const sentences = [{ start: 0, end: 5 }, gap];
    const annotations = [annotation('disputed'), annotation('stale'), annotation('stale', 'opinion')];
    expect(standingOf({ sentences }, annotations)).toEqual({
      gaps: [gap],
      openQueries: 3,
      disputed: 1,
      stale: 1,
      unsignedClaims: 2,
    });
  });
});

describe('the sign-off of an article', () => {
  const blocked = { ...clear, openQueries: 1 };
  it.each([
    ['owner', clear, null, undefined],
    ['editor', clear, null, undefined],
    ['reviewer', clear, null, 'Only an editor or the owner signs an article off.'],
    ['viewer', clear, 'Now.', 'Only an editor or the owner signs an article off.'],
    ['owner', blocked, null, 'One author query is open.'],
    ['editor', blocked, null, 'One author query is open.'],
    ['owner', blocked, 'It goes to print.', undefined],
    ['editor', blocked, 'It goes to print.', 'Only an owner can sign off against an obstacle.'],
    ['editor', clear, 'It goes to print.', undefined],
  ] as const)('by a %s is refused in words or not', (role, standing, override, refusal) => {
    expect(refusalOfArticleSignOff(as(role), standing, [], override)).toBe(refusal);
  });

  it('counts what happened after it, and nothing while there is none', () => {
    const signOff = { byId: 'u', at: '', revisionId: 'r', seq: 7, waivers: [], override: null };
    expect(changesSince(signOff, 7)).toBe(0);
    expect(changesSince(signOff, 9)).toBe(2);
    expect(changesSince(signOff, 6)).toBe(0);
    expect(changesSince(null, 9)).toBe(0);
  });
});
