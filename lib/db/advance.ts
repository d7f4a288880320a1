import 'server-only';
import type { Passage } from '@/lib/domain/article';
import type { ArticleEvent } from '@/lib/domain/events';
import type { Transaction } from './client';
import { hashBody, hashLink } from './record';

/** The channel on which followers hear that an article has a new event; the payload is `articleId:seq:teamId:type`. */
export const eventChannel = 'article_events';

/** How an event moves the article's counters. */
export type CounterChange = {
  readonly annotations: number;
  readonly openFlags: number;
  /** The annotation that moved or came or went, and the sentences that it newly covers (+1) or no more (-1). */
  readonly coverage: {
    readonly annotationId: string;
    readonly touched: readonly (Passage & { readonly by: 1 | -1 })[];
  };
};

/**
 * Ends a change: appends its event to the record, advances the article's `seq`, hash, time and counters, and tells
 * followers at commit. The article's row must be locked by this transaction and `previousHash` be read under that lock.
 */
export async function advance(
  tx: Transaction,
  event: ArticleEvent,
  previousHash: string,
  { annotations, openFlags, coverage }: CounterChange,
): Promise<void> {
  const { articleId, seq, commandId, revisionId, at, body } = event;
  const actorId = event.actor.id;
  const bodyHash = hashBody(body);
  const hash = hashLink({ previousHash, seq, commandId, actorId, revisionId, at, type: body.type, bodyHash });
  const starts = coverage.touched.map(({ start }) => start);
  const ends = coverage.touched.map(({ end }) => end);
  const steps = coverage.touched.map(({ by }) => by);
  // One statement, one round trip. A touched sentence counts only when no other mark covers it.
  await tx.$queryRaw`
    WITH "moved" AS (
      UPDATE "Article" SET
        "seq" = ${seq}, "eventHash" = ${hash}, "changedAt" = ${at}::timestamptz,
        "annotationCount" = "annotationCount" + ${annotations}::int,
        "openFlagCount" = "openFlagCount" + ${openFlags}::int,
        "decidedCount" = "decidedCount" + (
          SELECT coalesce(sum(t."by"), 0)::int
          FROM unnest(${starts}::int[], ${ends}::int[], ${steps}::int[]) AS t("start", "end", "by")
          WHERE NOT EXISTS (
            SELECT 1 FROM "Annotation" o
            WHERE o."articleId" = ${articleId}::uuid AND o."deletedAt" IS NULL
              AND o."id" <> ${coverage.annotationId}::uuid AND o."anchorState" <> 'orphaned'
              AND o."start" < t."end" AND o."end" > t."start"))
      WHERE "id" = ${articleId}::uuid
      RETURNING "teamId"
    ), "appended" AS (
      INSERT INTO "ArticleEvent" ("articleId", "seq", "commandId", "actorId", "revisionId", "at", "type", "body",
        "bodyHash", "previousHash", "hash")
      VALUES (${articleId}::uuid, ${seq}, ${commandId}::uuid, ${actorId}::uuid, ${revisionId}::uuid,
        ${at}::timestamptz, ${body.type}, ${JSON.stringify(body)}::jsonb, ${bodyHash}, ${previousHash}, ${hash})
    )
    SELECT pg_notify(${eventChannel}, ${`${articleId}:${seq}:`}::text || "teamId" || ${`:${body.type}`}::text)::text
    FROM "moved"`;
}
