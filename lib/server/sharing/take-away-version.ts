import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import { DomainError, notFound } from '@/lib/domain/errors';
import type { Publication } from '@/lib/domain/report/publication';
import { audit } from '../audit';
import { findPublication } from '../reports/find-publication';
import { withNewHistory } from './public-page';
import { ensureMayPublish, lockPublication, stale } from './publish-report';

export const takeAwayQuery = z.strictObject({
  version: z.coerce.number().int().min(1).describe('The `version` of the publication that you saw.'),
});

/**
 * Takes the page of one earlier version of a published report away for good; the history on the present page says so.
 * Taking away what is gone changes nothing. Throws NOT_FOUND, FORBIDDEN, STALE, INVALID for the present version.
 */
export async function takeAwayVersion(
  actor: Actor,
  articleId: string,
  { number, version }: { readonly number: number; readonly version: number },
): Promise<Publication> {
  await ensureMayPublish(actor, articleId, 'report.take_away_version');
  const found = await findPublication(actor, articleId);
  if (found !== null && found.version !== version) throw stale();
  if (found?.number === number)
    throw new DomainError(
      'INVALID',
      'This is the version that the public reads now. Withdraw the report, or publish another version first.',
    );
  const earlier = found?.earlier.find((one) => one.number === number);
  if (found === null || earlier === undefined) throw notFound('version');
  if (earlier.gone !== null) return found;
  const now = new Date();
  const gone = { at: now.toISOString(), because: 'taken_away' as const };
  const next: Publication = {
    ...found,
    version: found.version + 1,
    earlier: found.earlier.map((one) => (one === earlier ? { ...earlier, gone } : one)),
  };
  const { html } = await db.publication.findUniqueOrThrow({ where: { articleId }, select: { html: true } });
  const page = await withNewHistory(html, next);
  const { teamId, userId } = actor;
  await inTransaction(db, async (tx) => {
    await lockPublication(tx, articleId, version);
    await tx.publicationVersion.update({
      where: { articleId_number: { articleId, number } },
      data: { html: null, goneAt: now, goneBecause: gone.because },
    });
    await tx.publication.update({ where: { articleId }, data: { html: page, version: next.version } });
    const body = { articleId, number };
    await audit(tx, { teamId, actorId: userId, type: 'report.version_taken_away', body });
  });
  return next;
}
