import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { applyEvent } from '@/lib/domain/apply';
import { parseGalleyFile } from '@/lib/exchange/galley-json';
import { makeArticle } from '@/prisma/builders/article';
import { makeTeam } from '@/prisma/builders/team';
import { getArticleState } from '../articles/get-article-state';
import { getPastState } from '../articles/get-past-state';
import { importGalleyFile } from '../articles/import-galley-file';
import { execute } from '../execute';
import { eraseDeletedArticles } from '../jobs/erase-deleted-articles';
import { exportArticle } from '../reports/export-article';
import { exportQuery } from '../reports/export-query';
import { command, desk, refusal } from '../testing/commands';

const fields = {
  party: 'The harbour <master>',
  question: 'Canary-question?',
  askedOn: '2026-03-03',
  way: 'email',
  deadlineOn: '2026-03-05',
} as const;

async function open() {
  const team = await makeTeam();
  const made = await makeArticle(team.editor, { title: 'The port', text: 'The port grew by 40 percent.' });
  const at = desk(team.reviewer, made.articleId, made.revisionId);
  const requestId = randomUUID();
  await at.run({ type: 'reply_request.create', requestId, fields });
  return { team, ...made, at, requestId };
}

it('writes the same into the tables as the events say, at every moment', async () => {
  const { team, articleId, at, requestId } = await open();
  const before = await getArticleState(team.viewer, articleId);
  const answer = { outcome: 'answered', words: 'No.', on: '2026-03-04' } as const;
  const events = [
    await at.run({
      type: 'reply_request.change',
      requestId,
      version: 1,
      changes: { deadlineOn: null, way: 'phone' },
    }),
    await at.run({ type: 'reply_request.answer', requestId, version: 2, answer }),
    await at.run({ type: 'reply_request.answer', requestId, version: 3, answer: null }),
    await at.run({
      type: 'reply_request.answer',
      requestId,
      version: 4,
      answer: { ...answer, outcome: 'declined' },
    }),
  ];
  const after = await getArticleState(team.viewer, articleId);
  expect(after).toEqual(events.reduce(applyEvent, before));
  expect(after.replyRequests[0]).toMatchObject({ way: 'phone', deadlineOn: null, version: 5 });
  for (const { seq } of events) {
    const past = await getPastState(team.viewer, articleId, seq);
    expect(past.state.replyRequests).toEqual(
      events.filter((event) => event.seq <= seq).reduce(applyEvent, before).replyRequests,
    );
  }
});

it('is written by checkers of the team alone, once per version and once per command', async () => {
  const { team, articleId, revisionId, at, requestId } = await open();
  const others = await makeTeam('Others');
  const change = { type: 'reply_request.change', requestId, version: 1, changes: { party: 'X' } } as const;
  await refusal(desk(team.viewer, articleId, revisionId).run(change), 'FORBIDDEN');
  await refusal(desk(others.owner, articleId, revisionId).run(change), 'NOT_FOUND');
  const elsewhere = await makeArticle(team.editor, { title: 'Another', text: 'Another article.' });
  await refusal(desk(team.owner, elsewhere.articleId, elsewhere.revisionId).run(change), 'NOT_FOUND');
  const once = command(change);
  const first = await execute(team.reviewer, articleId, once);
  expect(await execute(team.reviewer, articleId, once)).toEqual(first);
  await refusal(at.run(change), 'STALE');
});

it('stands in the checking copy, goes along in a Galley file, and is erased with its article', async () => {
  const { team, articleId, revisionId, at, requestId } = await open();
  const answer = { outcome: 'answered', words: 'Canary-answer', on: '2026-03-04' } as const;
  await at.run({ type: 'reply_request.answer', requestId, version: 1, answer });
  const page = await exportArticle(team.viewer, articleId, exportQuery.parse({ format: 'html' }));
  const html = await page.text();
  expect(html).toContain('Right of reply');
  expect(html).toContain('The harbour &#60;master&#62;');
  expect(html).toContain('Canary-answer');
  const file = await exportArticle(team.viewer, articleId, exportQuery.parse({ format: 'json' }));
  const others = await makeTeam('Others');
  const copy = await importGalleyFile(others.owner, { file: parseGalleyFile(await file.text()) });
  const state = await getArticleState(others.owner, copy.articleId);
  const { authorId = '', ...request } = state.replyRequests[0] ?? {};
  expect(request).toMatchObject({ ...fields, answer });
  expect(state.people[authorId]?.name).toBe(`${team.reviewer.name} (from a file)`);
  // The record of three came along, and its coming in is the fourth.
  expect(state.seq).toBe(4);
  await desk(team.editor, articleId, revisionId).run({ type: 'article.delete' });
  await eraseDeletedArticles(new Date(Date.now() + 24 * 3_600_000));
  expect(await db.replyRequest.count({ where: { articleId } })).toBe(0);
  expect(JSON.stringify(await db.articleEvent.findMany({ where: { articleId } }))).not.toContain('Canary');
});
