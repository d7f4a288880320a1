import 'server-only';
import { db } from '@/lib/db/client';
import { findPeople } from '@/lib/db/people';
import { toEvent } from '@/lib/db/record';
import { visibleArticles } from '@/lib/db/visible';
import type { Actor } from '@/lib/domain/actor';
import { DomainError } from '@/lib/domain/errors';
import { type ChangeLog, changeLogOf, maxChangeLines } from '@/lib/domain/report/report-changes';

/**
 * What happened on an article since one of its revisions came in, without the words of events: kinds, times and people.
 * Throws INVALID when the article has no such revision.
 */
export async function findChanges(actor: Actor, articleId: string, since: number): Promise<ChangeLog> {
  const revision = await db.revision.findFirst({
    where: { articleId, number: since, article: visibleArticles(actor) },
    select: { id: true },
  });
  if (revision === null) throw new DomainError('INVALID', `This article has no revision ${since}.`);
  const first = await db.articleEvent.findFirst({
    where: { articleId, revisionId: revision.id },
    orderBy: { seq: 'asc' },
    select: { seq: true },
  });
  const after = { articleId, seq: { gt: first?.seq ?? 0 } };
  const [count, rows] = await Promise.all([
    db.articleEvent.count({ where: after }),
    db.articleEvent.findMany({ where: after, orderBy: { seq: 'desc' }, take: maxChangeLines }),
  ]);
  const ids = rows.map(({ actorId }) => actorId);
  const people = await findPeople(db, actor.teamId, ids);
  const events = rows
    .toReversed()
    .flatMap((row) => toEvent(row, people[row.actorId] ?? { id: row.actorId, name: '' }) ?? []);
  return changeLogOf(since, events, count - rows.length);
}
