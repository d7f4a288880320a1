import { canonicalText } from '@/lib/domain/article-doc';
import { DomainError } from '@/lib/domain/errors';
import { annotationIdOf, type EventBody } from '@/lib/domain/events';
import type { GalleyFile } from './file-schema';
import type { GalleyWhole } from './whole-schema';

/**
 * Refuses a file whose parts do not belong together: whatever one part says of another has to be in the file. Throws
 * INVALID with a sentence that names the place.
 */
export function ensureReferences(file: Omit<GalleyFile, 'whole'>, whole: GalleyWhole): void {
  ensureRevisions(file, whole);
  ensureRecord(file, whole);
  const known = idsOf(file, whole);
  ensureAnnotations(file, whole, known);
  ensureSessions(file, whole, known);
  ensureFiles(file, whole, known);
}

type Known = Readonly<Record<'revisions' | 'annotations' | 'threads' | 'evidence', ReadonlySet<string>>>;

function idsOf(file: Pick<GalleyFile, 'annotations'>, { revisions, deleted }: GalleyWhole): Known {
  const all = [...file.annotations, ...deleted.annotations.map(({ annotation }) => annotation)];
  const evidence = [
    ...all.flatMap((annotation) => annotation.evidence),
    ...deleted.evidence.map((item) => item.evidence),
  ];
  return {
    revisions: once(revisions, 'whole → revisions'),
    annotations: once(all, 'annotations'),
    threads: once(
      all.flatMap(({ threads }) => threads),
      'threads',
    ),
    evidence: once(evidence, 'evidence'),
  };
}

/** The ids of a list, in which none may stand twice. */
function once(list: readonly { readonly id: string }[], where: string): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const [index, { id }] of list.entries()) {
    if (ids.has(id)) throw damaged(`${where} → ${index}`, 'has an id that another one has');
    ids.add(id);
  }
  return ids;
}

function ensureRevisions({ revision }: Pick<GalleyFile, 'revision'>, { revisions }: GalleyWhole): void {
  for (const [index, { number, doc, sentences }] of revisions.entries()) {
    const where = `whole → revisions → ${index}`;
    if (number !== index + 1) throw damaged(where, 'does not follow the one before');
    const { length } = canonicalText(doc);
    let last = 0;
    for (const [start, end] of sentences) {
      if (start < last || end < start || end > length) throw damaged(where, 'has sentences outside its text');
      last = end;
    }
  }
  const present = revisions.at(-1);
  if (present?.number !== revision.number || present.hash !== revision.hash)
    throw damaged('whole → revisions', 'does not end with the present text');
}

/** Numbers without gaps up to the head, times that do not run backwards, each on a revision and an annotation of it. */
function ensureRecord(file: Pick<GalleyFile, 'annotations' | 'record'>, whole: GalleyWhole): void {
  const known = idsOf(file, whole);
  const commands = new Set<string>();
  let before = '';
  for (const [index, event] of whole.events.entries()) {
    const where = `whole → events → ${index}`;
    if (event.seq !== index + 1) throw damaged(where, 'does not follow the one before');
    if (Date.parse(event.at) < Date.parse(before)) throw damaged(where, 'is older than the one before');
    if (commands.has(event.commandId)) throw damaged(where, 'has an id that another one has');
    if (!known.revisions.has(event.revisionId)) throw damaged(where, 'names a revision that is not in it');
    // validated; the domain's own type is only stricter about `undefined`
    const id = annotationIdOf(event.body as EventBody);
    if (id !== undefined && !known.annotations.has(id))
      throw damaged(where, 'names an annotation that is not in it');
    commands.add(event.commandId);
    before = event.at;
  }
  if (whole.events.length !== file.record.seq)
    throw damaged('whole → events', 'does not go up to the head that the file names');
}

function ensureAnnotations(
  file: Pick<GalleyFile, 'annotations'>,
  { revisions, deleted }: GalleyWhole,
  known: Known,
): void {
  const present = revisions.at(-1)?.id;
  const all = [
    ...file.annotations.map((annotation, index) => ({ annotation, where: `annotations → ${index}` })),
    ...deleted.annotations.map(({ annotation }, index) => ({
      annotation,
      where: `whole → deleted → annotations → ${index}`,
    })),
  ];
  for (const { annotation, where } of all) {
    const { anchor, partOfId, repeatsId } = annotation;
    if (anchor.revisionId === undefined || !known.revisions.has(anchor.revisionId))
      throw damaged(where, 'names a revision that is not in it');
    for (const id of [partOfId, repeatsId])
      if (id !== null && !known.annotations.has(id))
        throw damaged(where, 'names an annotation that is not in it');
  }
  for (const [index, { anchor }] of file.annotations.entries())
    if (anchor.state !== 'orphaned' && anchor.revisionId !== present)
      throw damaged(`annotations → ${index}`, 'does not stand on the present text');
  for (const part of ['notes', 'evidence'] as const)
    for (const [index, { annotationId }] of deleted[part].entries())
      if (!known.annotations.has(annotationId))
        throw damaged(`whole → deleted → ${part} → ${index}`, 'names an annotation that is not in it');
  for (const [index, { threadId }] of deleted.replies.entries())
    if (!known.threads.has(threadId))
      throw damaged(`whole → deleted → replies → ${index}`, 'names a conversation that is not in it');
}

function ensureSessions(
  { record, article }: Pick<GalleyFile, 'record' | 'article'>,
  whole: GalleyWhole,
  known: Known,
): void {
  const sessions = once(whole.sessions, 'whole → sessions');
  for (const [index, { openedSeq, closing }] of whole.sessions.entries())
    if (openedSeq > record.seq || (closing?.seq ?? 0) > record.seq)
      throw damaged(`whole → sessions → ${index}`, 'names an event that is not in it');
  const open = whole.sessions.filter(({ closing }) => closing === null);
  if (open.length > 1) throw damaged('whole → sessions', 'has more than one that is not closed');
  if (whole.frozenAt !== (open[0]?.frozenAt ?? null))
    throw damaged('whole → frozenAt', 'is not what its session says');
  const voted = new Set<string>();
  for (const [index, { sessionId, annotationId }] of whole.ballots.entries()) {
    const where = `whole → ballots → ${index}`;
    if (!sessions.has(sessionId)) throw damaged(where, 'names a session that is not in it');
    if (!known.annotations.has(annotationId)) throw damaged(where, 'names an annotation that is not in it');
    const key = `${sessionId} ${annotationId}`;
    if (voted.has(key)) throw damaged(where, 'is a second vote of a session on one claim');
    voted.add(key);
  }
  if ((article.signOff?.seq ?? 0) > record.seq)
    throw damaged('article → signOff', 'names an event that is not in it');
}

function ensureFiles(
  file: Pick<GalleyFile, 'annotations'>,
  { files, captures, deleted }: GalleyWhole,
  known: Known,
): void {
  once(files, 'whole → files');
  once(captures, 'whole → captures');
  const hashes = new Map(files.map(({ id, sha256 }) => [id, sha256]));
  const evidence = [
    ...file.annotations.flatMap((annotation) => annotation.evidence),
    ...deleted.annotations.flatMap(({ annotation }) => annotation.evidence),
    ...deleted.evidence.map((item) => item.evidence),
  ];
  for (const { id, file: attached } of evidence)
    if (attached !== null && hashes.get(attached.id) !== attached.sha256)
      throw damaged(`evidence ${id}`, 'names an attached file that is not in it');
  for (const [index, { evidenceId }] of captures.entries())
    if (!known.evidence.has(evidenceId))
      throw damaged(`whole → captures → ${index}`, 'names evidence that is not in it');
}

const damaged = (where: string, what: string): DomainError =>
  new DomainError('INVALID', `This Galley file is damaged: ${where} ${what}.`);
