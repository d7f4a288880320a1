import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db/client';
import { findPeople } from '@/lib/db/people';
import { toSession } from '@/lib/db/session-rows';
import { visibleArticles } from '@/lib/db/visible';
import type { Actor } from '@/lib/domain/actor';
import type { Page } from '@/lib/domain/lists';
import { ensureCan } from '@/lib/domain/policy';
import type { Session } from '@/lib/domain/session';
import type { Person } from '@/lib/domain/team';
import { fromCursor, type PageQuery, pageSize, timePlaceSchema, toCursor, toPage } from '../cursor';

/** One session in the list of the team's sessions. */
export type SessionLine = {
  readonly session: Session;
  readonly article: { readonly id: string; readonly title: string };
  readonly participants: readonly Person[];
};

/** A deadline, or none; when it was opened; the id. */
const underWayPlaceSchema = z.tuple([z.iso.datetime().nullable(), z.iso.datetime(), z.uuid()]);

/** The sessions that are under way, the one that ends first at the top, those without an end after them; a hundred unless said. */
export async function findSessionsUnderWay(
  actor: Actor,
  { cursor, limit = 100 }: PageQuery = {},
): Promise<Page<SessionLine>> {
  ensureCan(actor, 'session.read');
  const size = pageSize(limit);
  const after = fromCursor(underWayPlaceSchema, cursor);
  const rows = await db.session.findMany({
    where: { closedAt: null, article: visibleArticles(actor), ...(after && behindUnderWay(after)) },
    orderBy: [{ deadlineAt: { sort: 'asc', nulls: 'last' } }, { openedAt: 'desc' }, { id: 'asc' }],
    include: { article: { select: { title: true } } },
    take: size + 1,
  });
  return toPage(rows, size, {
    present: (page) => toLines(actor, page),
    placeOf: ({ deadlineAt, openedAt, id }) => [
      deadlineAt?.toISOString() ?? null,
      openedAt.toISOString(),
      id,
    ],
  });
}

function behindUnderWay([deadlineAt, openedAt, id]: z.output<typeof underWayPlaceSchema>) {
  const later = deadlineAt === null ? [] : [{ deadlineAt: { gt: deadlineAt } }, { deadlineAt: null }];
  const same = [
    { deadlineAt, openedAt: { lt: openedAt } },
    { deadlineAt, openedAt, id: { gt: id } },
  ];
  return { OR: [...later, ...same] };
}

/** The sessions that were held, the latest first, page by page. */
export async function findClosedSessions(
  actor: Actor,
  { cursor, limit }: PageQuery,
): Promise<Page<SessionLine>> {
  ensureCan(actor, 'session.read');
  const size = pageSize(limit);
  const after = fromCursor(timePlaceSchema, cursor);
  const rows = await db.session.findMany({
    where: {
      closedAt: { not: null },
      article: visibleArticles(actor),
      ...(after && {
        OR: [
          { closedAt: { lt: new Date(after[0]) } },
          { closedAt: new Date(after[0]), id: { lt: after[1] } },
        ],
      }),
    },
    orderBy: [{ closedAt: 'desc' }, { id: 'desc' }],
    include: { article: { select: { title: true } } },
    take: size + 1,
  });
  const page = rows.slice(0, size);
  const last = page.at(-1);
  return {
    items: await toLines(actor, page),
    next: rows.length > size && last?.closedAt ? toCursor([last.closedAt.toISOString(), last.id]) : null,
  };
}

type Row = Parameters<typeof toSession>[0] & { readonly article: { readonly title: string } };

async function toLines(actor: Actor, rows: readonly Row[]): Promise<readonly SessionLine[]> {
  const people = await findPeople(
    db,
    actor.teamId,
    rows.flatMap(({ participantIds }) => participantIds),
  );
  return rows.map((row) => ({
    session: toSession(row),
    article: { id: row.articleId, title: row.article.title },
    participants: row.participantIds.map((id) => people[id] ?? { id, name: '' }),
  }));
}
