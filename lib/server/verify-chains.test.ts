import { beforeEach, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import { makeArticle } from '@/prisma/builders/article';
import { makeTeam } from '@/prisma/builders/team';
import { audit } from './audit';
import { desk } from './testing/commands';
import { verifyChains } from './verify-chains';

let articleId: string;
let teamId: string;

beforeEach(async () => {
  const team = await makeTeam();
  const article = await makeArticle(team.editor, { text: 'The port grew by 40 percent. Splendid.' });
  const at = desk(team.reviewer, article.articleId, article.revisionId);
  await at.note(await at.mark(0, 28), 'Called the port.');
  articleId = article.articleId;
  teamId = team.id;
  for (const type of ['team.created', 'team.renamed', 'member.joined'] as const) {
    const entry = { teamId, actorId: team.owner.userId, type, body: { role: 'viewer' } };
    await inTransaction(db, (tx) => audit(tx, entry));
  }
});

/** What nobody but a superuser of Postgres can do: change the record behind the trigger's back. */
async function tamper(id: string, statement: string): Promise<void> {
  await db.$transaction([
    db.$executeRawUnsafe('SET LOCAL session_replication_role = replica'),
    db.$executeRawUnsafe(statement, id),
  ]);
}

const faultsOf = async (id: string) =>
  (await verifyChains()).faults.filter((fault) => fault.id === id).map(({ of, seq }) => `${of} ${seq}`);

it('finds nothing wrong with a record that was only appended to', async () => {
  const report = await verifyChains();
  expect(report.events).toBeGreaterThanOrEqual(3);
  expect(report.entries).toBeGreaterThanOrEqual(3);
  expect([...(await faultsOf(articleId)), ...(await faultsOf(teamId))]).toEqual([]);
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
])('finds %s in an article’s record', async (_what, seq, statement) => {
  await tamper(articleId, statement);
  expect(await faultsOf(articleId)).toContain(`article ${seq}`);
});

it.each([
  [
    'another body',
    2,
    `UPDATE "AuditEvent" SET "body" = '{"role": "owner"}' WHERE "teamId" = $1::uuid AND "seq" = 2`,
  ],
  ['another kind', 2, `UPDATE "AuditEvent" SET "type" = 'x' WHERE "teamId" = $1::uuid AND "seq" = 2`],
  ['no author', 1, `UPDATE "AuditEvent" SET "actorId" = NULL WHERE "teamId" = $1::uuid AND "seq" = 1`],
  [
    'another time',
    3,
    `UPDATE "AuditEvent" SET "at" = "at" - interval '1 day' WHERE "teamId" = $1::uuid AND "seq" = 3`,
  ],
  ['another hash', 3, `UPDATE "AuditEvent" SET "hash" = 'x' WHERE "teamId" = $1::uuid AND "seq" = 2`],
  ['an entry taken out', 3, `DELETE FROM "AuditEvent" WHERE "teamId" = $1::uuid AND "seq" = 2`],
  ['the end cut off', 2, `DELETE FROM "AuditEvent" WHERE "teamId" = $1::uuid AND "seq" = 3`],
  ['everything gone', 0, `DELETE FROM "AuditEvent" WHERE "teamId" = $1::uuid`],
])('finds %s in a team’s record', async (_what, seq, statement) => {
  await tamper(teamId, statement);
  expect(await faultsOf(teamId)).toContain(`team ${seq}`);
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
  expect(await faultsOf(articleId)).toEqual([]);
});
