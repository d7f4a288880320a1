import 'server-only';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { readTeamRules } from '@/lib/db/team-rules';
import type { Actor } from '@/lib/domain/actor';
import { ensureCan } from '@/lib/domain/policy';
import type { Person } from '@/lib/domain/team';
import { waitingPieces } from './queue-sql';

const mostArticles = 200;

/**
 * What the queue can be filtered by and claims be given to: the articles with something in the queue, by title and at
 * most two hundred, and the members who may check.
 */
export async function findQueueChoices(actor: Actor): Promise<{
  readonly articles: readonly { readonly id: string; readonly title: string }[];
  readonly people: readonly Person[];
}> {
  ensureCan(actor, 'queue.read');
  const pieces = waitingPieces({ actor, asOf: new Date() }, {}).map(
    (piece) => Prisma.sql`SELECT a."id", a."title" ${piece}`,
  );
  const articles = await db.$queryRaw<{ id: string; title: string }[]>`
    SELECT DISTINCT "id", "title", lower("title") AS "order" FROM (${Prisma.join(pieces, ' UNION ALL ')}) p
    ORDER BY "order", "id" LIMIT ${mostArticles}`;
  const { members } = await readTeamRules(db, actor.teamId);
  return {
    articles: articles.map(({ id, title }) => ({ id, title })),
    people: members.filter(({ role }) => role !== 'viewer').map(({ id, name }) => ({ id, name })),
  };
}
