import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import * as annotationRoute from '@/app/api/v1/annotations/[annotationId]/route';
import * as revisionsRoute from '@/app/api/v1/articles/[articleId]/revisions/route';
import { db } from '@/lib/db/client';
import type { Actor } from '@/lib/domain/actor';
import { applyEvent } from '@/lib/domain/apply';
import { appendedRevision, revising } from '@/lib/domain/revised';
import { presetScale } from '@/lib/domain/team-rules';
import { plainProposal } from '@/lib/domain/testing/plain-proposal';
import type { ReviseCommand } from '@/lib/domain/text-commands';
import { makeArticle, plainDoc } from '@/prisma/builders/article';
import { buildMember, makeTeam } from '@/prisma/builders/team';
import { execute } from '../execute';
import { client, makeToken } from '../testing/api';
import { command, desk, expectCountersRight, portStatistics, refusal, traces } from '../testing/commands';
import { verifyChains } from '../verify-chains';
import { findHistory } from './find-history';
import { getArticleState } from './get-article-state';
import { getComparison } from './get-comparison';
import { getPastState } from './get-past-state';
import { getRevisionState } from './get-revision-state';
import { appendToArticle } from './revise-article';

const first = 'The port grew by 40 percent last year, the ministry said.';
const second = 'That is splendid news for the harbour town.';
const third = 'The minister visits the quay on Friday.';
const text = [first, second, third].join('\n\n');
let team: Awaited<ReturnType<typeof makeTeam>>;
let checker: Actor;
let stranger: Actor;

beforeAll(async () => {
  team = await makeTeam();
  stranger = (await makeTeam('Another paper')).owner;
  checker = await buildMember(team.id, { name: 'Second', role: 'reviewer' });
});

/** An article with a claim, an opinion and a second claim, one a paragraph, and how to give it new text. */
async function open() {
  const { articleId, revisionId } = await makeArticle(team.editor, { text });
  const at = desk(team.reviewer, articleId, revisionId);
  const of = (words: string) => {
    const start = text.indexOf(words);
    return [start, start + words.length] as const;
  };
  const claim = await at.mark(...of('grew by 40 percent'));
  const opinion = await at.mark(...of(second), 'opinion');
  const visit = await at.mark(...of('visits the quay'));
  const revise = (words: string, changes: Partial<ReviseCommand> = {}, actor = team.editor) =>
    execute(actor, articleId, {
      commandId: randomUUID(),
      type: 'article.revise',
      baseRevisionId: revisionId,
      revisionId: randomUUID(),
      doc: plainDoc(words),
      edits: null,
      source: 'edited',
      reason: 'The desk wrote',
      ...changes,
    });
  return {
    articleId,
    revisionId,
    at,
    of,
    claim,
    opinion,
    visit,
    revise,
    state: () => getArticleState(team.reviewer, articleId),
  };
}

/** Proposed, second-checked and signed off. */
async function signOff(articleId: string, annotationId: string): Promise<void> {
  await desk(team.reviewer, articleId, '').attach(annotationId);
  const at = async () => {
    const { annotations } = await getArticleState(team.reviewer, articleId);
    return { annotationId, version: annotations[annotationId]?.check.version ?? 1 };
  };
  const by = (actor: Actor) => desk(actor, articleId, '').run;
  const verdict = { scaleId: presetScale('galley').id, scaleVersion: 1, key: 'true' };
  const fields = { ...plainProposal, verdict, rationale: portStatistics.locator };
  await by(team.reviewer)({ type: 'check.propose', ...(await at()), fields });
  const found = { outcome: fields.outcome, verdict, suggestedWording: null, note: '' };
  await by(checker)({ type: 'check.review', ...(await at()), secondCheckId: randomUUID(), fields: found });
  await by(team.editor)({ type: 'check.sign_off', ...(await at()) });
}

const changed = [first.replace('40', '60'), third].join('\n\n');

describe('new text', () => {
  it('leaves every annotation exact, touched or orphaned, and makes a signed-off claim on other words stale', async () => {
    const { articleId, claim, opinion, visit, revise, state } = await open();
    await signOff(articleId, claim);
    const before = await state();
    const event = await revise(changed);
    const after = await expectCountersRight(team.reviewer, articleId);
    expect(after.revision).toMatchObject({ number: 2, text: changed });
    const touched = after.annotations[claim];
    expect(touched?.anchor).toMatchObject({
      state: 'touched',
      exact: 'grew by 60 percent',
      before: 'grew by 40 percent',
    });
    expect(touched?.check).toMatchObject({
      status: 'stale',
      staleness: { cause: 'passage', byId: team.editor.userId },
    });
    expect(touched?.check.staleness?.detail).toContain('40');
    expect(after.annotations[opinion]?.anchor).toMatchObject({ state: 'orphaned', exact: second });
    const moved = after.annotations[visit]?.anchor;
    expect(changed.slice(moved?.start, moved?.end)).toBe('visits the quay');
    expect(moved).toMatchObject({ state: 'exact', revisionId: after.revision.id });
    expect(after.annotations[visit]?.version).toBe(before.annotations[visit]?.version);
    const stale = await db.notification.findMany({ where: { articleId, kind: 'sign_off_undone' } });
    expect(stale.map(({ userId }) => userId)).toEqual([team.reviewer.userId]);
    // what a browser makes of the event is what the tables say
    expect(applyEvent(before, { ...event, revise: revising(after.revision) })).toEqual(after);
  });

  it('keeps the past as it was, and can be read back at every moment', async () => {
    const { articleId, claim, revise, state } = await open();
    const before = await state();
    await revise(changed);
    const after = await state();
    expect((await getPastState(team.reviewer, articleId, before.seq)).state).toEqual(before);
    expect((await getPastState(team.reviewer, articleId, after.seq)).state).toEqual(after);
    expect(before.annotations[claim]?.anchor.exact).toBe('grew by 40 percent');
    expect(await getRevisionState(team.viewer, articleId, 1)).toEqual({ state: before, current: 2 });
    expect(await getRevisionState(team.viewer, articleId, 2)).toEqual({ state: after, current: 2 });
    const compared = await getComparison(team.viewer, articleId, {});
    expect(compared).toEqual({ before: before.revision, state: after, current: 2 });
    await refusal(getRevisionState(team.viewer, articleId, 3), 'NOT_FOUND');
    await refusal(getRevisionState(stranger, articleId, 1), 'NOT_FOUND');
    await refusal(getComparison(stranger, articleId, {}), 'NOT_FOUND');
    await refusal(getComparison(team.viewer, articleId, { from: 0 }), 'NOT_FOUND');
    const { items } = await findHistory(team.viewer, articleId, { annotation: claim }, 10);
    expect(items.map(({ event }) => event.body.type)).toEqual(['article.revised', 'annotation.created']);
    expect((await verifyChains()).faults).toEqual([]);
  });

  it('is refused to who may not, on an older revision with who was first, without a change and without text', async () => {
    const { articleId, revise } = await open();
    const trace = await traces(articleId);
    await refusal(revise(changed, {}, team.reviewer), 'FORBIDDEN');
    await refusal(revise(changed, {}, stranger), 'NOT_FOUND');
    await refusal(revise(text), 'INVALID');
    await refusal(revise('…'), 'INVALID');
    expect(await traces(articleId)).toEqual(trace);
    await revise(changed);
    const late = await refusal(revise(`${text} More.`, {}, team.owner), 'STALE');
    expect(late.message).toContain('The editor saved revision 2');
    expect(late.details?.current).toMatchObject({ number: 2, by: { name: 'The editor' } });
  });

  it('is made once however often it is sent', async () => {
    const { articleId, revise } = await open();
    const ids = { commandId: randomUUID(), revisionId: randomUUID() };
    const event = await revise(changed, ids);
    expect(await revise(changed, ids)).toEqual(event);
    expect(await db.revision.count({ where: { articleId } })).toBe(2);
  });

  it('takes marks that were made on the old text along, also changed and restored ones', async () => {
    const { at, of, opinion, visit, claim, revise, state } = await open();
    await at.run({ type: 'annotation.delete', annotationId: claim, version: 1 });
    const { revision } = await state();
    await revise(changed);
    const late = await at.mark(...of('the quay'));
    await at.run({
      type: 'annotation.change',
      annotationId: visit,
      version: 1,
      revisionId: revision.id,
      changes: { passage: { start: of('the quay')[0], end: of('the quay')[1] } },
    });
    const lost = await at.mark(...of('splendid news'));
    await at.run({ type: 'annotation.restore', annotationId: claim, version: 2 });
    const { annotations, revision: now } = await state();
    for (const id of [late, visit]) {
      const { anchor } = annotations[id] ?? {};
      expect(now.text.slice(anchor?.start, anchor?.end)).toBe('the quay');
    }
    expect(annotations[lost]?.anchor).toMatchObject({ state: 'orphaned', exact: 'splendid news' });
    expect(annotations[claim]?.anchor).toMatchObject({ state: 'touched', before: 'grew by 40 percent' });
    expect(annotations[opinion]?.anchor.state).toBe('orphaned');
  });

  it('waits to be accepted, once, and a lost passage gets a new one', async () => {
    const { at, claim, opinion, revise, state } = await open();
    await revise(changed);
    await at.run({ type: 'annotation.accept_anchor', annotationId: claim, version: 2 });
    const { annotations, revision } = await state();
    expect(annotations[claim]?.anchor).toMatchObject({
      state: 'exact',
      drift: null,
      method: 'accepted',
      certainty: 1,
    });
    expect(annotations[claim]?.anchor).not.toHaveProperty('before');
    await refusal(at.run({ type: 'annotation.accept_anchor', annotationId: claim, version: 3 }), 'INVALID');
    await refusal(at.run({ type: 'annotation.accept_anchor', annotationId: claim, version: 2 }), 'STALE');
    const start = revision.text.indexOf('the ministry said');
    await at.run({
      type: 'annotation.change',
      annotationId: opinion,
      version: 2,
      revisionId: revision.id,
      changes: { passage: { start, end: start + 17 } },
    });
    expect((await state()).annotations[opinion]?.anchor).toMatchObject({
      state: 'exact',
      exact: 'the ministry said',
    });
  });
});

describe('what was decided about a passage', () => {
  const changeOf = async (articleId: string, type: string) =>
    (await db.articleEvent.findFirst({ where: { articleId, type }, orderBy: { seq: 'desc' } }))?.commandId ??
    '';

  it('is taken back by the record, whatever anchor is sent, and counts again as it did', async () => {
    const { articleId, at, claim, opinion, revise, state } = await open();
    await revise(changed);
    const before = await state();
    const anchorOf = (id: string) => before.annotations[id]?.anchor ?? never();
    await at.run({ type: 'annotation.accept_anchor', annotationId: claim, version: 2 });
    const accepted = await changeOf(articleId, 'annotation.changed');
    const forged = { ...anchorOf(claim), exact: 'Nobody said this', before: 'Nor this' };
    await at.run({
      ...{ type: 'annotation.put_back', annotationId: claim, version: 3, changeId: accepted, anchor: forged },
    });
    await at.run({
      ...{ type: 'annotation.change', annotationId: opinion, version: 2, revisionId: before.revision.id },
      changes: { passage: { start: 0, end: 3 } },
    });
    const chosen = await changeOf(articleId, 'annotation.changed');
    const anchor = anchorOf(opinion);
    const back = {
      type: 'annotation.put_back',
      annotationId: opinion,
      version: 3,
      changeId: chosen,
      anchor,
    } as const;
    await at.run(back);
    const after = await expectCountersRight(team.reviewer, articleId);
    for (const id of [claim, opinion]) expect(after.annotations[id]?.anchor).toEqual(anchorOf(id));
    await refusal(at.run(back), 'STALE');
  });

  it('is not taken back for another annotation, by a viewer, or onto a text that is no longer there', async () => {
    const { articleId, at, claim, opinion, revise, state } = await open();
    const event = await revise(changed);
    const { annotations } = await state();
    const anchor = annotations[claim]?.anchor ?? never();
    await at.run({ type: 'annotation.accept_anchor', annotationId: claim, version: 2 });
    const changeId = await changeOf(articleId, 'annotation.changed');
    const back = { type: 'annotation.put_back', annotationId: claim, version: 3, changeId, anchor } as const;
    await refusal(at.run({ ...back, annotationId: opinion, version: 2 }), 'INVALID');
    await refusal(at.run({ ...back, changeId: event.commandId }), 'INVALID');
    await refusal(at.run({ ...back, changeId: randomUUID() }), 'INVALID');
    const viewer = await buildMember(team.id, { name: 'Writer', role: 'viewer' });
    await refusal(execute(viewer, articleId, command(back)), 'FORBIDDEN');
    await refusal(execute(stranger, articleId, command(back)), 'NOT_FOUND');
    await revise(`${changed}\n\nOne more.`, {
      baseRevisionId: event.body.type === 'article.revised' ? event.body.revision.id : '',
    });
    await refusal(at.run({ ...back, version: 4 }), 'STALE');
    await refusal(at.run(back), 'STALE');
  });
});

function never(): never {
  throw new Error('The fixture is broken.');
}

describe('an addition', () => {
  it('moves nothing and carries all that a browser needs', async () => {
    const { articleId, state } = await open();
    const before = await state();
    const commandId = randomUUID();
    await appendToArticle(team.reviewer, articleId, {
      commandId,
      source: { format: 'text', content: 'Applause.\n\nHe thanked 3 people.' },
    });
    const after = await expectCountersRight(team.reviewer, articleId);
    expect(after.revision.text).toBe(`${text}\n\nApplause.\n\nHe thanked 3 people.`);
    expect(after.revision.sentences).toHaveLength(before.revision.sentences.length + 2);
    for (const [id, { anchor }] of Object.entries(before.annotations))
      expect(after.annotations[id]?.anchor).toEqual({ ...anchor, revisionId: after.revision.id });
    const { event } = await getPastState(team.reviewer, articleId, after.seq);
    if (event.body.type !== 'article.revised') throw new Error('another event');
    const revision = appendedRevision(before.revision, event.body, event.at);
    expect(revision).toEqual(after.revision);
    expect(applyEvent(before, { ...event, revise: revising(revision) })).toEqual(after);
    await refusal(
      appendToArticle(team.viewer, articleId, { commandId, source: { format: 'text', content: 'No.' } }),
      'FORBIDDEN',
    );
  });
});

describe('POST revisions', () => {
  it('gives new text and says how the annotations came over', async () => {
    const { articleId } = await open();
    const editor = client(await makeToken(team.editor));
    const params = { articleId };
    const answer = await editor('POST', revisionsRoute.POST, {
      params,
      json: { format: 'text', content: changed, reason: 'Corrected', base: 1 },
    });
    expect(answer).toMatchObject({
      status: 201,
      body: { number: 2, text: changed, seq: 5, anchors: { exact: 1, moved: 0, touched: 1, orphaned: 1 } },
    });
    const again = { params, json: { format: 'text', content: text, base: 1 } };
    expect(await editor('POST', revisionsRoute.POST, again)).toMatchObject({ status: 409 });
    const { annotations } = await getArticleState(team.editor, articleId);
    const opinion = Object.values(annotations).find(({ anchor }) => anchor.state === 'orphaned');
    const [start, end] = [text.indexOf('the quay'), text.indexOf('the quay') + 8];
    const patched = await editor('PATCH', annotationRoute.PATCH, {
      params: { annotationId: opinion?.id ?? '' },
      json: { version: opinion?.version, start, end, revision: 1 },
    });
    expect(patched).toMatchObject({
      status: 200,
      body: { exact: 'the quay', start: changed.indexOf('the quay') },
    });
    const nowhere = { version: 9, start, end, revision: 77 };
    const none = await editor('PATCH', annotationRoute.PATCH, {
      params: { annotationId: opinion?.id ?? '' },
      json: nowhere,
    });
    expect(none).toMatchObject({ status: 422 });
    const more = { params, json: { format: 'text', content: 'More.', mode: 'append' } };
    expect(await editor('POST', revisionsRoute.POST, more)).toMatchObject({
      status: 201,
      body: { number: 3 },
    });
    const list = await editor('GET', revisionsRoute.GET, { params });
    expect(list.body.items).toMatchObject([
      { number: 3, source: 'appended' },
      {
        number: 2,
        source: 'api',
        reason: 'Corrected',
        author: { name: 'The editor' },
        anchors: { touched: 1 },
      },
      { number: 1, source: 'imported', reason: null, anchors: null },
    ]);
  });
});
