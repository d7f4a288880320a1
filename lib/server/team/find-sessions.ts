import 'server-only';
import { db } from '@/lib/db/client';
import type { Actor } from '@/lib/domain/actor';
import type { Instant } from '@/lib/domain/ids';
import { env } from '../env';
import { sessionHours } from '../session';
import { browserName } from './browser-name';

/** One of a person's signed-in browsers, as the account page shows it. */
export type OwnSession = {
  readonly id: string;
  readonly browser: string;
  readonly teamName: string;
  readonly startedAt: Instant;
  readonly lastSeenAt: Instant;
};

/** The actor's sessions that still open something, the one seen last first; at most fifty. */
export async function findSessions(actor: Actor): Promise<readonly OwnSession[]> {
  const now = Date.now();
  const rows = await db.authSession.findMany({
    where: {
      userId: actor.userId,
      endedAt: null,
      createdAt: { gt: new Date(now - sessionHours * 3_600_000) },
      lastSeenAt: { gt: new Date(now - env.GALLEY_SESSION_IDLE_MINUTES * 60_000) },
    },
    include: { team: { select: { name: true } } },
    orderBy: [{ lastSeenAt: 'desc' }, { id: 'asc' }],
    take: 50,
  });
  return rows.map((row) => ({
    id: row.id,
    browser: browserName(row.userAgent),
    teamName: row.team.name,
    startedAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
  }));
}
