import 'server-only';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { db, type Transaction } from '@/lib/db/client';
import { ensureStorable } from '@/lib/db/storable';
import { inTransaction } from '@/lib/db/transaction';
import { visibleArticles } from '@/lib/db/visible';
import type { Actor } from '@/lib/domain/actor';
import { DomainError, notFound } from '@/lib/domain/errors';
import { type Action, ensureCan } from '@/lib/domain/policy';
import { type Publication, slugOf } from '@/lib/domain/report/publication';
import { audit } from '../audit';
import { findPublication, mostCorrections } from '../reports/find-publication';
import { getReport } from '../reports/get-report';
import { forgetOthers, type Superseded, supersede } from './earlier-versions';
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
  if ((found?.version ?? 0) !== version) throw stale();
  const now = new Date();
  const report = await getReport(actor, articleId, { now, since: null });
  const note = correction === null ? [] : [{ id: randomUUID(), at: now.toISOString(), text: correction }];
  const superseded = found === null ? null : await supersede(articleId, found, now);
  const next: Publication = {
    slug: found?.slug ?? slugOf(report.article.title, randomUUID().slice(0, 8)),
    publishedAt: found?.publishedAt ?? now.toISOString(),
    changedAt: now.toISOString(),
    withdrawnAt: null,
    seq: report.record.seq,
    version: (found?.version ?? 0) + 1,
    number: (found?.number ?? 0) + 1,
    earlier: superseded === null ? [] : superseded.earlier,
    corrections: [...report.corrections, ...note],
  };
  if (next.corrections.length > mostCorrections)
    throw new DomainError('INVALID', `A report takes ${mostCorrections} corrections at most.`);
  const page = await publicPage(report, next);
  await keep(actor, articleId, { next, page, seen: version, note, superseded });
  return next;
}

/**
 * Takes a published report away from the public, and the pages of its earlier versions for good; what it said stays in the
 * record. Throws NOT_FOUND, FORBIDDEN, STALE. */
export async function withdrawReport(
  actor: Actor,
  articleId: string,
  { version }: { readonly version: number },
): Promise<Publication> {
  await ensureMayPublish(actor, articleId);
  const { teamId, userId } = actor;
  await inTransaction(db, async (tx) => {
    const row = await lockPublication(tx, articleId, version);
    if (row.withdrawnAt !== null) return;
    const withdrawnAt = new Date();
    await tx.publication.update({ where: { articleId }, data: { withdrawnAt, version: { increment: 1 } } });
    await tx.publicationVersion.updateMany({
      where: { articleId, goneAt: null },
      data: { html: null, goneAt: withdrawnAt, goneBecause: 'withdrawn' },
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
  /** What the public read until now. */
  readonly superseded: Superseded | null;
};

async function keep(
  actor: Actor,
  articleId: string,
  { next, page, seen, note, superseded }: Kept,
): Promise<void> {
  const { teamId, userId } = actor;
  const { slug, seq, version, number } = next;
  await inTransaction(db, async (tx) => {
    const common = {
      ...page,
      seq,
      version,
      number,
      changedAt: new Date(next.changedAt),
      publishedById: userId,
    };
    if (version === 1) {
      if (seen !== 0) throw stale();
      const publishedAt = new Date(next.publishedAt);
      const made = await tx.publication.createMany({
        data: { articleId, teamId, slug, publishedAt, ...common },
        skipDuplicates: true,
      });
      if (made.count === 0) throw stale();
    } else {
      await lockPublication(tx, articleId, seen);
      if (superseded !== null) await tx.publicationVersion.create({ data: superseded.row });
      await forgetOthers(tx, articleId, next.earlier);
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
    await audit(tx, {
      teamId,
      actorId: userId,
      type: 'report.published',
      body: { articleId, seq, version, number },
    });
  });
}

/** Holds a publication until the end of the transaction. Throws NOT_FOUND where there is none, STALE after a change. */
export async function lockPublication(tx: Transaction, articleId: string, version: number) {
  const [row] = await tx.$queryRaw<{ version: number; withdrawnAt: Date | null }[]>`
    SELECT "version", "withdrawnAt" FROM "Publication" WHERE "articleId" = ${articleId}::uuid FOR UPDATE`;
  if (row === undefined) throw notFound('report');
  if (row.version !== version) throw stale();
  return row;
}

/** What is told when somebody else was faster. */
export const stale = () =>
  new DomainError(
    'STALE',
    'Somebody published or withdrew this report meanwhile. Look at it, then try again.',
  );

/** Throws NOT_FOUND for an article that the actor does not see, FORBIDDEN where they may not do this with reports. */
export async function ensureMayPublish(
  actor: Actor,
  articleId: string,
  action: Action = 'report.publish',
): Promise<void> {
  const isSeen = (await db.article.count({ where: { id: articleId, ...visibleArticles(actor) } })) > 0;
  if (!isSeen) throw notFound('article');
  ensureCan(actor, action);
}
