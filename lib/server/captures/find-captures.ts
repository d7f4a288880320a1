import 'server-only';
import { db } from '@/lib/db/client';
import type { CaptureModel } from '@/lib/db/generated/models';
import { findPeople } from '@/lib/db/people';
import { visibleAnnotations } from '@/lib/db/visible';
import type { Actor } from '@/lib/domain/actor';
import type { Capture } from '@/lib/domain/capture';
import { notFound } from '@/lib/domain/errors';
import { quoteMatchSchema } from '@/lib/domain/find-quote';
import type { Page } from '@/lib/domain/lists';
import { fromCursor, type PageQuery, pageSize, timePlaceSchema, toPage } from '../cursor';

/** What was captured of an annotation's evidence or is being fetched, latest first, without the words. Throws NOT_FOUND. */
export async function findCaptures(
  actor: Actor,
  annotationId: string,
  { cursor, limit = 100 }: PageQuery = {},
): Promise<Page<Capture>> {
  const found = await db.annotation.count({ where: { id: annotationId, ...visibleAnnotations(actor) } });
  if (found === 0) throw notFound('annotation');
  const size = pageSize(limit);
  const after = fromCursor(timePlaceSchema, cursor);
  const rows = await db.capture.findMany({
    where: {
      evidence: { annotationId, deletedAt: null, annotation: visibleAnnotations(actor) },
      ...(after && { OR: [{ askedAt: { lt: after[0] } }, { askedAt: after[0], id: { gt: after[1] } }] }),
    },
    orderBy: [{ askedAt: 'desc' }, { id: 'asc' }],
    take: size + 1,
  });
  const people = await findPeople(
    db,
    actor.teamId,
    rows.map(({ capturedById }) => capturedById),
  );
  return toPage(rows, size, {
    present: (page) => page.map((row) => toCapture(row, people[row.capturedById]?.name ?? '')),
    placeOf: (row) => [row.askedAt.toISOString(), row.id],
  });
}

/** The words of one capture. Throws NOT_FOUND. */
export async function getCaptureText(actor: Actor, annotationId: string, id: string): Promise<string> {
  const row = await db.capture.findFirst({
    where: {
      id,
      capturedAt: { not: null },
      evidence: { annotationId, deletedAt: null, annotation: visibleAnnotations(actor) },
    },
    select: { text: true },
  });
  if (row === null) throw notFound('capture');
  return row.text;
}

/** A row as the browser knows it. */
export function toCapture(row: CaptureModel, byName: string): Capture {
  const { id, evidenceId, address, status, title, text, hash, failure } = row;
  const { isScheduled, isGone, hasReopened } = row;
  return {
    ...{ id, evidenceId, address, status, title, hash, failure, isScheduled, isGone, hasReopened },
    length: text.length,
    match: row.match === null ? null : quoteMatchSchema.parse(row.match),
    by: { id: row.capturedById, name: byName },
    askedAt: row.askedAt.toISOString(),
    at: row.capturedAt?.toISOString() ?? null,
  };
}
