import { expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { forgetTextsUnusedSince, getRevisionText } from '@/lib/db/revision-text';
import { makeArticle } from '@/prisma/builders/article';
import { makeTeam } from '@/prisma/builders/team';
import { desk, refusal } from '../testing/commands';
import { verifyChains } from '../verify-chains';
import { eraseDeletedArticles } from './erase-deleted-articles';

const hours = (count: number) => new Date(Date.now() + count * 3_600_000);
const canary = 'Zyxwvut';

async function deletedArticle() {
  const team = await makeTeam();
  const { articleId, revisionId } = await makeArticle(team.editor, {
    title: `About ${canary}`,
    text: `The ${canary} grew by 40 percent. That is splendid.`,
  });
  const at = desk(team.editor, articleId, revisionId);
  const annotationId = await at.mark(0, 20);
  await at.note(annotationId, `Called ${canary}.`);
  await at.attach(annotationId);
  const flagId = await at.flag(annotationId, `${canary} looks wrong.`);
  await at.run({ type: 'flag.look', annotationId, flagId, version: 1, note: `${canary} is right.` });
  await at.run({ type: 'article.delete' });
  return { team, articleId, at, annotationId };
}

/** Every row of every table that holds the words of an article, as text. */
async function everything(): Promise<string> {
  const tables = [
    'Article',
    'Revision',
    'Annotation',
    'Note',
    'Evidence',
    'Flag',
    'ArticleEvent',
    'AuditEvent',
  ];
  const rows = await Promise.all(
    tables.map((table) => db.$queryRawUnsafe<{ row: string }[]>(`SELECT t::text AS row FROM "${table}" t`)),
  );
  return rows
    .flat()
    .map(({ row }) => row)
    .join('\n');
}

it('leaves a deleted article alone for 23 hours, and it can be restored', async () => {
  const { articleId, at } = await deletedArticle();
  expect(await eraseDeletedArticles(hours(22.9))).toBe(0);
  await at.run({ type: 'article.restore' });
  expect(await eraseDeletedArticles(hours(48))).toBe(0);
  expect(await everything()).toContain(canary);
  await at.run({ type: 'article.delete' });
  expect(await eraseDeletedArticles(hours(24))).toBe(1);
  expect(await db.article.count({ where: { id: articleId } })).toBe(1);
});

it('then takes out every word of it, keeps the ids, and the record still verifies', async () => {
  const { articleId, at, annotationId } = await deletedArticle();
  expect(await everything()).toContain(canary);
  expect(await eraseDeletedArticles(hours(24))).toBe(1);
  const left = await everything();
  expect(left).not.toContain(canary);
  expect(left).not.toContain('Port statistics');
  expect(left).toContain(annotationId);
  expect((await verifyChains()).faults).toEqual([]);
  expect(
    await db.auditEvent.count({ where: { type: 'article.erased', body: { equals: { articleId } } } }),
  ).toBe(1);
  await refusal(at.run({ type: 'article.restore' }), 'NOT_FOUND');
  expect(await eraseDeletedArticles(hours(25))).toBe(0);
});

it('is forgotten by other processes too, which keep texts that are worked on', async () => {
  const { editor } = await makeTeam();
  const { revisionId } = await makeArticle(editor, { text: 'The port grew.' });
  forgetTextsUnusedSince(new Date(Date.now() + 1));
  const before = await getRevisionText(db, revisionId);
  expect(await getRevisionText(db, revisionId)).toBe(before);
  expect(forgetTextsUnusedSince(new Date(Date.now() - 60_000))).toBe(0);
  expect(forgetTextsUnusedSince(new Date(Date.now() + 1))).toBe(1);
  const after = await getRevisionText(db, revisionId);
  expect(after).toEqual(before);
  expect(after).not.toBe(before);
});
