import 'server-only';
import { randomUUID } from 'node:crypto';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import { visibleAnnotations } from '@/lib/db/visible';
import type { Actor } from '@/lib/domain/actor';
import type { Capture } from '@/lib/domain/capture';
import { DomainError, notFound } from '@/lib/domain/errors';
import { ensureCan } from '@/lib/domain/policy';
import { toCapture } from './find-captures';
import { hostOf } from './host-of';
import { tellCapture } from './tell-capture';
import { wakeCaptures } from './wake-captures';

/** What one team may have waiting, so that another's pages come too. */
const mostWaiting = 100;

/**
 * Asks that the address of a piece of evidence is fetched, and answers at once; what comes of it is told to everybody
 * who has the article open. Where it is being fetched already, that one is the answer. Throws NOT_FOUND, FORBIDDEN,
 * TOO_MANY, and INVALID where the evidence has no address.
 */
export async function askCapture(actor: Actor, annotationId: string, evidenceId: string): Promise<Capture> {
  const annotation = await findAnnotation(actor, annotationId);
  ensureCan(actor, 'evidence.change');
  const evidence = await db.evidence.findFirst({ where: { id: evidenceId, annotationId, deletedAt: null } });
  if (evidence === null) throw notFound('evidence');
  const { address } = evidence;
  if (address === null)
    throw new DomainError('INVALID', 'This evidence has no web address. Give it one, then check the page.');
  await ensureRoom(actor.teamId);
  const row = await inTransaction(db, async (tx) => {
    const now = new Date();
    await tx.capture.createMany({
      data: {
        ...{ id: randomUUID(), evidenceId, address, host: hostOf(address) },
        ...{ title: '', text: '', hash: '', capturedById: actor.userId, askedAt: now, nextAt: now },
      },
      // Somebody has asked already: the constraint lets one wait for each piece of evidence.
      skipDuplicates: true,
    });
    await tellCapture(tx, { articleId: annotation.articleId, annotationId });
    return tx.capture.findFirst({ where: { evidenceId }, orderBy: [{ askedAt: 'desc' }, { id: 'asc' }] });
  });
  if (row === null) throw notFound('capture');
  wakeCaptures();
  const by = await db.user.findUnique({ where: { id: row.capturedById }, select: { name: true } });
  return toCapture(row, by?.name ?? actor.name);
}

/** Takes back what is being fetched; nothing of it is kept. Throws NOT_FOUND also for what has come meanwhile. */
export async function cancelCapture(actor: Actor, annotationId: string, captureId: string): Promise<void> {
  const { articleId } = await findAnnotation(actor, annotationId);
  ensureCan(actor, 'evidence.change');
  await inTransaction(db, async (tx) => {
    const { count } = await tx.capture.deleteMany({
      where: {
        id: captureId,
        capturedAt: null,
        evidence: { annotationId, annotation: visibleAnnotations(actor) },
      },
    });
    if (count === 0) throw notFound('capture');
    await tellCapture(tx, { articleId, annotationId });
  });
}

async function findAnnotation(actor: Actor, id: string): Promise<{ readonly articleId: string }> {
  const found = await db.annotation.findFirst({
    where: { id, ...visibleAnnotations(actor) },
    select: { articleId: true },
  });
  if (found === null) throw notFound('annotation');
  return found;
}

async function ensureRoom(teamId: string): Promise<void> {
  const waiting = await db.capture.count({
    where: { capturedAt: null, isScheduled: false, evidence: { annotation: { article: { teamId } } } },
    take: mostWaiting,
  });
  if (waiting >= mostWaiting)
    throw new DomainError('TOO_MANY', 'Many pages of your team are being fetched. Try again in a minute.');
}
