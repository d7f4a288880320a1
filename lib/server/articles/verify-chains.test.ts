import { beforeEach, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { makeArticle } from '@/prisma/builders/article';
import { makeTeam } from '@/prisma/builders/team';
import { desk } from '../testing/commands';
import { verifyChains } from './verify-chains';

let articleId: string;

beforeEach(async () => {
  const team = await makeTeam();
  const article = await makeArticle(team.editor, { text: 'The port grew by 40 percent. Splendid.' });
  const at = desk(team.reviewer, article.articleId, article.revisionId);
  await at.note(await at.mark(0, 28), 'Called the port.');
  articleId = article.articleId;
});

/** What nobody but a superuser of Postgres can do: change the record behind the trigger's back. */
async function tamper(...statements: string[]): Promise<void> {
  await db.$transaction([
    db.$executeRawUnsafe('SET LOCAL session_replication_role = replica'),
    ...statements.map((statement) => db.$executeRawUnsafe(statement, articleId)),
  ]);
}

const faultsHere = async () =>
  (await verifyChains()).faults.filter((fault) => fault.articleId === articleId).map(({ seq }) => seq);

it('finds nothing wrong with a record that was only appended to', async () => {
  const report = await verifyChains();
  expect(report.events).toBeGreaterThanOrEqual(3);
  expect(await faultsHere()).toEqual([]);
});

it.each([
  [
    'another body',
    2,
    `UPDATE "ArticleEvent" SET "body" = jsonb_set("body", '{annotation,mark}', '"opinion"') WHERE "articleId" = $1::uuid AND "seq" = 2`,
  ],
  ['no body', 2, `UPDATE "ArticleEvent" SET "body" = NULL WHERE "articleId" = $1::uuid AND "seq" = 2`],
  [
    'another author',
    3,
    `UPDATE "ArticleEvent" SET "actorId" = gen_random_uuid() WHERE "articleId" = $1::uuid AND "seq" = 3`,
  ],
  [
    'another time',
    3,
    `UPDATE "ArticleEvent" SET "at" = "at" - interval '1 day' WHERE "articleId" = $1::uuid AND "seq" = 3`,
  ],
  ['an event taken out', 3, `DELETE FROM "ArticleEvent" WHERE "articleId" = $1::uuid AND "seq" = 2`],
  ['the end cut off', 2, `DELETE FROM "ArticleEvent" WHERE "articleId" = $1::uuid AND "seq" = 3`],
])('finds %s', async (_what, seq, statement) => {
  await tamper(statement);
  expect(await faultsHere()).toContain(seq);
});

it.each([
  `UPDATE "ArticleEvent" SET "body" = '{}' WHERE "articleId" = $1::uuid`,
  `UPDATE "ArticleEvent" SET "body" = NULL WHERE "articleId" = $1::uuid`,
  `UPDATE "ArticleEvent" SET "actorId" = gen_random_uuid() WHERE "articleId" = $1::uuid`,
  `DELETE FROM "ArticleEvent" WHERE "articleId" = $1::uuid`,
  `TRUNCATE "ArticleEvent"`,
])('the database refuses to rewrite the record: %s', async (statement) => {
  const values = statement.includes('$1') ? [articleId] : [];
  await expect(db.$executeRawUnsafe(statement, ...values)).rejects.toThrow(/append-only/);
  expect(await faultsHere()).toEqual([]);
});
