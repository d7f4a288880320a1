import 'server-only';
import type { Annotation } from '@/lib/domain/annotation';
import type { Reader } from './client';
import type { Prisma } from './generated/client';
import { type Parts, toAnnotation, toEvidence, toFlag, toNote, toReply, toThread } from './rows';

/** The order in which the parts of an annotation are listed. */
const orderOfParts = {
  notes: [{ createdAt: 'asc' }, { id: 'asc' }],
  evidence: [{ createdAt: 'asc' }, { id: 'asc' }],
  flags: [{ raisedAt: 'asc' }, { id: 'asc' }],
  threads: [{ createdAt: 'asc' }, { id: 'asc' }],
} as const;
export type PartName = keyof typeof orderOfParts;
export const allParts: readonly PartName[] = ['notes', 'evidence', 'flags', 'threads'];

type AnnotationRow = Prisma.AnnotationModel;

/** Which parts, all unless said. `articleId` when the rows are all of one article: asks by it and not by their ids. */
export type PartsWish = { readonly wanted?: readonly PartName[]; readonly articleId?: string };

/**
 * Annotations with the parts that are wanted, in the order given. One query a kind of part, whatever their number,
 * one after the other, because a transaction has one connection.
 */
export async function withParts(
  reader: Reader,
  rows: readonly AnnotationRow[],
  { wanted = allParts, articleId }: PartsWish = {},
): Promise<Annotation[]> {
  const of =
    articleId === undefined
      ? { annotationId: { in: rows.map(({ id }) => id) } }
      : { annotation: { articleId, deletedAt: null } };
  const where = { ...of, deletedAt: null };
  const has = (name: PartName): boolean => rows.length > 0 && wanted.includes(name);
  const notes = has('notes') ? await reader.note.findMany({ where, orderBy: [...orderOfParts.notes] }) : [];
  const evidence = has('evidence')
    ? await reader.evidence.findMany({
        where,
        orderBy: [...orderOfParts.evidence],
        include: { file: true },
      })
    : [];
  const flags = has('flags')
    ? await reader.flag.findMany({ where: of, orderBy: [...orderOfParts.flags] })
    : [];
  const threads = has('threads')
    ? await reader.thread.findMany({ where: of, orderBy: [...orderOfParts.threads] })
    : [];
  const replies =
    threads.length === 0
      ? []
      : await reader.reply.findMany({
          where: { thread: of, deletedAt: null },
          orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        });
  const repliesOf = groupedBy(replies, ({ threadId }) => threadId, toReply);
  const parts = {
    notes: grouped(notes, toNote),
    evidence: grouped(evidence, toEvidence),
    flags: grouped(flags, toFlag),
    threads: grouped(threads, (row) => toThread(row, repliesOf.get(row.id) ?? [])),
  };
  return rows.map((row) => {
    const own: Parts = {
      notes: parts.notes.get(row.id) ?? [],
      evidence: parts.evidence.get(row.id) ?? [],
      flags: parts.flags.get(row.id) ?? [],
      threads: parts.threads.get(row.id) ?? [],
    };
    return toAnnotation(row, own);
  });
}

function grouped<Row extends { readonly annotationId: string }, T>(
  rows: readonly Row[],
  to: (row: Row) => T,
): Map<string, T[]> {
  return groupedBy(rows, ({ annotationId }) => annotationId, to);
}

function groupedBy<Row, T>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  to: (row: Row) => T,
): Map<string, T[]> {
  const lists = new Map<string, T[]>();
  for (const row of rows) {
    const list = lists.get(keyOf(row));
    if (list === undefined) lists.set(keyOf(row), [to(row)]);
    else list.push(to(row));
  }
  return lists;
}
