import 'server-only';
import type { Annotation } from '@/lib/domain/annotation';
import type { Command } from '@/lib/domain/commands';
import type { Given } from '@/lib/domain/decide';
import type { Transaction } from './client';
import { toAnnotation, toEvidence, toFlag, toNote } from './rows';

/** The part of what a decision rests on that has to be looked up: the thing that the command names. */
export type Named = Pick<Given, 'annotation' | 'removed'>;

/** Looks up what a command names, inside its article only: an id of another article is not found. */
export async function findNamed(tx: Transaction, articleId: string, command: Command): Promise<Named> {
  if (!('annotationId' in command) || command.type === 'annotation.create') return {};
  const { annotationId } = command;
  if (command.type === 'annotation.restore') {
    const annotation = await findAnnotation(tx, articleId, annotationId, 'deleted', allParts);
    return { removed: { ...(annotation && { annotation }) } };
  }
  const annotation = await findAnnotation(tx, articleId, annotationId, 'living', neededParts(command.type));
  if (command.type === 'note.restore') {
    const row = await tx.note.findFirst({
      where: { id: command.noteId, annotationId, deletedAt: { not: null } },
    });
    return { annotation, removed: { ...(row && { note: toNote(row) }) } };
  }
  if (command.type === 'evidence.restore') {
    const row = await tx.evidence.findFirst({
      where: { id: command.evidenceId, annotationId, deletedAt: { not: null } },
    });
    return { annotation, removed: { ...(row && { evidence: toEvidence(row) }) } };
  }
  return { annotation };
}

/** The order in which the parts of an annotation are listed. */
export const orderOfParts = {
  notes: [{ createdAt: 'asc' }, { id: 'asc' }],
  evidence: [{ createdAt: 'asc' }, { id: 'asc' }],
  flags: [{ raisedAt: 'asc' }, { id: 'asc' }],
} as const;

type PartName = keyof typeof orderOfParts;

const allParts: readonly PartName[] = ['notes', 'evidence', 'flags'];

/** What a decision looks at below the annotation; the rest is not read, because each part is a round trip. */
function neededParts(type: Command['type']): readonly PartName[] {
  switch (type) {
    case 'note.create':
    case 'evidence.create':
      return [];
    case 'note.change':
    case 'note.delete':
    case 'note.restore':
      return ['notes'];
    case 'evidence.change':
    case 'evidence.delete':
    case 'evidence.restore':
      return ['evidence'];
    case 'flag.raise':
    case 'flag.change':
    case 'flag.look':
    case 'flag.reopen':
      return ['flags'];
    default:
      return allParts;
  }
}

async function findAnnotation(
  tx: Transaction,
  articleId: string,
  id: string,
  state: 'living' | 'deleted',
  parts: readonly PartName[],
): Promise<Annotation | undefined> {
  const row = await tx.annotation.findFirst({
    where: { id, articleId, deletedAt: state === 'deleted' ? { not: null } : null },
  });
  if (row === null) return undefined;
  // One after the other: a transaction has one connection, and `include` would ask all at once.
  const where = { annotationId: id, deletedAt: null };
  const notes = parts.includes('notes')
    ? await tx.note.findMany({ where, orderBy: [...orderOfParts.notes] })
    : [];
  const evidence = parts.includes('evidence')
    ? await tx.evidence.findMany({ where, orderBy: [...orderOfParts.evidence] })
    : [];
  const flags = parts.includes('flags')
    ? await tx.flag.findMany({ where: { annotationId: id }, orderBy: [...orderOfParts.flags] })
    : [];
  return toAnnotation(row, {
    notes: notes.map(toNote),
    evidence: evidence.map(toEvidence),
    flags: flags.map(toFlag),
  });
}
