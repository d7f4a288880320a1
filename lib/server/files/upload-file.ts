import 'server-only';
import { createHash } from 'node:crypto';
import { db, type Transaction } from '@/lib/db/client';
import { toEvidenceFile } from '@/lib/db/rows';
import { ensureStorable } from '@/lib/db/storable';
import { inTransaction } from '@/lib/db/transaction';
import { visibleArticles } from '@/lib/db/visible';
import type { Actor } from '@/lib/domain/actor';
import { DomainError, notFound } from '@/lib/domain/errors';
import type { EvidenceFile } from '@/lib/domain/evidence-file';
import { ensureCan } from '@/lib/domain/policy';
import { removeStored, type StoredAs, writeStored } from './file-store';
import { typeOfFile } from './type-of-file';

/** A file as it came through the door; `id` makes a repeat harmless. */
export type Upload = { readonly id: string; readonly name: string; readonly bytes: Uint8Array };

/**
 * Keeps a file for evidence of an article. Until a command names it as evidence's file it is nobody's, and gone after
 * a day. Throws NOT_FOUND, FORBIDDEN, INVALID and TOO_LARGE.
 */
export async function uploadFile(actor: Actor, articleId: string, upload: Upload): Promise<EvidenceFile> {
  const { id, bytes } = upload;
  await ensureArticle(actor, articleId);
  ensureCan(actor, 'evidence.create');
  const name = plainName(upload.name);
  ensureStorable(name);
  const type = typeOfFile(name, bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { teamId, userId: uploadedById } = actor;
  return inTransaction(db, async (tx) => {
    await lockStored(tx, { teamId, sha256 });
    const made = await tx.storedFile.findFirst({ where: { id, articleId, uploadedById } });
    if (made !== null) return toEvidenceFile(made);
    await writeStored({ teamId, sha256 }, bytes);
    const now = new Date();
    const facts = { id, name, type, bytes: bytes.length, sha256 };
    await tx.storedFile.create({
      data: { ...facts, teamId, articleId, uploadedById, createdAt: now, releasedAt: now },
    });
    return facts;
  });
}

/** Removes a file from the disk once no row of its team names it any more, neither of evidence nor of an export. */
export async function removeIfUnused(as: StoredAs): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    await lockStored(tx, as);
    const rows = [await tx.storedFile.count({ where: as }), await tx.export.count({ where: as })];
    if (rows.some((count) => count > 0)) return false;
    await removeStored(as);
    return true;
  });
}

/** One at a time for the same bytes: nobody removes what somebody else is just keeping again. */
export async function lockStored(tx: Transaction, { teamId, sha256 }: StoredAs): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${teamId} ${sha256}`}, 0))::text`;
}

/** Throws NOT_FOUND for an article that the actor may not see. */
export async function ensureArticle(actor: Actor, id: string): Promise<void> {
  if ((await db.article.count({ where: { id, ...visibleArticles(actor) } })) === 0) throw notFound('article');
}

/** The last part of a path, without signs that cannot be seen, at most 200 characters with its ending. */
function plainName(given: string): string {
  const name = given
    .normalize('NFC')
    .split(/[/\\]/)
    .at(-1)
    ?.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .trim();
  if (name === undefined || name === '') throw new DomainError('INVALID', 'This file has no name.');
  if (name.length <= 200) return name;
  const ending = /\.[a-z0-9]{1,5}$/i.exec(name)?.[0] ?? '';
  return name.slice(0, 200 - ending.length) + ending;
}
