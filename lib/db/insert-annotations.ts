import 'server-only';
import type { Annotation, Note } from '@/lib/domain/annotation';
import type { Evidence } from '@/lib/domain/evidence';
import { chunks } from './chunks';
import type { Transaction } from './client';
import type { Prisma } from './generated/client';
import { fromDay } from './rows';
import { annotationColumns } from './write';
import { replyColumns, threadColumns } from './write-thread';

/** Writes annotations with everything that hangs on them, in a few statements whatever their number. */
export async function insertAnnotations(
  tx: Transaction,
  teamId: string,
  annotations: readonly Annotation[],
): Promise<void> {
  for (const part of chunks(annotations))
    await tx.annotation.createMany({ data: part.map(annotationColumns) });
  const notes = annotations.flatMap(({ id, notes }) => notes.map((note) => noteRow(id, note)));
  for (const part of chunks(notes)) await tx.note.createMany({ data: part });
  const evidence = annotations.flatMap(({ id, evidence }) => evidence.map((item) => evidenceRow(id, item)));
  for (const part of chunks(evidence)) await tx.evidence.createMany({ data: part });
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
  for (const part of chunks(flags)) await tx.flag.createMany({ data: part });
  const threads = annotations.flatMap(({ id, threads }) =>
    threads.map((thread) => threadColumns(id, thread)),
  );
  for (const part of chunks(threads)) await tx.thread.createMany({ data: part });
  const replies = annotations.flatMap(({ threads }) =>
    threads.flatMap(({ id, replies }) => replies.map((reply) => replyColumns(id, reply))),
  );
  for (const part of chunks(replies)) await tx.reply.createMany({ data: part });
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
