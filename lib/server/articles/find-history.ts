import 'server-only';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { findPeople } from '@/lib/db/people';
import { toEvent } from '@/lib/db/record';
import { known } from '@/lib/db/rows';
import { readTeamRules } from '@/lib/db/team-rules';
import { visibleArticles } from '@/lib/db/visible';
import type { Actor } from '@/lib/domain/actor';
import { marks } from '@/lib/domain/annotation';
import { peopleOfCheck } from '@/lib/domain/check';
import { notFound } from '@/lib/domain/errors';
import { type ArticleEvent, annotationIdOf, type EventBody } from '@/lib/domain/events';
import { eventsOfKind, type History, type HistoryLine, type HistoryQuery } from '@/lib/domain/history';
import { idSchema } from '@/lib/domain/ids';
import type { Person } from '@/lib/domain/team';
import { threadKinds } from '@/lib/domain/thread';
import { sealPast } from '../annotations/seal-past';

/** How many happenings a page has, and at most. */
const pageLength = 100;

/**
 * What happened on an article, latest first, 100 a page or fewer, sealed as today for this reader; in a fixed number of queries.
 * Throws NOT_FOUND when the actor may not see the article.
 */
export async function findHistory(
  actor: Actor,
  articleId: string,
  query: HistoryQuery,
  length = pageLength,
): Promise<History> {
  if (!idSchema.safeParse(articleId).success) throw notFound('article');
  const article = await db.article.findFirst({
    where: { id: articleId, ...visibleArticles(actor) },
    select: { seq: true },
  });
  if (article === null) throw notFound('article');
  const rows = await db.articleEvent.findMany({
    where: whereOf(articleId, query),
    orderBy: { seq: 'desc' },
    take: length + 1,
  });
  const page = rows.slice(0, length);
  const actors = await db.articleEvent.groupBy({ by: ['actorId'], where: { articleId } });
  const actorIds = actors.map(({ actorId }) => actorId);
  const bare = page.flatMap((row) => toEvent(row, { id: row.actorId, name: '' }) ?? []);
  const names = await findPeople(db, actor.teamId, [
    ...actorIds,
    ...bare.flatMap(({ body }) => peopleIn(body)),
  ]);
  const person = (id: string): Person => names[id] ?? { id, name: '' };
  const rules = await readTeamRules(db, actor.teamId);
  const events = bare.map((event) => ({ ...event, actor: person(event.actor.id) }));
  const last = page.at(-1);
  return {
    items: await withSubjects(articleId, await sealPast(db, actor, rules, events)),
    next: rows.length > length && last ? String(last.seq) : null,
    last: article.seq,
    fromFileUpTo: await findEndOfFile(articleId),
    people: actorIds.map(person).sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1)),
    names,
  };
}

/** Number of the last event that came in with a Galley file. */
async function findEndOfFile(articleId: string): Promise<number> {
  const brought = await db.articleEvent.findFirst({
    where: { articleId, type: 'article.imported', body: { path: ['from'], not: Prisma.AnyNull } },
    orderBy: { seq: 'desc' },
    select: { seq: true },
  });
  return brought === null ? 0 : brought.seq - 1;
}

function whereOf(
  articleId: string,
  { person, kind, annotation, before }: HistoryQuery,
): Prisma.ArticleEventWhereInput {
  const ofAnnotation = [['annotationId'], ['annotation', 'id'], ['ballot', 'annotationId']];
  return {
    articleId,
    ...(before !== undefined && { seq: { lt: before } }),
    ...(person !== undefined && { actorId: person }),
    ...(kind !== undefined && { type: { in: eventsOfKind(kind) } }),
    ...(annotation !== undefined && {
      OR: [
        ...ofAnnotation.map((path) => ({ body: { path, equals: annotation } })),
        // new text that touched its passage, or lost it
        { body: { path: ['anchors', annotation], not: Prisma.AnyNull } },
      ],
    }),
  };
}

/** Whom the words for an event may name besides who did it. */
function peopleIn(body: EventBody): readonly string[] {
  if ('annotation' in body) return [body.annotation.authorId];
  if ('ballot' in body) return body.ballot.rounds.flatMap(({ votes }) => votes.map(({ byId }) => byId));
  if (body.type === 'session.changed')
    return [...body.session.participantIds, ...(body.before.participantIds ?? [])];
  if (!('check' in body) || body.check === undefined) return [];
  const before = body.type === 'check.planned' ? (body.before?.assigneeId ?? []) : [];
  return [...peopleOfCheck(body.check), before].flat();
}

/** The lines with what they are about: three queries, whatever their number. */
async function withSubjects(articleId: string, events: readonly ArticleEvent[]): Promise<HistoryLine[]> {
  const idsOf = (of: (body: EventBody) => string | undefined): string[] => [
    ...new Set(events.flatMap(({ body }) => of(body) ?? [])),
  ];
  const annotations = await db.annotation.findMany({
    where: { articleId, id: { in: idsOf(annotationIdOf) } },
    select: { id: true, mark: true, exact: true, deletedAt: true },
  });
  const evidence = await db.evidence.findMany({
    where: { annotation: { articleId }, id: { in: idsOf(evidenceIdOf) } },
    select: { id: true, title: true },
  });
  const threads = await db.thread.findMany({
    where: { annotation: { articleId }, id: { in: idsOf(threadIdOf) } },
    select: { id: true, kind: true },
  });
  return events.map((event) => {
    const about = annotations.find(({ id }) => id === annotationIdOf(event.body));
    const thread = threads.find(({ id }) => id === threadIdOf(event.body));
    return {
      event,
      about: about
        ? {
            id: about.id,
            mark: known(marks, about.mark),
            exact: about.exact,
            isDeleted: about.deletedAt !== null,
          }
        : null,
      evidenceTitle: evidence.find(({ id }) => id === evidenceIdOf(event.body))?.title ?? null,
      threadKind: thread ? known(threadKinds, thread.kind) : null,
    };
  });
}

const evidenceIdOf = (body: EventBody): string | undefined =>
  'evidenceId' in body ? body.evidenceId : undefined;

const threadIdOf = (body: EventBody): string | undefined => ('threadId' in body ? body.threadId : undefined);
