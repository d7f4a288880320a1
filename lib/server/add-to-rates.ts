import 'server-only';
import { db } from '@/lib/db/client';
import type { Sent, Told } from './shared-count';

/**
 * Adds what one process counted to what all have counted, in one statement, and answers the sums with the time until each
 * begins anew. The database's clock decides, so that those of the processes need not agree.
 */
export function addToRates(sent: readonly Sent[]): Promise<readonly Told[]> {
  const keys = sent.map(({ key }) => key);
  const added = sent.map((one) => one.added);
  const left = sent.map(({ leftMs }) => leftMs);
  // In the order of their keys: two processes that add at once must not wait for each other in a circle.
  return db.$queryRaw<Told[]>`
    INSERT INTO "RateLimit" AS "held" ("key", "points", "expire")
    SELECT "key", "points", now() + "left" * interval '1 millisecond'
    FROM unnest(${keys}::text[], ${added}::int[], ${left}::float8[]) AS "sent" ("key", "points", "left") ORDER BY "key"
    ON CONFLICT ("key") DO UPDATE SET
      "points" = excluded."points" + CASE WHEN "held"."expire" > now() THEN "held"."points" ELSE 0 END,
      "expire" = CASE WHEN "held"."expire" > now() THEN "held"."expire" ELSE excluded."expire" END
    RETURNING "key", "points" AS "count", (extract(epoch FROM "expire" - now()) * 1000)::float8 AS "leftMs"`;
}
