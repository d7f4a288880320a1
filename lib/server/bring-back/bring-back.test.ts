import { randomUUID } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { beforeAll, expect, it } from 'vitest';
import * as bringBackRoute from '@/app/api/v1/articles/[articleId]/bring-back/route';
import * as exportRoute from '@/app/api/v1/articles/[articleId]/export/route';
import { db } from '@/lib/db/client';
import type { Annotation } from '@/lib/domain/annotation';
import { plainToRichText, richTextToPlain } from '@/lib/domain/rich-text';
import type { BackInPlan } from '@/lib/exchange/back-in';
import { hypothesisFile } from '@/lib/exchange/testing/foreign-files';
import { parseWebAnnotations } from '@/lib/exchange/web-annotation-in';
import { makeArticle, plainDoc } from '@/prisma/builders/article';
import { makeTeam } from '@/prisma/builders/team';
import { createArticle } from '../articles/create-article';
import { getArticleState } from '../articles/get-article-state';
import { importGalleyFile } from '../articles/import-galley-file';
import { reviseArticle } from '../articles/revise-article';
import { sampleArticle } from '../articles/sample-article';
import { exportArticle } from '../reports/export-article';
import { exportQuery } from '../reports/export-query';
import { client, expectRefusal, makeToken } from '../testing/api';
import { desk, expectCountersRight, refusal } from '../testing/commands';
import { verifyChains } from '../verify-chains';
import { applyPlan, type BroughtBack } from './apply-plan';
import { makePlan } from './make-plan';
import { broughtBackShape, planShape } from './shapes';

const text = 'Smiles 😀 cost money. The port grew by 40 percent. Then the port grew by 40 percent again.';
let team: Awaited<ReturnType<typeof makeTeam>>;
let reviewer: ReturnType<typeof client>;
beforeAll(async () => {
  team = await makeTeam();
  reviewer = client(await makeToken(team.reviewer));
});

const bringBack = (articleId: string, json: object, query = '') =>
  reviewer('POST', bringBackRoute.POST, { params: { articleId }, json, query });

/** Everything that annotations say, without ids, people and times. */
function sayings(annotations: Readonly<Record<string, Annotation>>): unknown[] {
  return Object.values(annotations)
    .map(({ anchor, mark, claim, notes, threads, flags, evidence }) => ({
      at: [anchor.start, anchor.end, anchor.exact],
      mark,
      claimTypes: claim.claimTypes,
      notes: notes.map(({ body }) => richTextToPlain(body)),
      threads: threads.map(({ kind, replies }) => [
        kind,
        ...replies.map(({ body }) => richTextToPlain(body)),
      ]),
      flags: flags.map(({ reason }) => reason),
      evidence: evidence.map(({ title, address, quote }) => ({ title, address, quote })),
    }))
    .sort((a, b) => JSON.stringify(a.at).localeCompare(JSON.stringify(b.at)));
}

it('says whether what comes back is as a Galley signed it', async () => {
  const { articleId, revisionId } = await makeArticle(team.editor, { text });
  await desk(team.reviewer, articleId, revisionId).mark(0, 3);
  const query = exportQuery.parse({ format: 'jsonld' });
  const content = await (await exportArticle(team.reviewer, articleId, query)).text();
  const proofOf = async (words: string) =>
    planShape.parse((await bringBack(articleId, { content: words }, 'dryRun=true')).body).proof;
  expect(await proofOf(content)).toMatchObject({ outcome: 'genuine', isOurs: true });
  expect(await proofOf(content.replace('"created"', '"modified"'))).toMatchObject({ outcome: 'altered' });
  expect(await proofOf(hypothesisFile(text))).toEqual({ outcome: 'unsigned' });
});

it('shows what a file of Hypothesis would do, does it once, and does nothing the second time', async () => {
  const { articleId } = await makeArticle(team.editor, { text });
  const content = hypothesisFile(text);
  const before = await getArticleState(team.reviewer, articleId);
  const dry = await bringBack(articleId, { content }, 'dryRun=true');
  const plan = planShape.parse(dry.body);
  expect(plan.items).toHaveLength(2);
  expect((await getArticleState(team.reviewer, articleId)).seq).toBe(before.seq);

  const { status, body } = await bringBack(articleId, { content, mark: 'opinion', revision: 1 });
  expect(status).toBe(200);
  expect(broughtBackShape.parse(body)).toMatchObject({
    done: plan.items.map(({ id }) => id),
    refused: [],
    changed: [],
    left: 0,
  });
  const state = await expectCountersRight(team.reviewer, articleId);
  expect(Object.values(state.annotations).map(({ mark, authorId }) => ({ mark, authorId }))).toEqual([
    { mark: 'opinion', authorId: team.reviewer.userId },
    { mark: 'opinion', authorId: team.reviewer.userId },
  ]);
  expect(JSON.stringify(state.annotations)).toContain('— Ada Byron, 2026-03-01');
  expect(Object.keys(state.people)).toEqual(Object.keys(before.people));

  const again = broughtBackShape.parse((await bringBack(articleId, { content })).body);
  expect(again).toEqual({ done: [], refused: [], changed: [], left: 0, text: null, seq: null });
  const colleague = await makePlan(team.editor, articleId, { words: content });
  expect(colleague.items).toEqual([]);
  expect(colleague.present.map(({ why }) => why)).toEqual(['same', 'same']);
  expect((await getArticleState(team.reviewer, articleId)).seq).toBe(state.seq);
  expect(await verifyChains()).toMatchObject({ faults: [] });
});

it('does the same once when two ask at the same time', async () => {
  const { articleId } = await makeArticle(team.editor, { text });
  const file = { words: hypothesisFile(text) };
  const request = { mark: 'claim' as const, places: {} };
  await Promise.all([1, 2, 3].map(() => applyPlan(team.reviewer, articleId, file, request)));
  const { annotations } = await getArticleState(team.reviewer, articleId);
  expect(Object.values(annotations).map(({ notes, threads }) => [notes.length, threads.length])).toEqual([
    [2, 1],
    [1, 0],
  ]);
});

it('carries what another article says through JSON-LD onto the same text, span for span and word for word', async () => {
  const file = sampleArticle(randomUUID, new Date('2026-01-15T10:00:00.000Z'));
  const from = await importGalleyFile(team.editor, { file });
  const { body: exported } = await reviewer('GET', exportRoute.GET, {
    params: { articleId: from.articleId },
    query: 'format=jsonld',
  });
  const { id: _id, signOff: _signOff, ...details } = file.article;
  const to = await createArticle(team.editor, { details, doc: file.revision.doc });
  const content = JSON.stringify(exported);
  const { body } = await bringBack(to.articleId, { content });
  expect(broughtBackShape.parse(body)).toMatchObject({ refused: [], left: 0 });
  const [source, copy] = await Promise.all(
    [from, to].map(({ articleId }) => getArticleState(team.reviewer, articleId)),
  );
  const signature = /(\n| )— [^\n]*$/;
  const unsigned = JSON.parse(JSON.stringify(sayings(copy?.annotations ?? {})), (_, value) =>
    typeof value === 'string' ? value.replace(signature, '') : value,
  ) as { notes: string[] }[];
  // What is decided by a check is not taken over: it stands in a note of its own.
  const withoutFindings = unsigned.map((one) => ({
    ...one,
    notes: one.notes.filter((words) => !/^(Status|Finding|Suggested wording): /.test(words)),
  }));
  expect(withoutFindings).toEqual(sayings(source?.annotations ?? {}));
  const findings = Object.values(source?.annotations ?? {}).filter(
    ({ check }) => check.status !== 'unchecked',
  );
  expect(JSON.stringify(unsigned).match(/Status: /g) ?? []).toHaveLength(findings.length);
  const { annotations } = parseWebAnnotations(content);
  expect(annotations).toHaveLength(Object.keys(copy?.annotations ?? {}).length);
});

it('knows the annotations of its own article, and says so when the text changed meanwhile', async () => {
  const { articleId, revisionId } = await makeArticle(team.editor, { text });
  const at = desk(team.reviewer, articleId, revisionId);
  const annotationId = await at.mark(10, 20);
  await at.note(annotationId, 'Seen.');
  const { body: exported } = await reviewer('GET', exportRoute.GET, {
    params: { articleId },
    query: 'format=jsonld',
  });
  const content = JSON.stringify(exported);
  const plan = await makePlan(team.reviewer, articleId, { words: content });
  expect(plan).toMatchObject({ items: [], unplaced: [], present: [{ words: 'cost money', why: 'same' }] });
  const foreign = { words: hypothesisFile(text) };
  await reviseArticle(team.editor, articleId, {
    commandId: randomUUID(),
    type: 'article.revise',
    baseRevisionId: revisionId,
    revisionId: randomUUID(),
    doc: plainDoc(text.replace('cost money', 'cost a lot of money')),
    edits: null,
    source: 'edited',
    reason: '',
  });
  const stale = await refusal(
    applyPlan(team.reviewer, articleId, foreign, { mark: 'claim', places: {}, revision: 1 }),
    'STALE',
  );
  expect(stale.message).toContain('worked out anew');
  const anew = await makePlan(team.reviewer, articleId, foreign);
  expect(anew).toMatchObject({
    revision: { number: 2 },
    items: [{ place: { state: 'touched', stands: 'cost a lot of money' } }, { place: { state: 'exact' } }],
  });
  const done = await applyPlan(team.reviewer, articleId, foreign, { mark: 'claim', places: {}, revision: 2 });
  expect(done).toMatchObject({ refused: [], left: 0 });
  const { annotations } = await expectCountersRight(team.reviewer, articleId);
  expect(Object.values(annotations).map(({ anchor }) => anchor.state)).toEqual([
    'touched',
    'touched',
    'exact',
  ]);
});

it('brings what has no place in as orphaned or where a person says, and only what was chosen', async () => {
  const { articleId } = await makeArticle(team.editor, { text });
  const quotes = ['Whales sing', 'port grew by 41 percent', 'cost money'];
  const words = JSON.stringify(
    quotes.map((exact) => ({ target: { selector: { type: 'TextQuoteSelector', exact } } })),
  );
  const plan = await makePlan(team.reviewer, articleId, { words });
  const [lost, similar] = plan.unplaced;
  const [best] = similar?.candidates ?? [];
  if (lost === undefined || similar === undefined || best === undefined) throw new Error('Two are unplaced.');
  const nobody = randomUUID();
  const { done, refused, changed } = await applyPlan(
    team.reviewer,
    articleId,
    { words },
    {
      mark: 'claim',
      items: [lost.id, similar.id, nobody],
      places: { [similar.id]: { start: best.start, end: best.end } },
    },
  );
  expect({ done, refused, changed }).toEqual({ done: [lost.id, similar.id], refused: [], changed: [nobody] });
  const { annotations } = await expectCountersRight(team.reviewer, articleId);
  expect(Object.values(annotations).map(({ anchor: { state, exact } }) => ({ state, exact }))).toEqual([
    { state: 'orphaned', exact: 'Whales sing' },
    { state: 'exact', exact: text.slice(best.start, best.end) },
  ]);
  await reviseArticle(team.editor, articleId, {
    commandId: randomUUID(),
    type: 'article.revise',
    baseRevisionId: plan.revision.id,
    revisionId: randomUUID(),
    doc: plainDoc(`${text} Whales sing in the harbour of Westport every night.`),
    edits: null,
    source: 'edited',
    reason: '',
  });
  const later = await getArticleState(team.reviewer, articleId);
  expect(later.annotations[lost.annotationId]?.anchor.exact).toBe('Whales sing');
});

it('does nothing for who may not, sees nothing of other teams, and says what a frozen article refuses', async () => {
  const { articleId, revisionId } = await makeArticle(team.editor, { text });
  const file = { words: hypothesisFile(text) };
  const request = { mark: 'claim' as const, places: {} };
  const others = await makeTeam('Others');
  await refusal(makePlan(team.viewer, articleId, file), 'FORBIDDEN');
  await refusal(applyPlan(team.viewer, articleId, file, request), 'FORBIDDEN');
  await refusal(makePlan(others.owner, articleId, file), 'NOT_FOUND');
  expectRefusal(await bringBack(articleId, { content: 'no file' }), 422);
  expectRefusal(await bringBack(randomUUID(), { content: file.words }), 404);
  const at = desk(team.editor, articleId, revisionId);
  const sessionId = randomUUID();
  const fields = { goal: 'Before noon', deadlineAt: null, participantIds: [], firstCome: false };
  await at.run({ type: 'session.open', sessionId, fields });
  await at.run({ type: 'session.freeze', sessionId, version: 1, afterMinutes: 0 });
  const frozen = await applyPlan(team.reviewer, articleId, file, request);
  expect(frozen).toMatchObject({
    done: [],
    refused: [{ why: expect.stringMatching(/frozen/) }, {}],
    seq: null,
  });
  await at.run({ type: 'session.thaw', sessionId, version: 2 });
  const audits = { teamId: team.id, type: 'annotations.brought_in' };
  const before = await db.auditEvent.count({ where: audits });
  const answer: BroughtBack = await applyPlan(team.reviewer, articleId, file, request);
  expect(answer.done).toHaveLength(2);
  expect(await db.auditEvent.count({ where: audits })).toBe(before + 1);
  const plan: BackInPlan = await makePlan(team.reviewer, articleId, file);
  expect(plan.items).toEqual([]);
});

it('takes a table of claims back that was changed in a spreadsheet, under the version it was read from', async () => {
  const { articleId, revisionId } = await makeArticle(team.editor, { text });
  const at = desk(team.reviewer, articleId, revisionId);
  const annotationId = await at.mark(10, 20);
  const noteId = await at.note(annotationId, 'Seen.');
  const exported = await exportArticle(team.reviewer, articleId, exportQuery.parse({ format: 'csv' }));
  const [heading = [], row = []]: string[][] = parse(await exported.text(), { bom: true });
  const cell = (name: string, words: string) => (row[heading.indexOf(name)] = words);
  cell('Claimant', 'The ministry');
  cell('Claimed on', '14.03.2026');
  cell('Notes', 'Seen twice.');
  const fresh = heading.map((name) =>
    name === 'Passage' ? 'The port' : name === 'Notes' ? 'New here.' : '',
  );
  const words = stringify([heading, row, fresh], { delimiter: ';', bom: true });
  const plan = planShape.parse((await bringBack(articleId, { content: words }, 'dryRun=true')).body);
  expect(plan.items).toMatchObject([
    {
      kind: 'addition',
      annotationId,
      changes: { claim: { claimant: 'The ministry', claimedOn: '2026-03-14' } },
    },
    { kind: 'annotation', place: { state: 'exact' } },
  ]);
  await at.run({ type: 'annotation.change', annotationId, version: 1, changes: { mark: 'opinion' } });
  const late = await applyPlan(
    team.reviewer,
    articleId,
    { words },
    { mark: 'claim', places: {}, items: plan.items.map(({ id }) => id) },
  );
  expect(late).toMatchObject({ done: [plan.items[1]?.id], changed: [plan.items[0]?.id] });
  expect(await applyPlan(team.reviewer, articleId, { words }, { mark: 'claim', places: {} })).toMatchObject({
    done: [expect.any(String)],
    refused: [],
  });
  const { annotations } = await expectCountersRight(team.reviewer, articleId);
  expect(annotations[annotationId]).toMatchObject({
    mark: 'opinion',
    claim: { claimant: 'The ministry', claimedOn: '2026-03-14' },
    notes: [{ id: noteId, version: 2, body: plainToRichText('Seen twice.') }],
  });
  expect(Object.values(annotations).find(({ anchor }) => anchor.exact === 'The port')?.notes).toMatchObject([
    { body: plainToRichText('New here.') },
  ]);
  const again = await makePlan(team.reviewer, articleId, { words });
  expect(again).toMatchObject({ items: [], unplaced: [], present: [{ why: 'newer' }, { why: 'same' }] });
});
