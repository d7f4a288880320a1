import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import type { Actor } from '@/lib/domain/actor';
import type { CheckPlan, ProposalFields, SecondCheckFields } from '@/lib/domain/check';
import { type QueueLook, queueSplits } from '@/lib/domain/queue';
import { plainProposal } from '@/lib/domain/testing/plain-proposal';
import { makeArticle } from '@/prisma/builders/article';
import { buildMember, makeTeam } from '@/prisma/builders/team';
import { desk, refusal } from '../testing/commands';
import { countQueueSplits } from './count-queue';
import { findQueue } from './find-queue';
import { snooze } from './snooze';

const words = ['One grew.', 'Two grew.', 'Three grew.', 'Four grew.', 'Five grew.', 'Six grew.'];
const text = words.join(' ');
const hour = 3_600_000;
let team: Awaited<ReturnType<typeof makeTeam>>;
let second: Actor;
let article: { articleId: string; revisionId: string };

beforeEach(async () => {
  team = await makeTeam();
  second = await buildMember(team.id, { name: 'The second', role: 'reviewer' });
  article = await makeArticle(team.editor, { title: 'Harbour', text });
});

it('puts a claim into exactly the parts that its check says', async () => {
  const claim = await mark('One grew.');
  expect(await partsOf(claim, team.reviewer)).toEqual([]);
  await plan(claim, { dueAt: inHours(5) });
  expect(await partsOf(claim, team.reviewer)).toEqual(['unassigned']);
  await plan(claim, { assigneeId: team.reviewer.userId });
  expect(await partsOf(claim, team.reviewer)).toEqual(['mine']);
  expect(await partsOf(claim, second)).toEqual([]);
  await run(second, { type: 'check.begin', ...(await at(claim)) });
  expect(await partsOf(claim, second)).toEqual(['mine']);
  await run(second, {
    type: 'check.wait',
    ...(await at(claim)),
    on: 'source',
    reason: 'The port calls back.',
  });
  expect(await partsOf(claim, second)).toEqual(['mine', 'waiting']);
  await run(second, { type: 'check.resume', ...(await at(claim)) });
  await propose(second, claim);
  expect(await partsOf(claim, second)).toEqual([]);
  expect(await partsOf(claim, team.viewer)).toEqual([]);
  expect(await partsOf(claim, team.reviewer)).toEqual(['mine', 'second_check']);
  await review(team.reviewer, claim);
  expect(await partsOf(claim, team.reviewer)).toEqual(['mine']);
  expect(await partsOf(claim, team.editor)).toEqual([]);
  await run(team.editor, { type: 'check.sign_off', ...(await at(claim)) });
  expect(await partsOf(claim, team.reviewer)).toEqual(['done']);
  await desk(second, article.articleId, article.revisionId).attach(claim);
  expect(await partsOf(claim, team.reviewer)).toEqual(['mine', 'stale']);
  await run(team.editor, { type: 'check.reopen', ...(await at(claim)), reason: 'Another figure.' });
  await propose(second, claim);
  await review(team.reviewer, claim, { outcome: 'cut' });
  expect(await partsOf(claim, team.reviewer)).toEqual(['mine', 'disputed']);
});

it('asks for a further second check where a risk demands two, of those who have given none', async () => {
  const claim = await mark('Two grew.');
  await plan(claim, { riskFlags: ['legal'] });
  await propose(second, claim);
  await review(team.reviewer, claim);
  expect(await partsOf(claim, team.reviewer)).toEqual(['unassigned']);
  expect(await partsOf(claim, team.editor)).toEqual(['unassigned', 'second_check']);
  await review(team.editor, claim);
  expect(await partsOf(claim, team.owner)).toEqual(['unassigned']);
});

it('asks nobody to confirm what they proposed before somebody checked it again', async () => {
  const claim = await mark('Two grew.');
  await propose(second, claim);
  await review(team.reviewer, claim);
  await run(team.editor, { type: 'check.sign_off', ...(await at(claim)) });
  await desk(second, article.articleId, article.revisionId).attach(claim);
  await run(team.reviewer, { type: 'check.recheck', ...(await at(claim)) });
  expect(await partsOf(claim, second)).toEqual(['unassigned']);
  expect(await partsOf(claim, team.reviewer)).toEqual(['unassigned']);
  expect(await partsOf(claim, team.editor)).toEqual(['unassigned', 'second_check']);
});

it('asks nobody to confirm a proposal that theirs was merged into', async () => {
  const claim = await mark('Three grew.');
  await propose(second, claim);
  await run(team.reviewer, { type: 'check.join', ...(await at(claim)), fields });
  for (const proposer of [second, team.reviewer])
    expect(await partsOf(claim, proposer)).toEqual(['unassigned']);
  expect(await partsOf(claim, team.editor)).toEqual(['unassigned', 'second_check']);
});

it('lists opinions only while they are flagged, and never among what can be assigned', async () => {
  const opinion = await desk(team.reviewer, article.articleId, article.revisionId).mark(0, 9, 'opinion');
  await desk(team.reviewer, article.articleId, article.revisionId).flag(opinion);
  expect(await partsOf(opinion, team.reviewer)).toEqual(['open']);
});

it('sorts overdue before priority before age, by age alone, and by the place in the article, in stable pages', async () => {
  const [old, urgent, late, lateUrgent] = await Promise.all(words.slice(0, 4).map((one) => mark(one)));
  if (!old || !urgent || !late || !lateUrgent) throw new Error('Four claims were to be made.');
  for (const [place, id] of [lateUrgent, old, urgent, late].entries()) {
    const createdAt = new Date(Date.UTC(2026, 0, 10 + place));
    await db.annotation.update({ where: { id }, data: { createdAt } });
  }
  await plan(old, { dueAt: inHours(50) });
  await plan(urgent, { dueAt: inHours(50), priority: 'urgent' });
  await plan(late, { dueAt: inHours(-1), priority: 'low' });
  await plan(lateUrgent, { dueAt: inHours(-9), priority: 'urgent' });
  const order = async (sort: QueueLook['sort']) => {
    const found: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await findQueue(team.owner, { split: 'unassigned', sort, limit: 1, cursor });
      found.push(...page.items.map(({ annotationId }) => annotationId));
      if (page.next === null) return found;
      cursor = page.next;
    }
  };
  expect(await order('overdue')).toEqual([lateUrgent, late, urgent, old]);
  expect(await order('priority')).toEqual([lateUrgent, urgent, old, late]);
  expect(await order('age')).toEqual([lateUrgent, old, urgent, late]);
  expect(await order('article')).toEqual([old, urgent, late, lateUrgent]);
});

it('filters by article, assignee, priority, claim type and due time, and counts what is filtered', async () => {
  const [one, two] = [await mark('One grew.'), await mark('Two grew.')];
  await plan(one, { dueAt: inHours(3), priority: 'high' });
  await plan(two, { assigneeId: second.userId });
  await run(team.editor, {
    type: 'annotation.change',
    annotationId: one,
    version: 1,
    changes: { claim: { claimTypes: ['statistic', 'temporal'] } },
  });
  const found = async (filters: Omit<Partial<QueueLook>, 'split' | 'sort'>, split: QueueLook['split']) => {
    const { items } = await findQueue(team.owner, { split, ...filters });
    expect((await countQueueSplits(team.owner, filters))[split]).toBe(items.length);
    return items.map(({ annotationId }) => annotationId);
  };
  const other = await makeArticle(team.editor, { text });
  expect(await found({ article: article.articleId }, 'unassigned')).toEqual([one]);
  expect(await found({ article: other.articleId }, 'unassigned')).toEqual([]);
  expect(await found({ priority: 'high' }, 'unassigned')).toEqual([one]);
  expect(await found({ priority: 'low' }, 'unassigned')).toEqual([]);
  expect(await found({ type: 'temporal' }, 'unassigned')).toEqual([one]);
  expect(await found({ type: 'quote' }, 'unassigned')).toEqual([]);
  expect(await found({ due: 'day' }, 'unassigned')).toEqual([one]);
  expect(await found({ due: 'overdue' }, 'unassigned')).toEqual([]);
  expect(await found({ due: 'none' }, 'unassigned')).toEqual([]);
  expect(await found({ assignee: 'nobody' }, 'unassigned')).toEqual([one]);
  const { items } = await findQueue(second, { split: 'mine', assignee: second.userId });
  expect(items.map(({ annotationId }) => annotationId)).toEqual([two]);
});

it('tells whoever is blind that there is a proposal, and not what it says', async () => {
  await db.team.update({ where: { id: team.id }, data: { blindSecondCheck: true } });
  const claim = await mark('Three grew.');
  await propose(second, claim);
  const [blind] = (await findQueue(team.reviewer, { split: 'second_check' })).items;
  expect(blind).toMatchObject({ outcome: null, isSealed: true, proposer: { name: 'The second' } });
  expect(JSON.stringify(blind)).not.toContain('confirmed');
  await plan(claim, { assigneeId: second.userId });
  const [own] = (await findQueue(second, { split: 'mine' })).items;
  expect(own).toMatchObject({ outcome: 'confirmed', isSealed: false });
});

it('hides what somebody has snoozed from them alone, until its time or until they wake it', async () => {
  const claim = await mark('Four grew.');
  await desk(team.reviewer, article.articleId, article.revisionId).flag(claim);
  const until = inHours(20);
  await snooze(team.reviewer, article.articleId, { annotationIds: [claim], until });
  expect(await partsOf(claim, team.reviewer)).toEqual(['snoozed']);
  expect(await partsOf(claim, team.editor)).toEqual(['open', 'unassigned']);
  const [item] = (await findQueue(team.reviewer, { split: 'snoozed' })).items;
  expect(item).toMatchObject({ annotationId: claim, snoozedUntil: until });
  await db.snooze.updateMany({ data: { until: new Date(Date.now() - 1_000) } });
  expect(await partsOf(claim, team.reviewer)).toEqual(['open', 'unassigned']);
  await snooze(team.reviewer, article.articleId, { annotationIds: [claim], until });
  await snooze(team.reviewer, article.articleId, { annotationIds: [claim], until: null });
  expect(await partsOf(claim, team.reviewer)).toEqual(['open', 'unassigned']);
});

it('refuses to snooze into the past, for more than a year, and what is not there or not to be seen', async () => {
  const claim = await mark('Five grew.');
  const other = await makeTeam();
  const asked = (actor: Actor, until: string, annotationIds = [claim]) =>
    snooze(actor, article.articleId, { annotationIds, until });
  await refusal(asked(team.viewer, inHours(-1)), 'INVALID');
  await refusal(asked(team.viewer, inHours(24 * 400)), 'INVALID');
  await refusal(asked(other.owner, inHours(1)), 'NOT_FOUND');
  await refusal(asked(team.viewer, inHours(1), [claim, randomUUID()]), 'NOT_FOUND');
  expect(await db.snooze.count({ where: { annotationId: claim } })).toBe(0);
});

const inHours = (hours: number): string => new Date(Date.now() + hours * hour).toISOString();

function mark(sentence: string): Promise<string> {
  const start = text.indexOf(sentence);
  return desk(team.reviewer, article.articleId, article.revisionId).mark(start, start + sentence.length);
}

function run(actor: Actor, request: Parameters<ReturnType<typeof desk>['run']>[0]) {
  return desk(actor, article.articleId, article.revisionId).run(request);
}

/** What a command about a check names: the annotation, and the version that its check has now. */
async function at(annotationId: string) {
  const { check } = await db.annotation.findUniqueOrThrow({ where: { id: annotationId } });
  // only `checkColumns` writes it, and it takes a Check
  return { annotationId, version: (check as { version: number } | null)?.version ?? 1 };
}

async function plan(annotationId: string, changes: Partial<CheckPlan>): Promise<void> {
  const { riskFlags, ...rest } = changes;
  await run(team.editor, {
    type: 'check.plan',
    ...(await at(annotationId)),
    changes: { ...rest, ...(riskFlags && { riskFlags: [...riskFlags] }) },
  });
}

const fields: ProposalFields = { ...plainProposal, rationale: 'As the port says.' };

async function propose(actor: Actor, annotationId: string): Promise<void> {
  await run(actor, { type: 'check.propose', ...(await at(annotationId)), fields });
}

async function review(
  actor: Actor,
  annotationId: string,
  changes: Partial<SecondCheckFields> = {},
): Promise<void> {
  const fields = {
    outcome: 'confirmed',
    verdict: null,
    note: '',
    suggestedWording: null,
    ...changes,
  } as const;
  const secondCheckId = randomUUID();
  await run(actor, { type: 'check.review', ...(await at(annotationId)), secondCheckId, fields });
}

/** The parts in which somebody finds a claim; the counts must say the same. */
async function partsOf(annotationId: string, actor: Actor): Promise<readonly string[]> {
  const counts = await countQueueSplits(actor);
  const found: string[] = [];
  for (const split of queueSplits) {
    const { items } = await findQueue(actor, { split });
    expect(items.length, split).toBe(counts[split]);
    if (items.some((item) => item.annotationId === annotationId)) found.push(split);
  }
  return found;
}
