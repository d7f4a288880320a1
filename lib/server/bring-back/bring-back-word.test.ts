import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import type { Actor } from '@/lib/domain/actor';
import { plainArrangement, type ReportView } from '@/lib/domain/report/report-arrangement';
import { reportFor } from '@/lib/domain/report/report-view';
import { plainToRichText, richTextToPlain } from '@/lib/domain/rich-text';
import { confirmed } from '@/lib/domain/testing/desk';
import { runsOf } from '@/lib/domain/text/formatting-of';
import type { ReturnedWord } from '@/lib/exchange/docx/returned-word';
import { reportToDocx } from '@/lib/exchange/report-docx';
import { makeArticle } from '@/prisma/builders/article';
import { makeTeam } from '@/prisma/builders/team';
import { getArticleState } from '../articles/get-article-state';
import { reviseArticle } from '../articles/revise-article';
import { readReturned } from '../imports/read-returned';
import { editWord, inArticle, type WordEdits } from '../imports/testing/edit-word';
import { getReport } from '../reports/get-report';
import { desk, expectCountersRight, refusal } from '../testing/commands';
import { verifyChains } from '../verify-chains';
import { applyPlan } from './apply-plan';
import { makePlan } from './make-plan';
import { planShape } from './shapes';

const text =
  'The port will cost 412 million. Nobody is surprised.\n\nIt grew by 40 percent, the mayor says. Ships come from everywhere.';
let team: Awaited<ReturnType<typeof makeTeam>>;
beforeAll(async () => {
  team = await makeTeam();
});

const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
/** A plan as the door answers it, without what is said there of the file's signature. */
const planOnly = planShape.omit({ proof: true });
const request = { mark: 'claim' as const, places: {} };

/** An article with a claim that has a question and a suggested wording. */
async function checkedArticle() {
  const { articleId, revisionId } = await makeArticle(team.editor, { text });
  const reviewer = desk(team.reviewer, articleId, revisionId);
  const { start, end } = at('will cost 412 million');
  const claimId = await reviewer.mark(start, end);
  const threadId = randomUUID();
  const opened = { threadId, replyId: randomUUID(), kind: 'author_query' as const, mentions: [] };
  await reviewer.run({
    type: 'thread.open',
    annotationId: claimId,
    ...opened,
    body: plainToRichText('Which year?'),
  });
  await reviewer.run({
    type: 'check.propose',
    annotationId: claimId,
    version: 1,
    fields: { ...confirmed, outcome: 'confirmed_with_change', suggestedWording: 'will cost 421 million' },
  });
  return { articleId, revisionId, claimId, threadId };
}

/** The article's Word file as somebody sends it back, without the processes that write and read it in the app. */
async function returned(
  actor: Actor,
  articleId: string,
  edits: WordEdits,
  view: ReportView = 'checking',
): Promise<{ readonly word: ReturnedWord }> {
  const whole = await getReport(actor, articleId, { now: new Date(), since: null });
  const bytes = await reportToDocx(reportFor(whole, { ...plainArrangement, view }));
  return { word: await readReturned(await editWord(bytes, edits)) };
}

const accepted = (xml: string): string =>
  xml
    .replace(/<w:del [^>]*w:author="(?!Wim).*?<\/w:del>/g, '')
    .replace(/<w:ins [^>]*w:author="(?!Wim)[^>]*>(.*?)<\/w:ins>/g, '$1');
const writersEdits: WordEdits = {
  change: [
    { from: 'Nobody is', to: 'Few are', author: 'Wim' },
    { from: 'Ships', to: 'Boats' },
  ],
  comments: [
    { author: 'Wim', words: 'The year 2025.', answers: 'Which year?' },
    { author: 'Wim', words: 'Ask the harbour office.', answers: 'C1 Claim' },
    { author: 'Wim', words: 'He said so on the phone.', on: '40 percent' },
    { author: 'Lev', words: 'Did he?', answers: 'He said so on the phone.' },
  ],
  rewrite: { 'word/document.xml': accepted },
};

it('brings a corrected Word report back: answers, new comments and the text, and nothing twice', async () => {
  const { articleId, claimId, threadId } = await checkedArticle();
  const file = await returned(team.reviewer, articleId, writersEdits);
  const plan = planOnly.parse(await makePlan(team.editor, articleId, file));
  expect(plan).toMatchObject({ format: 'word', unplaced: [], present: [], unread: [], remarks: [] });
  expect(
    plan.items.map(({ kind, annotationId, parts }) => [
      kind,
      annotationId === claimId,
      parts.map((part) => part.kind),
    ]),
  ).toEqual([
    ['addition', true, ['reply', 'thread']],
    ['annotation', false, ['note', 'thread']],
  ]);
  expect(
    plan.text?.changes.map(({ kind, before, after, authors }) => [kind, before, after, authors]),
  ).toEqual([
    ['accepted', 'will cost 412 million', 'will cost 421 million', [team.reviewer.name]],
    ['tracked', 'Nobody is', 'Few are', ['Wim']],
    ['untracked', 'Ships', 'Boats', []],
  ]);
  const wanted = plan.text?.changes.filter(({ kind }) => kind !== 'untracked').map(({ id }) => id) ?? [];

  const reviewers = await applyPlan(team.reviewer, articleId, file, {
    ...request,
    items: [],
    changes: wanted,
  });
  expect(reviewers.text).toMatchObject({
    done: [],
    revision: null,
    why: 'Only an editor or the owner changes the text.',
  });

  const done = await applyPlan(team.editor, articleId, file, {
    ...request,
    changes: wanted,
    reason: 'From the writer',
    revision: 1,
  });
  expect(done).toMatchObject({
    refused: [],
    changed: [],
    left: 0,
    text: { done: wanted, changed: [], revision: 2, why: null },
  });
  const state = await expectCountersRight(team.editor, articleId);
  expect(state.revision.text).toBe(text.replace('412', '421').replace('Nobody is', 'Few are'));
  const claim = state.annotations[claimId];
  expect(claim?.anchor).toMatchObject({ state: 'touched', exact: 'will cost 421 million' });
  expect(
    claim?.threads.map(({ id, replies }) => [
      id === threadId,
      replies.map(({ body }) => richTextToPlain(body)),
    ]),
  ).toEqual([
    [true, ['Which year?', 'The year 2025.\n— written in Word by Wim, 2026-04-01']],
    [false, ['Ask the harbour office.\n— written in Word by Wim, 2026-04-01']],
  ]);
  const fresh = Object.values(state.annotations).find(({ id }) => id !== claimId);
  expect(fresh).toMatchObject({
    mark: 'claim',
    authorId: team.editor.userId,
    anchor: { exact: '40 percent' },
  });
  expect(fresh?.notes.map(({ body }) => richTextToPlain(body))).toEqual([
    'He said so on the phone.\n— written in Word by Wim, 2026-04-01',
  ]);
  expect(fresh?.threads[0]?.replies.map(({ body }) => richTextToPlain(body))).toEqual([
    'Did he?\n— written in Word by Lev, 2026-04-01',
  ]);
  expect(Object.values(state.people).map(({ name }) => name)).not.toContain('Wim');
  const revision = await db.revision.findFirstOrThrow({ where: { articleId, number: 2 } });
  expect(revision).toMatchObject({ reason: 'From the writer', source: 'file' });

  const again = await makePlan(team.reviewer, articleId, file);
  expect(again.items).toEqual([]);
  expect(again.present.map(({ why }) => why)).toEqual(['same', 'same', 'same', 'same']);
  expect(again.text).toMatchObject({
    present: [{ after: 'will cost 421 million' }, { after: 'Few are' }],
    unplaced: [],
  });
  expect(again.text?.changes).toMatchObject([{ kind: 'untracked', before: 'Ships', after: 'Boats' }]);
  const nothing = await applyPlan(team.editor, articleId, file, { ...request, changes: wanted });
  expect(nothing).toMatchObject({ done: [], text: { done: [], changed: wanted, revision: null } });
  const last = await applyPlan(team.editor, articleId, file, {
    ...request,
    changes: again.text?.changes.map(({ id }) => id),
  });
  expect(last.text?.revision).toBe(3);
  expect((await getArticleState(team.editor, articleId)).revision.text).toContain('Boats come');
  expect(await verifyChains()).toMatchObject({ faults: [] });
});

it('says what has no place any more, with its words, and what was settled in Word', async () => {
  const { articleId, revisionId, claimId, threadId } = await checkedArticle();
  const file = await returned(team.reviewer, articleId, {
    ...writersEdits,
    rewrite: {
      'word/commentsExtended.xml': (xml) => xml.replaceAll('w15:done="0"', 'w15:done="1"'),
    },
  });
  const at = desk(team.editor, articleId, revisionId);
  await at.run({ type: 'thread.resolve', annotationId: claimId, threadId, version: 1 });
  const claim = (await getArticleState(team.editor, articleId)).annotations[claimId];
  await at.run({ type: 'annotation.delete', annotationId: claimId, version: claim?.version ?? 1 });
  const plan = await makePlan(team.editor, articleId, file);
  expect(plan.unread.map(({ words, why }) => [words, why])).toEqual([
    ['Wim: The year 2025.', 'The annotation that it answers has been deleted meanwhile.'],
    ['Wim: Ask the harbour office.', 'The annotation that it answers has been deleted meanwhile.'],
  ]);
  expect(plan.remarks).toHaveLength(2);
  expect(plan.remarks[0]).toMatch(/^In Word, C1 Claim · Proposed was marked as done\./);
});

it('refuses the file of another article, and one that was never a report; compares one that forgot what it is', async () => {
  const { articleId } = await checkedArticle();
  const file = await returned(team.viewer, articleId, writersEdits);
  const other = await makeArticle(team.editor, { text: 'Another article altogether.' });
  expect((await refusal(makePlan(team.editor, other.articleId, file), 'INVALID')).message).toContain(
    'another article',
  );
  const { message } = await refusal(
    makePlan(team.editor, other.articleId, { word: { ...file.word, facts: {} } }),
    'INVALID',
  );
  expect(message).toContain('does not look like a report');
  const forgotten = await makePlan(team.editor, articleId, { word: { ...file.word, facts: {} } });
  expect(forgotten.items).toHaveLength(2);
  expect(forgotten.text?.changes).toHaveLength(3);
  await refusal(makePlan(team.viewer, articleId, file), 'FORBIDDEN');
});

it('brings back the copy for the writer, which holds less than everything', async () => {
  const { articleId, claimId } = await checkedArticle();
  const file = await returned(
    team.reviewer,
    articleId,
    {
      change: [{ from: 'Nobody is', to: 'Few are', author: 'Wim' }],
      comments: [{ author: 'Wim', words: 'Fine with me.', answers: 'C1 Claim' }],
    },
    'checked',
  );
  const plan = await makePlan(team.reviewer, articleId, file);
  expect(plan).toMatchObject({
    remarks: [],
    unread: [],
    items: [{ annotationId: claimId, parts: [{ kind: 'thread' }] }],
  });
  expect(plan.text).toMatchObject({ changes: [{ kind: 'tracked' }], suggestions: [{ state: 'open' }] });
});

it('changes the headline and the looks of the text where somebody says so, and moves no passage', async () => {
  const { articleId, claimId } = await checkedArticle();
  const { title, version } = (await getArticleState(team.editor, articleId)).article;
  const by = 'w:author="Wim" w:date="2026-04-01T09:30:00Z"';
  const former = `<w:rPrChange w:id="1" ${by}><w:rPr></w:rPr></w:rPrChange>`;
  const words = (xml: string): string =>
    xml.replace(
      /<w:r><w:t xml:space="preserve">\. Nobody is surprised\.<\/w:t><\/w:r>/,
      `<w:r><w:rPr><w:b/>${former}</w:rPr><w:t xml:space="preserve">. Nobody</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t xml:space="preserve"> is surprised.</w:t></w:r>`,
    );
  const file = await returned(team.editor, articleId, {
    change: [{ from: title, to: 'What the port costs', author: 'Wim' }],
    rewrite: { 'word/document.xml': words },
  });
  const plan = planOnly.parse(await makePlan(team.editor, articleId, file));
  expect(plan.text?.headline).toMatchObject({
    kind: 'tracked',
    sent: title,
    before: title,
    after: 'What the port costs',
    isConflict: false,
    authors: ['Wim'],
    version,
  });
  expect(
    plan.text?.formatting.map(({ kind, exact, change, authors }) => [kind, exact, change, authors]),
  ).toEqual([
    ['tracked', '. Nobody', { type: 'mark', mark: 'bold', isOn: true }, ['Wim']],
    ['untracked', ' is surprised.', { type: 'mark', mark: 'italic', isOn: true }, []],
  ]);
  const [bold] = plan.text?.formatting ?? [];
  const chosen = { ...request, items: [], changes: [plan.text?.headline?.id ?? '', bold?.id ?? ''] };

  const reviewers = await applyPlan(team.reviewer, articleId, file, chosen);
  expect(reviewers.text).toMatchObject({ done: [], revision: null, headline: { isDone: false } });
  expect([reviewers.text?.why, reviewers.text?.headline?.why]).toEqual([
    'Only an editor or the owner changes the text.',
    'Only an editor or the owner can do this to an article.',
  ]);

  const before = await getArticleState(team.editor, articleId);
  const done = await applyPlan(team.editor, articleId, file, chosen);
  expect(done.text).toMatchObject({
    done: chosen.changes,
    changed: [],
    revision: 2,
    headline: { isDone: true, why: null },
  });
  const after = await expectCountersRight(team.editor, articleId);
  expect(after.article).toMatchObject({ title: 'What the port costs', version: version + 1 });
  expect(after.revision.text).toBe(before.revision.text);
  const bolds = runsOf(after.revision.doc).filter(({ marks }) => marks.includes('bold'));
  expect(bolds.map((run) => text.slice(run.start, run.end))).toEqual(['. Nobody']);
  const { start, end, state } = after.annotations[claimId]?.anchor ?? {};
  expect({ start, end, state }).toEqual({ ...at('will cost 412 million'), state: 'exact' });

  const again = await makePlan(team.editor, articleId, file);
  expect(again.text?.headline).toBeNull();
  expect(again.text?.present).toEqual([{ before: title, after: 'What the port costs' }]);
  expect(again.text?.formatting.map(({ exact }) => exact)).toEqual([' is surprised.']);
  expect((await applyPlan(team.editor, articleId, file, chosen)).text).toMatchObject({
    done: [],
    changed: chosen.changes,
  });
  expect(await verifyChains()).toMatchObject({ faults: [] });
});

it('shows a headline that was changed here and there with both, and makes none of another version', async () => {
  const { articleId, revisionId } = await checkedArticle();
  const { title, version } = (await getArticleState(team.editor, articleId)).article;
  const file = await returned(team.editor, articleId, { change: [{ from: title, to: 'Theirs' }] });
  const seen = (await makePlan(team.editor, articleId, file)).text?.headline;
  await desk(team.editor, articleId, revisionId).run({
    type: 'article.change',
    version,
    changes: { title: 'Ours' },
  });
  const { headline } = (await makePlan(team.editor, articleId, file)).text ?? {};
  expect(headline).toMatchObject({
    kind: 'untracked',
    sent: title,
    before: 'Ours',
    after: 'Theirs',
    isConflict: true,
  });
  const late = await applyPlan(team.editor, articleId, file, { ...request, changes: [seen?.id ?? ''] });
  expect(late.text).toMatchObject({ done: [], changed: [seen?.id], headline: null });
  expect((await getArticleState(team.editor, articleId)).article.title).toBe('Ours');
  await applyPlan(team.editor, articleId, file, { ...request, changes: [headline?.id ?? ''] });
  expect((await getArticleState(team.editor, articleId)).article.title).toBe('Theirs');
});

it('says which changes of looks have no place any more', async () => {
  const { articleId } = await checkedArticle();
  const file = await returned(team.editor, articleId, {
    rewrite: {
      'word/document.xml': inArticle((xml) =>
        xml
          .replace(
            '<w:t xml:space="preserve">. Nobody is',
            '<w:rPr><w:b/></w:rPr><w:t xml:space="preserve">. Nobody is',
          )
          .replace(/<w:p><w:pPr>(?=(?:(?!<w:p>).)*It grew by)/s, '<w:p><w:pPr><w:pStyle w:val="Heading2"/>'),
      ),
    },
  });
  const { text: early } = await makePlan(team.editor, articleId, file);
  expect(early?.formatting.map(({ change }) => change.type)).toEqual(['mark', 'kind']);
  const { revision } = await getArticleState(team.editor, articleId);
  const doc = JSON.parse(JSON.stringify(revision.doc).replace('Ships come', 'Boats come'));
  await reviseArticle(team.editor, articleId, {
    ...{ commandId: randomUUID(), type: 'article.revise', revisionId: randomUUID(), edits: null },
    ...{ baseRevisionId: revision.id, doc, source: 'edited', reason: '' },
  });
  const { text: later } = await makePlan(team.editor, articleId, file);
  expect(later?.formatting).toHaveLength(1);
  expect(later?.unplacedFormatting).toMatchObject([
    {
      change: { type: 'kind', kind: 'heading2' },
      why: 'The words around it have changed since the file went out.',
    },
  ]);
});
