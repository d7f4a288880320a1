import 'server-only';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import { visibleAnnotations } from '@/lib/db/visible';
import type { Actor } from '@/lib/domain/actor';
import { DomainError, notFound } from '@/lib/domain/errors';
import type { Instant } from '@/lib/domain/ids';
import { ensureCan } from '@/lib/domain/policy';
import { audit } from '../audit';

/** The longest that a claim can be put aside. */
const mostDays = 366;

/**
 * Hides annotations of one article from the actor's own queue until an instant; null shows them again. Nobody else's
 * queue changes. Throws NOT_FOUND when any of them is not in the article or not to be seen, and then hides none.
 */
export async function snooze(
  actor: Actor,
  articleId: string,
  { annotationIds, until }: { readonly annotationIds: readonly string[]; readonly until: Instant | null },
): Promise<void> {
  ensureCan(actor, 'queue.read');
  ensureAhead(until);
  const { teamId, userId } = actor;
  const ids = [...new Set(annotationIds)].sort();
  await inTransaction(db, async (tx) => {
    const seen = await tx.annotation.count({
      where: { id: { in: ids }, articleId, ...visibleAnnotations(actor) },
    });
    if (seen !== ids.length) throw notFound('annotation');
    await tx.snooze.deleteMany({ where: { userId, annotationId: { in: ids } } });
    if (until !== null) {
      await tx.snooze.createMany({
        data: ids.map((annotationId) => ({ userId, annotationId, until })),
        skipDuplicates: true,
      });
    }
    const type = until === null ? 'claims.woken' : 'claims.snoozed';
    await audit(tx, {
      teamId,
      actorId: userId,
      type,
      body: { articleId, annotationIds: ids, ...(until && { until }) },
    });
  });
}

function ensureAhead(until: Instant | null): void {
  if (until === null) return;
  const ahead = Date.parse(until) - Date.now();
  if (ahead <= 0) throw new DomainError('INVALID', 'Snooze until a time that is still to come.');
  if (ahead > mostDays * 86_400_000) throw new DomainError('INVALID', 'Snooze for a year at most.');
}
