import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { change } from '@/lib/db/change';
import { db } from '@/lib/db/client';
import type { Actor } from '@/lib/domain/actor';
import type { Outcome } from '@/lib/domain/check';
import type { Command } from '@/lib/domain/commands';
import { presetScale } from '@/lib/domain/team-rules';
import { makeArticle } from '@/prisma/builders/article';
import { makeTeam } from '@/prisma/builders/team';
import { command, refusal } from '../testing/commands';
import { getDashboard } from './get-dashboard';

const text = 'One is here. Two is here. Three is here. Four is here. Five is here.';
const scale = presetScale('galley');
const now = new Date(Date.now() + 30 * 86_400_000);
/** So many hours after the beginning, which lies 48 hours before `now`. */
const hour = (count: number): Date => new Date(now.getTime() - (48 - count) * 3_600_000);

type Team = Awaited<ReturnType<typeof makeTeam>>;

/** A desk where each thing happens at the hour that the test says. */
async function openDesk(team: Team) {
  const { articleId, revisionId } = await makeArticle(team.editor, { text });
  const run = (actor: Actor, at: number, request: Command) =>
    change({ actor, articleId, command: request, now: () => hour(at) });
  const versionOf = async (id: string): Promise<number> => {
    const { check } = await db.annotation.findUniqueOrThrow({ where: { id }, select: { check: true } });
    return check !== null && typeof check === 'object' && 'version' in check ? Number(check.version) : 1;
  };
  const verdict = (key: string | null) => key && { scaleId: scale.id, scaleVersion: 1, key };
  return {
    articleId,
    mark: async (actor: Actor, at: number, place: number): Promise<string> => {
      const annotationId = randomUUID();
      const passage = { start: place, end: place + 3 };
      const mark = 'claim';
      await run(actor, at, command({ type: 'annotation.create', annotationId, revisionId, mark, passage }));
      return annotationId;
    },
    assign: async (actor: Actor, at: number, annotationId: string, assigneeId: string) =>
      run(
        actor,
        at,
        command({
          type: 'check.plan',
          annotationId,
          version: await versionOf(annotationId),
          changes: { assigneeId },
        }),
      ),
    propose: async (actor: Actor, at: number, annotationId: string, outcome: Outcome, key: string | null) =>
      run(
        actor,
        at,
        command({
          type: 'check.propose',
          annotationId,
          version: await versionOf(annotationId),
          fields: {
            outcome,
            verdict: verdict(key) || null,
            suggestedWording: 'Other words',
            refusal: null,
            onAuthorReason: null,
            tried: 'Three archives.',
            rationale: 'Why.',
            confidence: null,
            confidenceReason: null,
          },
        }),
      ),
    review: async (actor: Actor, at: number, annotationId: string, outcome: Outcome, key: string | null) =>
      run(
        actor,
        at,
        command({
          type: 'check.review',
          annotationId,
          version: await versionOf(annotationId),
          secondCheckId: randomUUID(),
          fields: {
            outcome,
            verdict: verdict(key) || null,
            note: 'Mine.',
            suggestedWording: 'Other words',
          },
        }),
      ),
    signOff: async (actor: Actor, at: number, annotationId: string) =>
      run(
        actor,
        at,
        command({ type: 'check.sign_off', annotationId, version: await versionOf(annotationId) }),
      ),
  };
}

let team: Team;
let articleId: string;

/** Four claims: one signed off, one second-checked, one disputed, one only marked; and an opinion's worth of nothing. */
async function fill(filled: Team): Promise<string> {
  const desk = await openDesk(filled);
  const { editor, reviewer, owner } = filled;
  const one = await desk.mark(reviewer, 0, 0);
  const two = await desk.mark(reviewer, 0, 13);
  const three = await desk.mark(editor, 0, 26);
  await desk.mark(editor, 0, 41);
  await desk.assign(editor, 1, one, reviewer.userId);
  await desk.propose(reviewer, 2, one, 'confirmed', 'true');
  await desk.propose(reviewer, 4, two, 'incorrect', 'false');
  await desk.propose(editor, 6, three, 'confirmed', 'mostly_true');
  await desk.review(editor, 7, one, 'confirmed', 'true');
  await desk.review(editor, 8, two, 'incorrect', 'false');
  await desk.review(reviewer, 9, three, 'incorrect', 'mostly_false');
  await desk.signOff(owner, 10, one);
  return desk.articleId;
}

beforeAll(async () => {
  team = await makeTeam();
  articleId = await fill(team);
});

const dashboard = (actor: Actor, over: object = {}) => getDashboard(actor, { days: 7, now, ...over });

describe('the dashboard of a small team', () => {
  it('counts claims by status, outcome, verdict and age', async () => {
    const { articles, statuses, outcomes, verdicts, ages, hidden } = await dashboard(team.viewer);
    expect(articles).toBe(1);
    expect(statuses).toEqual([
      { status: 'unchecked', count: 1 },
      { status: 'second_check', count: 1 },
      { status: 'signed_off', count: 1 },
      { status: 'disputed', count: 1 },
    ]);
    expect(outcomes).toEqual([
      { outcome: 'confirmed', count: 2 },
      { outcome: 'incorrect', count: 1 },
    ]);
    expect(verdicts).toEqual([
      { verdict: 'true', count: 1 },
      { verdict: 'mostly_true', count: 1 },
      { verdict: 'false', count: 1 },
    ]);
    expect(ages).toEqual([0, 3, 0, 0, 0, 0]);
    expect(hidden).toBe(0);
  });

  it('times the ways of a check, by hand: 2, 4 and 6 hours to a proposal, 8 more to the sign-off', async () => {
    const { turnaround, days } = await dashboard(team.viewer);
    expect(turnaround.mark_to_proposal).toMatchObject({ count: 3, median: 4 });
    expect(turnaround.mark_to_proposal?.p90).toBeCloseTo(5.6, 6);
    expect(turnaround.assignment_to_proposal).toMatchObject({ count: 1, median: 1 });
    expect(turnaround.proposal_to_sign_off).toMatchObject({ count: 1, median: 8 });
    expect(turnaround.mark_to_sign_off).toMatchObject({ count: 1, median: 10 });
    const sum = (of: 'marked' | 'proposed' | 'signedOff') => days.reduce((total, day) => total + day[of], 0);
    expect([sum('marked'), sum('proposed'), sum('signedOff')]).toEqual([4, 3, 1]);
    expect(days).toHaveLength(8);
  });

  it('compares first and second checks, by hand', async () => {
    const { agreement } = await dashboard(team.viewer);
    // Pairs (c, c), (i, i), (c, i): 2 of 3 agree; by chance (2·1 + 1·2) / 9 = 4/9; (6/9 - 4/9) / (5/9) = 0.4.
    expect(agreement.outcomeKappa.value).toBeCloseTo(0.4, 10);
    expect(agreement.outcomeKappa.units).toBe(3);
    // Three of each of six values; observed 1, expected 9: 1 - 5 · 1 / 9.
    expect(agreement.outcomeAlpha.value).toBeCloseTo(4 / 9, 10);
    expect(agreement.verdictAlpha.units).toBe(3);
    expect(agreement.verdictAlpha.value).toBeGreaterThan(0);
  });

  it('shows the work of each person to editors and owners only', async () => {
    expect((await dashboard(team.reviewer)).people).toBeNull();
    expect((await dashboard(team.viewer)).people).toBeNull();
    const work = { marks: 0, notes: 0, evidence: 0, proposals: 0, secondChecks: 0, signOffs: 0 };
    expect((await dashboard(team.editor)).people).toEqual([
      {
        person: { id: team.editor.userId, name: team.editor.name },
        ...work,
        marks: 2,
        proposals: 1,
        secondChecks: 2,
      },
      { person: { id: team.owner.userId, name: team.owner.name }, ...work, signOffs: 1 },
      {
        person: { id: team.reviewer.userId, name: team.reviewer.name },
        ...work,
        marks: 2,
        proposals: 2,
        secondChecks: 1,
      },
    ]);
  });

  it('counts what happened in the period only', async () => {
    const later = new Date(now.getTime() + 20 * 86_400_000);
    const { articles, outcomes, turnaround, agreement, people, statuses } = await dashboard(team.owner, {
      now: later,
    });
    expect({ articles, outcomes, people }).toEqual({ articles: 0, outcomes: [], people: [] });
    expect(turnaround.mark_to_proposal).toBeNull();
    expect(agreement.outcomeKappa).toMatchObject({ value: undefined, why: 'no_pairs' });
    expect(statuses).toHaveLength(4);
  });

  it('is of one article where one is named', async () => {
    const desk = await openDesk(team);
    await desk.mark(team.editor, 11, 0);
    const whole = await dashboard(team.viewer);
    const one = await dashboard(team.viewer, { articleId: desk.articleId });
    expect(one.statuses).toEqual([{ status: 'unchecked', count: 1 }]);
    expect(whole.statuses[0]).toEqual({ status: 'unchecked', count: 2 });
    expect(whole.articles).toBe(2);
  });

  it('shows another team nothing', async () => {
    const others = await makeTeam('Others');
    const { statuses, outcomes, people, articles, days } = await dashboard(others.owner);
    expect({ statuses, outcomes, people, articles }).toEqual({
      statuses: [],
      outcomes: [],
      people: [],
      articles: 0,
    });
    expect(days.every(({ marked, proposed }) => marked + proposed === 0)).toBe(true);
    await refusal(dashboard(others.owner, { articleId }), 'NOT_FOUND');
    await refusal(dashboard(team.owner, { articleId: 'nonsense' }), 'NOT_FOUND');
  });
});

it('leaves out what is hidden from a blind second checker, and only that', async () => {
  const blind = await makeTeam('Blind');
  await db.team.update({ where: { id: blind.id }, data: { blindSecondCheck: true } });
  const desk = await openDesk(blind);
  const claim = await desk.mark(blind.reviewer, 0, 0);
  await desk.propose(blind.reviewer, 1, claim, 'incorrect', 'false');
  expect(await dashboard(blind.editor)).toMatchObject({ outcomes: [], verdicts: [], hidden: 1 });
  expect(await dashboard(blind.reviewer)).toMatchObject({
    outcomes: [{ outcome: 'incorrect', count: 1 }],
    hidden: 0,
  });
  await desk.review(blind.editor, 2, claim, 'incorrect', 'false');
  const seen = await dashboard(blind.editor);
  expect(seen.outcomes).toEqual([{ outcome: 'incorrect', count: 1 }]);
  expect(seen.agreement.outcomeKappa).toEqual({ value: undefined, units: 1, why: 'one_category' });
});
