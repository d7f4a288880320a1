import 'server-only';
import { db } from '@/lib/db/client';
import { toEvidenceFile } from '@/lib/db/rows';
import { inTransaction } from '@/lib/db/transaction';
import { visibleArticles } from '@/lib/db/visible';
import type { Actor } from '@/lib/domain/actor';
import { notFound } from '@/lib/domain/errors';
import type { EvidenceFile } from '@/lib/domain/evidence-file';
import { ensureCan } from '@/lib/domain/policy';
import { ensureArticle, lockStored } from './upload-file';

/**
 * Makes the file of earlier evidence a file of another article too, where that evidence is used again; the bytes are
 * kept once. Like an upload it is gone after a day unless a command names it, and a repeat with the same `id` answers
 * the same. Throws NOT_FOUND, also for evidence that the actor may not see or that has no file, and FORBIDDEN.
 */
export async function copyFile(
  actor: Actor,
  articleId: string,
  { id, evidenceId }: { readonly id: string; readonly evidenceId: string },
): Promise<EvidenceFile> {
  await ensureArticle(actor, articleId);
  ensureCan(actor, 'evidence.create');
  const { teamId, userId: uploadedById } = actor;
  return inTransaction(db, async (tx) => {
    const seen = { deletedAt: null, annotation: { deletedAt: null, article: visibleArticles(actor) } };
    const origin = await tx.storedFile.findFirst({
      where: { teamId, evidence: { some: { id: evidenceId, ...seen } } },
    });
    if (origin === null) throw notFound('file');
    await lockStored(tx, origin);
    const made = await tx.storedFile.findFirst({ where: { id, articleId, uploadedById } });
    if (made !== null) return toEvidenceFile(made);
    const now = new Date();
    const { name, type, bytes, sha256 } = origin;
    const facts = { id, articleId, teamId, name, type, bytes, sha256, uploadedById };
    return toEvidenceFile(
      await tx.storedFile.create({ data: { ...facts, createdAt: now, releasedAt: now } }),
    );
  });
}
