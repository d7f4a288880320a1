import 'server-only';
import { db, type Transaction } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { forgetRevisionText } from '@/lib/db/revision-text';
import { audit } from '../audit';
import type { StoredAs } from '../files/file-store';
import { removeIfUnused } from '../files/upload-file';

/** How long a deleted article can be restored. An hour less than the day within which its text must be gone. */
const hoursUntilErased = 23;

/**
 * Erases the content of articles that were deleted long enough ago: text, details, quotes, notes, evidence, files,
 * exports, flags' words, sessions with their votes and the bodies of events. Ids, times and hashes stay, so that the record can still be verified. Returns how
 * many articles were erased.
 */
export async function eraseDeletedArticles(now: Date): Promise<number> {
  const before = new Date(now.getTime() - hoursUntilErased * 3_600_000);
  const due = await db.article.findMany({
    where: { deletedAt: { lt: before }, erasedAt: null },
    select: { id: true },
    orderBy: { deletedAt: 'asc' },
    take: 100,
  });
  let erased = 0;
  for (const { id } of due) {
    const files = await filesOf(id);
    if (!(await db.$transaction((tx) => erase(tx, id, before, now), { timeout: 120_000 }))) continue;
    for (const file of files) await removeIfUnused(file);
    erased += 1;
  }
  return erased;
}

/** What lies on the disk of an article: files of evidence and of exports. */
async function filesOf(articleId: string): Promise<readonly StoredAs[]> {
  const [kept, exports] = await Promise.all([
    db.storedFile.findMany({ where: { articleId }, select: { teamId: true, sha256: true } }),
    db.export.findMany({ where: { articleId }, select: { teamId: true, sha256: true } }),
  ]);
  return [...kept, ...exports].flatMap(({ teamId, sha256 }) => (sha256 === null ? [] : { teamId, sha256 }));
}

/** False when somebody restored the article meanwhile, or another process is at it. */
async function erase(tx: Transaction, id: string, before: Date, now: Date): Promise<boolean> {
  const [article] = await tx.$queryRaw<{ teamId: string }[]>`
    SELECT "teamId" FROM "Article"
    WHERE "id" = ${id}::uuid AND "deletedAt" < ${before} AND "erasedAt" IS NULL FOR UPDATE SKIP LOCKED`;
  if (article === undefined) return false;
  const ofArticle = { annotation: { articleId: id } };
  await tx.note.deleteMany({ where: ofArticle });
  await tx.evidence.deleteMany({ where: ofArticle });
  await tx.replyRequest.deleteMany({ where: { articleId: id } });
  await tx.session.deleteMany({ where: { articleId: id } });
  await tx.shareLink.deleteMany({ where: { articleId: id } });
  await tx.publication.deleteMany({ where: { articleId: id } });
  await tx.publicationVersion.deleteMany({ where: { articleId: id } });
  await tx.correction.deleteMany({ where: { articleId: id } });
  await tx.export.deleteMany({ where: { articleId: id } });
  await tx.storedFile.deleteMany({ where: { articleId: id } });
  await tx.thread.deleteMany({ where: ofArticle });
  await tx.notification.deleteMany({ where: { articleId: id } });
  await tx.flag.updateMany({ where: ofArticle, data: { reason: '' } });
  await tx.flag.updateMany({ where: { ...ofArticle, lookedAt: { not: null } }, data: { lookedNote: '' } });
  await tx.annotation.updateMany({
    where: { articleId: id },
    data: {
      exact: '',
      prefix: '',
      suffix: '',
      drift: null,
      anchorBefore: null,
      claimTypes: [],
      claimant: null,
      claimedOn: null,
      check: Prisma.DbNull,
    },
  });
  for (const revision of await tx.revision.findMany({ where: { articleId: id }, select: { id: true } })) {
    forgetRevisionText(revision.id);
  }
  await tx.revision.updateMany({
    where: { articleId: id },
    data: { text: '', hash: '', doc: {}, sentenceStarts: [], sentenceEnds: [], reason: null },
  });
  await tx.$executeRaw`UPDATE "ArticleEvent" SET "body" = NULL WHERE "articleId" = ${id}::uuid`;
  await tx.article.update({
    where: { id },
    data: {
      title: '',
      byline: null,
      publication: null,
      publishedOn: null,
      sourceAddress: null,
      signOff: Prisma.DbNull,
      erasedAt: now,
    },
  });
  await audit(tx, {
    teamId: article.teamId,
    actorId: null,
    type: 'article.erased',
    body: { articleId: id },
  });
  return true;
}
