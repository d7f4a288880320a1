import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db/client';
import { known } from '@/lib/db/rows';
import { visibleArticles } from '@/lib/db/visible';
import type { Actor } from '@/lib/domain/actor';
import { claimTypes } from '@/lib/domain/annotation';
import type { Beat } from '@/lib/domain/beat';
import { type Check, checkStatuses, freshCheck } from '@/lib/domain/check';
import { notFound } from '@/lib/domain/errors';
import type { OpenClaim } from '@/lib/domain/hand-out';
import type { Page } from '@/lib/domain/lists';
import { ensureCan } from '@/lib/domain/policy';
import { fromCursor, type PageQuery, toPage } from '../cursor';

const mostClaims = 2_000;

/** Statuses in which somebody has yet to come to an outcome. */
const beforeOutcome = [
  'unchecked',
  'assigned',
  'in_progress',
  'awaiting_source',
  'awaiting_author',
  'awaiting_reply',
  'reopened',
  'stale',
];

/**
 * The claims and sourced facts of an article that wait for an outcome, in the order of the text; two thousand unless said.
 * For whoever may hand them out. Throws NOT_FOUND.
 */
export async function findOpenClaims(
  actor: Actor,
  articleId: string,
  { cursor, limit = mostClaims }: PageQuery = {},
): Promise<Page<OpenClaim>> {
  const article = await db.article.count({ where: { id: articleId, ...visibleArticles(actor) } });
  if (article === 0) throw notFound('article');
  ensureCan(actor, 'claims.hand_out');
  const after = fromCursor(z.tuple([z.int32(), z.uuid()]), cursor);
  const rows = await db.annotation.findMany({
    where: {
      articleId,
      deletedAt: null,
      mark: { in: ['claim', 'sourced_fact'] },
      status: { in: beforeOutcome },
      ...(after && { OR: [{ start: { gt: after[0] } }, { start: after[0], id: { gt: after[1] } }] }),
    },
    orderBy: [{ start: 'asc' }, { id: 'asc' }],
    take: limit + 1,
    select: {
      id: true,
      start: true,
      exact: true,
      status: true,
      check: true,
      assigneeId: true,
      holderId: true,
      claimTypes: true,
    },
  });
  return toPage(rows, limit, {
    present: (page) =>
      page.map(({ id, exact, status, check, assigneeId, holderId, claimTypes: types }) => ({
        annotationId: id,
        exact,
        status: known(checkStatuses, status),
        // only `checkColumns` writes it, and it takes a Check
        checkVersion: check === null ? freshCheck.version : (check as unknown as Check).version,
        claimTypes: types.map((type) => known(claimTypes, type)),
        takenById: assigneeId ?? holderId,
      })),
    placeOf: ({ start, id }) => [start, id],
  });
}

/** What the active members of the team know best, by person; those who have said nothing are left out. */
export async function findBeats(actor: Actor): Promise<Readonly<Record<string, Beat>>> {
  ensureCan(actor, 'claims.hand_out');
  const rows = await db.membership.findMany({
    where: {
      teamId: actor.teamId,
      disabledAt: null,
      OR: [{ beatTypes: { isEmpty: false } }, { beatTopics: { isEmpty: false } }],
    },
    select: { userId: true, beatTypes: true, beatTopics: true },
    orderBy: { userId: 'asc' },
    take: 500,
  });
  return Object.fromEntries(
    rows.map(({ userId, beatTypes, beatTopics }) => [
      userId,
      { types: beatTypes.map((type) => known(claimTypes, type)), topics: beatTopics },
    ]),
  );
}
