import 'server-only';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { db, type Transaction } from '@/lib/db/client';
import { ensureStorable } from '@/lib/db/storable';
import { inTransaction } from '@/lib/db/transaction';
import { visibleArticles } from '@/lib/db/visible';
import type { Actor } from '@/lib/domain/actor';
import { DomainError, notFound } from '@/lib/domain/errors';
import { ensureCan } from '@/lib/domain/policy';
import { type Publication, slugOf } from '@/lib/domain/report/publication';
import { audit } from '../audit';
import { findPublication, mostCorrections } from '../reports/find-publication';
import { getReport } from '../reports/get-report';
import { type PublicPage, publicPage } from './public-page';

export const publishBody = z.strictObject({
  /** What is put right, for readers; only where the report is published already. */
  correction: z.string().trim().min(1, 'Say what is put right.').max(2_000).nullable().default(null),
  /** The version that the publisher saw; 0 where it was not published. */
  version: z.int().min(0),
});

/**
 * Puts an article's public report, as it stands now, at its public address, with a correction where one is said.
 * Throws NOT_FOUND, FORBIDDEN, STALE when somebody published meanwhile, INVALID for a correction of nothing.
 */
export async function publishReport(
  actor: Actor,
  articleId: string,
  { correction, version }: z.output<typeof publishBody>,
): Promise<Publication> {
  await ensureMayPublish(actor, articleId);
  if (correction !== null) ensureStorable(correction);
  const found = await findPublication(actor, articleId);
  if (correction !== null && found === null)
    throw new DomainError('INVALID', 'There is nothing to correct yet: this report is not published.');
  const now = new Date();
  const report = await getReport(actor, articleId, { now, since: null });
  const note = correction === null ? [] : [{ id: randomUUID(), at: now.toISOString(), text: correction }];
  const next: Publication = {
    slug: found?.slug ?? slugOf(report.article.title, randomUUID().slice(0, 8)),
    publishedAt: found?.publishedAt ?? now.toISOString(),
    changedAt: now.toISOString(),
    withdrawnAt: null,
    seq: report.record.seq,
    version: (found?.version ?? 0) + 1,
    corrections: [...report.corrections, ...note],
  };
  if (next.corrections.length > mostCorrections)
    throw new DomainError('INVALID', `A report takes ${mostCorrections} corrections at most.`);
  const page = await publicPage(report, next);
  await keep(actor, articleId, { next, page, seen: version, note });
  return next;
}

/** Takes a published report away from the public; what it said stays in the record. Throws NOT_FOUND, FORBIDDEN, STALE. */
export async function withdrawReport(
  actor: Actor,
  articleId: string,
  { version }: { readonly version: number },
): Promise<Publication> {
  await ensureMayPublish(actor, articleId);
  const { teamId, userId } = actor;
  await inTransaction(db, async (tx) => {
    const row = await lock(tx, articleId, version);
    if (row.withdrawnAt !== null) return;
    await tx.publication.update({
      where: { articleId },
      data: { withdrawnAt: new Date(), version: { increment: 1 } },
    });
    await audit(tx, { teamId, actorId: userId, type: 'report.withdrawn', body: { articleId } });
  });
  const publication = await findPublication(actor, articleId);
  if (publication === null) throw notFound('report');
  return publication;
}

type Kept = {
  readonly next: Publication;
  readonly page: PublicPage;
  readonly seen: number;
  readonly note: Publication['corrections'];
};

async function keep(actor: Actor, articleId: string, { next, page, seen, note }: Kept): Promise<void> {
  const { teamId, userId } = actor;
  const { slug, seq, version } = next;
  await inTransaction(db, async (tx) => {
    const common = { ...page, seq, version, changedAt: new Date(next.changedAt), publishedById: userId };
    if (version === 1) {
      if (seen !== 0) throw stale();
      const publishedAt = new Date(next.publishedAt);
      const made = await tx.publication.createMany({
        data: { articleId, teamId, slug, publishedAt, ...common },
        skipDuplicates: true,
      });
      if (made.count === 0) throw stale();
    } else {
      await lock(tx, articleId, seen);
      await tx.publication.update({ where: { articleId }, data: { ...common, withdrawnAt: null } });
    }
    for (const { id, at, text } of note) {
      await tx.correction.create({ data: { id, teamId, articleId, text, byId: userId, at: new Date(at) } });
      await audit(tx, {
        teamId,
        actorId: userId,
        type: 'report.corrected',
        body: { articleId, correctionId: id },
      });
    }
    await audit(tx, { teamId, actorId: userId, type: 'report.published', body: { articleId, seq, version } });
  });
}

async function lock(tx: Transaction, articleId: string, version: number) {
  const [row] = await tx.$queryRaw<{ version: number; withdrawnAt: Date | null }[]>`
    SELECT "version", "withdrawnAt" FROM "Publication" WHERE "articleId" = ${articleId}::uuid FOR UPDATE`;
  if (row === undefined) throw notFound('report');
  if (row.version !== version) throw stale();
  return row;
}

const stale = () =>
  new DomainError(
    'STALE',
    'Somebody published or withdrew this report meanwhile. Look at it, then try again.',
  );

async function ensureMayPublish(actor: Actor, articleId: string): Promise<void> {
  const isSeen = (await db.article.count({ where: { id: articleId, ...visibleArticles(actor) } })) > 0;
  if (!isSeen) throw notFound('article');
  ensureCan(actor, 'report.publish');
}
