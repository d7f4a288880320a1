import 'server-only';
import { db, type Transaction } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { notFound } from '@/lib/domain/errors';
import type { EarlierVersion, Publication } from '@/lib/domain/report/publication';
import { keptVersions } from '@/lib/domain/report/publication-history';
import { earlierPage, publicAddress } from './public-page';

/** What a version that is replaced becomes: its row, and the earlier versions with it, as far as they are kept. */
export type Superseded = {
  readonly row: Prisma.PublicationVersionUncheckedCreateInput;
  readonly earlier: readonly EarlierVersion[];
};

/**
 * The version that the public reads as an earlier one, for when another takes its place at `now`. One that was withdrawn
 * leaves no page. Writes nothing.
 */
export async function supersede(articleId: string, found: Publication, now: Date): Promise<Superseded> {
  const { number, changedAt: publishedAt, withdrawnAt, seq, slug } = found;
  const row = await db.publication.findFirst({
    where: { articleId },
    select: { teamId: true, html: true, publishedById: true },
  });
  if (row === null) throw notFound('report');
  const replacedAt = withdrawnAt ?? now.toISOString();
  const replaced = { number, publishedAt, replacedAt, address: publicAddress(slug) };
  const html = withdrawnAt === null ? await earlierPage(row.html, replaced) : null;
  const bytes = html === null ? 0 : Buffer.byteLength(html);
  const gone = withdrawnAt === null ? null : { at: withdrawnAt, because: 'withdrawn' as const };
  return {
    row: {
      articleId,
      teamId: row.teamId,
      publishedById: row.publishedById,
      number,
      seq,
      html,
      bytes,
      publishedAt: new Date(publishedAt),
      replacedAt: new Date(replacedAt),
      goneAt: gone === null ? null : new Date(gone.at),
      goneBecause: gone?.because ?? null,
    },
    earlier: keptVersions([{ number, publishedAt, replacedAt, seq, bytes, gone }, ...found.earlier]),
  };
}

/** Forgets the first versions of a report, those that are not in this list. */
export async function forgetOthers(
  tx: Transaction,
  articleId: string,
  kept: readonly EarlierVersion[],
): Promise<void> {
  const first = kept.at(-1)?.number ?? 0;
  await tx.publicationVersion.deleteMany({ where: { articleId, number: { lt: first } } });
}
