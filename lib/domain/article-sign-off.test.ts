import { describe, expect, it } from 'vitest';
import type { Annotation } from './annotation';
import { neededWaivers, obstaclesTo, standingOf } from './article-sign-off';
import { checkStatuses } from './check';
import {
  article,
  at,
  claim,
  happening,
  idOf,
  people,
  question,
  refusalOf,
  revisionId,
  stateAfter,
  type Wish,
} from './testing/desk';

const { owner, editor, mara, writer } = people;
const { revision } = article();
const first = { start: 0, end: 31 };
const second = { start: 32, end: 52 };
const waiver = { ...second, reason: 'A remark.' };
/** The claim decides the first sentence; this decides the second. */
const remark: Annotation = claim(
  {},
  {
    id: idOf(11),
    mark: 'no_fact',
    anchor: { ...claim().anchor, ...second, exact: 'Nobody is surprised.' },
  },
);
const decided = claim({ status: 'signed_off' });
const query = {
  id: idOf(80),
  kind: 'author_query' as const,
  authorId: mara.userId,
  createdAt: at,
  resolved: null,
  version: 1,
  replies: [question],
};
const signOff = (rest: Partial<Extract<Wish, { type: 'article.sign_off' }>> = {}): Wish => ({
  type: 'article.sign_off',
  revisionId,
  waivers: [],
  overrideReason: null,
  ...rest,
});

describe('what stands against an article’s sign-off', () => {
  const against = (...annotations: Annotation[]) => obstaclesTo(standingOf(revision, annotations), []);

  it('is each sentence without a decision', () => {
    expect(against()).toEqual(['2 sentences have no decision and no waiver.']);
    expect(against(decided)).toEqual(['One sentence has no decision and no waiver.']);
    expect(against(decided, remark)).toEqual([]);
  });

  it('is each open author query, disputed claim and stale claim, and nothing else', () => {
    expect(against(claim({ status: 'signed_off' }, { threads: [query] }), remark)).toEqual([
      'One author query is open.',
    ]);
    const settled = { ...query, resolved: { byId: mara.userId, at } };
    expect(against(claim({}, { threads: [settled] }), remark)).toEqual([]);
    const said = { disputed: 'One claim is disputed.', stale: 'One signed-off claim is stale.' };
    for (const status of checkStatuses)
      expect(against(claim({ status }), remark), status).toEqual(
        status === 'disputed' || status === 'stale' ? [said[status]] : [],
      );
    const two = [
      claim({ status: 'stale' }),
      { ...remark, mark: 'sourced_fact' as const, check: claim({ status: 'stale' }).check },
    ];
    expect(against(...two)).toEqual(['2 signed-off claims are stale.']);
  });

  it('is no check of what is not checked any more', () => {
    const stale = claim({ status: 'stale' });
    expect(against({ ...stale, mark: 'opinion' }, remark)).toEqual([]);
    expect(against({ ...stale, repeatsId: remark.id }, remark)).toEqual([]);
  });

  it('counts unsigned claims, which hinder nothing', () => {
    expect(standingOf(revision, [claim(), remark])).toMatchObject({ unsignedClaims: 1 });
    expect(standingOf(revision, [decided, remark])).toMatchObject({ unsignedClaims: 0 });
  });
});

describe('a waiver', () => {
  it('names one sentence without a decision, and nothing more than it', () => {
    const standing = standingOf(revision, [decided]);
    expect(neededWaivers(standing, [waiver])).toEqual([waiver]);
    expect(obstaclesTo(standing, [waiver])).toEqual([]);
    for (const other of [
      { ...waiver, start: 0 },
      { ...waiver, end: 5_000 },
      { ...first, reason: 'Covered.' },
    ]) {
      expect(neededWaivers(standing, [other])).toEqual([]);
      expect(obstaclesTo(standing, [other])).toHaveLength(1);
    }
    expect(neededWaivers(standing, [waiver, { ...waiver, reason: 'Twice.' }])).toEqual([waiver]);
  });
});

describe('an article', () => {
  const ready = article(decided, remark);
  const gap = article(decided);

  it('is signed off with who, when, revision, number of the event and the waivers that it needed', () => {
    expect(happening(gap, editor, signOff({ waivers: [waiver, { ...first, reason: 'Idle.' }] }))).toEqual({
      type: 'article.signed_off',
      signOff: { byId: editor.userId, at, revisionId, seq: 2, waivers: [waiver], override: null },
    });
  });

  it('is not signed off against an obstacle, except by an owner with a reason, which stays with what stood against it', () => {
    const sentence = 'One sentence has no decision and no waiver.';
    expect(refusalOf(() => happening(gap, owner, signOff())).message).toBe(sentence);
    const override = signOff({ overrideReason: 'It prints tonight.' });
    expect(refusalOf(() => happening(gap, editor, override))).toMatchObject({
      code: 'FORBIDDEN',
      message: 'Only an owner can sign off against an obstacle.',
    });
    expect(happening(gap, owner, override)).toMatchObject({
      signOff: { override: { reason: 'It prints tonight.', against: [sentence] } },
    });
    expect(happening(ready, owner, override)).toMatchObject({ signOff: { override: null } });
  });

  it('is signed off by editors only, on the revision that they have read', () => {
    for (const actor of [mara, writer])
      expect(refusalOf(() => happening(ready, actor, signOff())).message).toBe(
        'Only an editor or the owner signs an article off.',
      );
    expect(refusalOf(() => happening(ready, editor, signOff({ revisionId: idOf(3) }))).code).toBe('STALE');
  });

  it('can have its sign-off taken back, with a reason', () => {
    const withdraw: Wish = { type: 'article.withdraw_sign_off', reason: 'A new source.' };
    expect(refusalOf(() => happening(ready, editor, withdraw)).message).toBe(
      'This article is not signed off.',
    );
    const signed = stateAfter(ready, editor, signOff());
    expect(signed.article.signOff).toMatchObject({ byId: editor.userId });
    expect(stateAfter(signed, editor, withdraw).article.signOff).toBeNull();
    expect(refusalOf(() => happening(signed, mara, withdraw)).code).toBe('FORBIDDEN');
  });
});
