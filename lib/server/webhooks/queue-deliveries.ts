import 'server-only';
import { db } from '@/lib/db/client';
import { eventsOfKind, type HistoryKind } from '@/lib/domain/history';

/** Events commit a little later than the time they bear; so far back they are looked for again. */
const overlap = '2 minutes';
const mostAtOnce = 5_000;

/**
 * Notes what each address has to be told of since it was looked last: each event once, whichever process comes first,
 * and none that came in with a Galley file.
 * Returns how many tellings are new.
 */
export async function queueDeliveries(now: Date): Promise<number> {
  const hooks = await db.webhook.findMany({
    where: { removedAt: null },
    select: { id: true, teamId: true, kinds: true, createdAt: true, sweptAt: true },
    orderBy: { sweptAt: 'asc' },
    take: 1_000,
  });
  let count = 0;
  for (const { id, teamId, kinds, createdAt, sweptAt } of hooks) {
    // Kinds are those of the domain: the database holds nothing else.
    const types = kinds.flatMap((kind) => eventsOfKind(kind as HistoryKind));
    count += await db.$executeRaw`
      INSERT INTO "WebhookDelivery" ("id", "webhookId", "articleId", "seq", "type", "annotationId", "actorId", "createdAt", "nextAt")
      SELECT gen_random_uuid(), ${id}::uuid, e."articleId", e."seq", e."type",
        coalesce(e."body"->>'annotationId', e."body"#>>'{annotation,id}')::uuid, e."actorId", e."at", ${now}
      FROM "Article" a JOIN "ArticleEvent" e ON e."articleId" = a."id"
      WHERE a."teamId" = ${teamId}::uuid AND a."changedAt" > ${sweptAt}::timestamptz - ${overlap}::interval
        AND e."at" > greatest(${sweptAt}::timestamptz - ${overlap}::interval, ${createdAt}::timestamptz)
        AND e."type" = ANY(${types}::text[])
        AND NOT EXISTS (SELECT 1 FROM "ImportedPerson" p WHERE p."teamId" = a."teamId" AND p."id" = e."actorId")
      ORDER BY e."at" LIMIT ${mostAtOnce}
      ON CONFLICT ("webhookId", "articleId", "seq") DO NOTHING`;
    await db.webhook.updateMany({ where: { id, sweptAt: { lt: now } }, data: { sweptAt: now } });
  }
  return count;
}
