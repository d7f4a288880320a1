import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db/client';
import { toBallot } from '@/lib/db/session-rows';
import { visibleArticles } from '@/lib/db/visible';
import type { Actor } from '@/lib/domain/actor';
import type { Page } from '@/lib/domain/lists';
import { ensureCan } from '@/lib/domain/policy';
import { sealBallot } from '@/lib/domain/sealed-ballot';
import type { Ballot } from '@/lib/domain/session';
import { fromCursor, type PageQuery, pageSize, toPage } from '../cursor';
import { getSession } from './get-session';

/** The votes of a session by id, sealed as for this reader. Throws NOT_FOUND. */
export async function findSessionBallots(
  actor: Actor,
  sessionId: string,
  { cursor, limit }: PageQuery,
): Promise<Page<Ballot>> {
  ensureCan(actor, 'session.read');
  await getSession(actor, sessionId);
  const size = pageSize(limit);
  const [after] = fromCursor(z.tuple([z.uuid()]), cursor) ?? [];
  const rows = await db.ballot.findMany({
    where: {
      sessionId,
      article: visibleArticles(actor),
      ...(after !== undefined && { id: { gt: after } }),
    },
    orderBy: { id: 'asc' },
    take: size + 1,
  });
  return toPage(rows, size, {
    present: (page) => page.map((row) => sealBallot(toBallot(row), actor.userId)),
    placeOf: ({ id }) => [id],
  });
}
