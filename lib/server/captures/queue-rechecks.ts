import 'server-only';
import { randomUUID } from 'node:crypto';
import { db } from '@/lib/db/client';
import { log } from '../log';
import { hostOf } from './host-of';
import { wakeCaptures } from './wake-captures';

/** What is queued at one time at most; the rest is due a quarter of an hour later as well. */
const mostAtOnce = 200;

/**
 * Queues the pages of evidence that are to be looked at again: those of teams that want it, so many days after the last
 * look, whose quote stood there or that could not be had then. What is gone is left to people. Returns how many.
 */
export async function queueRechecks(now: Date): Promise<number> {
  const due = await db.$queryRaw<Due[]>`
    SELECT e."id" AS "evidenceId", e."address", l."capturedById"
    FROM "Team" t
    JOIN "Article" a ON a."teamId" = t."id" AND a."deletedAt" IS NULL
    JOIN "Annotation" n ON n."articleId" = a."id" AND n."deletedAt" IS NULL
    JOIN "Evidence" e ON e."annotationId" = n."id" AND e."deletedAt" IS NULL
      AND e."address" IS NOT NULL AND e."quote" IS NOT NULL
    CROSS JOIN LATERAL (
      SELECT c."capturedById", c."capturedAt", c."isGone", c."match" FROM "Capture" c
      WHERE c."evidenceId" = e."id" ORDER BY c."askedAt" DESC, c."id" LIMIT 1) l
    WHERE t."recheckDays" IS NOT NULL AND l."capturedAt" < ${now}::timestamptz - t."recheckDays" * interval '1 day'
      AND NOT l."isGone" AND coalesce(l."match" ->> 'kind', 'none') IN ('none', 'exact', 'elided')
    ORDER BY l."capturedAt", e."id" LIMIT ${mostAtOnce}`;
  const { count } = await db.capture.createMany({
    data: due.map((one) => ({
      ...one,
      ...{ id: randomUUID(), host: hostOf(one.address), title: '', text: '', hash: '' },
      ...{ isScheduled: true, askedAt: now, nextAt: now },
    })),
    // Somebody asks for it at the same moment.
    skipDuplicates: true,
  });
  return count;
}

/** Queues them now and not at the next quarter of an hour: a team has just asked for it. What fails is left to that. */
export function queueRechecksNow(): void {
  queueRechecks(new Date()).then(wakeCaptures, (error: unknown) =>
    log.warn('Pages that are due could not be queued', { job: 'queue-rechecks', error }),
  );
}

type Due = { readonly evidenceId: string; readonly address: string; readonly capturedById: string };
