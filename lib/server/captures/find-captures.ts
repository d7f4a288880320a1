import 'server-only';
import { db } from '@/lib/db/client';
import type { CaptureModel } from '@/lib/db/generated/models';
import { visibleAnnotations } from '@/lib/db/visible';
import type { Actor } from '@/lib/domain/actor';
import type { Capture } from '@/lib/domain/capture';
import { notFound } from '@/lib/domain/errors';
import { quoteMatchSchema } from '@/lib/domain/find-quote';

const maxListed = 100;

/** What was captured of an annotation's evidence, latest first, without the words. Throws NOT_FOUND. */
export async function findCaptures(actor: Actor, annotationId: string): Promise<readonly Capture[]> {
  const found = await db.annotation.count({ where: { id: annotationId, ...visibleAnnotations(actor) } });
  if (found === 0) throw notFound('annotation');
  const rows = await db.capture.findMany({
    where: { evidence: { annotationId, deletedAt: null, annotation: visibleAnnotations(actor) } },
    orderBy: [{ capturedAt: 'desc' }, { id: 'asc' }],
    take: maxListed,
  });
  const names = await namesOf(rows);
  return rows.map((row) => toCapture(row, names.get(row.capturedById) ?? ''));
}

/** The words of one capture. Throws NOT_FOUND. */
export async function getCaptureText(actor: Actor, annotationId: string, id: string): Promise<string> {
  const row = await db.capture.findFirst({
    where: { id, evidence: { annotationId, deletedAt: null, annotation: visibleAnnotations(actor) } },
    select: { text: true },
  });
  if (row === null) throw notFound('capture');
  return row.text;
}

/** A row as the browser knows it. */
export function toCapture(row: CaptureModel, byName: string): Capture {
  const { id, evidenceId, address, status, title, text, hash, failure } = row;
  return {
    id,
    evidenceId,
    address,
    status,
    title,
    length: text.length,
    hash,
    match: row.match === null ? null : quoteMatchSchema.parse(row.match),
    failure,
    by: { id: row.capturedById, name: byName },
    at: row.capturedAt.toISOString(),
  };
}

async function namesOf(rows: readonly CaptureModel[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(rows.map(({ capturedById }) => capturedById))];
  const users = await db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return new Map(users.map(({ id, name }) => [id, name]));
}
