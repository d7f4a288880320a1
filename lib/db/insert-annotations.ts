import 'server-only';
import type { Annotation, Note } from '@/lib/domain/annotation';
import type { Evidence } from '@/lib/domain/evidence';
import type { Transaction } from './client';
import type { Prisma } from './generated/client';
import { insertRows } from './insert-rows';
import { fromDay } from './rows';
import { annotationColumns } from './write';
import { replyColumns, threadColumns } from './write-thread';

/** Writes annotations with everything that hangs on them, in a few statements whatever their number. */
export async function insertAnnotations(
  tx: Transaction,
  teamId: string,
  annotations: readonly Annotation[],
): Promise<void> {
  await insertRows(tx, 'Annotation', annotations.map(annotationColumns));
  const notes = annotations.flatMap(({ id, notes }) => notes.map((note) => noteRow(id, note)));
  await insertRows(tx, 'Note', notes);
  const evidence = annotations.flatMap(({ id, evidence }) => evidence.map((item) => evidenceRow(id, item)));
  await insertRows(tx, 'Evidence', evidence);
  const flags = annotations.flatMap(({ id: annotationId, flags }) =>
    flags.map(({ looked, ...flag }) => ({
      ...flag,
      annotationId,
      teamId,
      lookedById: looked?.byId ?? null,
      lookedAt: looked?.at ?? null,
      lookedNote: looked?.note ?? null,
    })),
  );
  await insertRows(tx, 'Flag', flags);
  const threads = annotations.flatMap(({ id, threads }) =>
    threads.map((thread) => threadColumns(id, thread)),
  );
  await insertRows(tx, 'Thread', threads);
  const replies = annotations.flatMap(({ threads }) =>
    threads.flatMap(({ id, replies }) => replies.map((reply) => replyColumns(id, reply))),
  );
  await insertRows(tx, 'Reply', replies);
}

/** The row of a note. */
export function noteRow(annotationId: string, note: Note): Prisma.NoteCreateManyInput {
  // a validated body; Prisma's own type for JSON is only stricter about `undefined`
  return { ...note, annotationId, body: note.body as unknown as Prisma.InputJsonValue };
}

/** The row of evidence. Its file has a row already. */
export function evidenceRow(
  annotationId: string,
  { file, accessedOn, ...item }: Evidence,
): Prisma.EvidenceCreateManyInput {
  return { ...item, annotationId, fileId: file?.id ?? null, accessedOn: fromDay(accessedOn) };
}
