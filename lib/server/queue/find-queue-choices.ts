import 'server-only';
import { db } from '@/lib/db/client';
import { readTeamRules } from '@/lib/db/team-rules';
import type { Actor } from '@/lib/domain/actor';
import { ensureCan } from '@/lib/domain/policy';
import type { Person } from '@/lib/domain/team';
import { waitingSql } from './queue-sql';

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
  const articles = await db.$queryRaw<{ id: string; title: string }[]>`
    SELECT DISTINCT a."id", a."title", lower(a."title") AS "order" ${waitingSql({ actor, asOf: new Date() })}
    ORDER BY "order", a."id" LIMIT ${mostArticles}`;
  const { members } = await readTeamRules(db, actor.teamId);
  return {
    articles: articles.map(({ id, title }) => ({ id, title })),
    people: members.filter(({ role }) => role !== 'viewer').map(({ id, name }) => ({ id, name })),
  };
}
