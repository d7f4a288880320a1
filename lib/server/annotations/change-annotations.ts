import 'server-only';
import type { z } from 'zod';
import { db } from '@/lib/db/client';
import { getRevisionText } from '@/lib/db/revision-text';
import { visibleArticles } from '@/lib/db/visible';
import type { Actor } from '@/lib/domain/actor';
import { locateQuote } from '@/lib/domain/anchor';
import type { Passage } from '@/lib/domain/article';
import type { Command, CommandOf } from '@/lib/domain/commands';
import { DomainError, notFound } from '@/lib/domain/errors';
import type { ArticleEvent, EventBody } from '@/lib/domain/events';
import { keyUsedElsewhere } from '../api/idempotency';
import { type People, presentAnnotation, presentEvidence, presentFlag, presentNote } from '../api/present';
import type { annotationBody, annotationChangeBody, evidenceBody, flagBody, noteBody } from '../api/requests';
import { richTextOf } from '../api/requests';
import { derivedId } from '../derived-id';
import { execute } from '../execute';
import { getAnnotation, getArticleIdOf } from './find-annotations';

/** Who asks, and the id under which a repeat is recognised. New things get ids derived from it. */
export type Request = { readonly actor: Actor; readonly commandId: string };

/** Marks a passage given by offsets or by its words. Answers with the annotation and the `seq` of its event. */
export async function createAnnotation(
  { actor, commandId }: Request,
  articleId: string,
  request: z.output<typeof annotationBody>,
) {
  const place = await findPlace(actor, articleId, request);
  const event = await execute(actor, articleId, {
    commandId,
    type: 'annotation.create',
    annotationId: derivedId('annotation', actor.userId, commandId),
    revisionId: place.revisionId,
    mark: request.mark,
    passage: place.passage,
  });
  const { annotation } = bodyOf(event, 'annotation.created');
  return { ...presentAnnotation(annotation, peopleOf(event)), seq: event.seq };
}

/** Changes mark, passage or claim fields. Answers with the annotation as it is now and the `seq` of the change. */
export async function changeAnnotation(
  { actor, commandId }: Request,
  annotationId: string,
  request: z.output<typeof annotationChangeBody>,
) {
  const { version, mark, start, end, revision, claim } = request;
  const passage = start === undefined || end === undefined ? undefined : { start, end };
  const revisionId = revision === undefined ? undefined : await findRevisionId(actor, annotationId, revision);
  const { seq } = await executeOn(actor, annotationId, 'annotation.changed', {
    commandId,
    type: 'annotation.change',
    annotationId,
    version,
    revisionId,
    changes: { ...(mark && { mark }), ...(passage && { passage }), ...(claim && { claim }) },
  });
  return { ...(await getAnnotation(actor, annotationId)), seq };
}

/** Deletes an annotation softly. Answers with the version that a restore must name. */
export async function deleteAnnotation({ actor, commandId }: Request, annotationId: string, version: number) {
  const { seq, body } = await executeOn(actor, annotationId, 'annotation.deleted', {
    commandId,
    type: 'annotation.delete',
    annotationId,
    version,
  });
  return { id: annotationId, version: body.version, seq };
}

/** Adds a verification note. */
export async function addNote(
  { actor, commandId }: Request,
  annotationId: string,
  request: z.output<typeof noteBody>,
) {
  const { seq, body, people } = await executeOn(actor, annotationId, 'note.created', {
    commandId,
    type: 'note.create',
    annotationId,
    noteId: derivedId('note', actor.userId, commandId),
    body: richTextOf(request),
  });
  return { ...presentNote(annotationId, body.note, people), seq };
}

/** Attaches evidence. */
export async function addEvidence(
  { actor, commandId }: Request,
  annotationId: string,
  fields: z.output<typeof evidenceBody>,
) {
  const { seq, body, people } = await executeOn(actor, annotationId, 'evidence.created', {
    commandId,
    type: 'evidence.create',
    annotationId,
    evidenceId: derivedId('evidence', actor.userId, commandId),
    fields,
  });
  return { ...presentEvidence(annotationId, body.evidence, people), seq };
}

/** Raises a flag. */
export async function raiseFlag(
  { actor, commandId }: Request,
  annotationId: string,
  fields: z.output<typeof flagBody>,
) {
  const { seq, body, people } = await executeOn(actor, annotationId, 'flag.raised', {
    commandId,
    type: 'flag.raise',
    annotationId,
    flagId: derivedId('flag', actor.userId, commandId),
    fields,
  });
  return { ...presentFlag(annotationId, body.flag, people), seq };
}

type AnnotationCommand = CommandOf<
  'annotation.change' | 'annotation.delete' | 'note.create' | 'evidence.create' | 'flag.raise'
>;

/** Carries out a command on an annotation wherever it is. Throws NOT_FOUND when the actor may not see it. */
async function executeOn<T extends EventBody['type']>(
  actor: Actor,
  annotationId: string,
  type: T,
  command: AnnotationCommand & Command,
) {
  const event = await execute(actor, await getArticleIdOf(actor, annotationId), command);
  const body = bodyOf(event, type);
  if ('annotationId' in body && body.annotationId !== annotationId) throw keyUsedElsewhere();
  return { seq: event.seq, body, people: peopleOf(event) };
}

/** The body of the event that was asked for; a repeat's may be another when its key was used for something else. */
function bodyOf<T extends EventBody['type']>(
  event: ArticleEvent,
  type: T,
): Extract<EventBody, { readonly type: T }> {
  if (event.body.type !== type) throw keyUsedElsewhere();
  // the line above compared the tag of the union
  return event.body as Extract<EventBody, { readonly type: T }>;
}

const peopleOf = ({ actor }: ArticleEvent): People => ({ [actor.id]: actor });

async function findPlace(
  actor: Actor,
  articleId: string,
  { start, end, exact, prefix, suffix, revision }: z.output<typeof annotationBody>,
): Promise<{ readonly revisionId: string; readonly passage: Passage }> {
  const article = await db.article.findFirst({
    where: { id: articleId, ...visibleArticles(actor) },
    select: { currentRevisionId: true },
  });
  if (article === null) throw notFound('article');
  const revisionId = article.currentRevisionId;
  if (revision !== undefined) await ensureCurrent(revisionId, revision);
  if (start !== undefined && end !== undefined) return { revisionId, passage: { start, end } };
  const { text } = await getRevisionText(db, revisionId);
  const nfc = (words = ''): string => words.normalize('NFC');
  return {
    revisionId,
    passage: locateQuote(text, { exact: nfc(exact), prefix: nfc(prefix), suffix: nfc(suffix) }),
  };
}

/** The revision of an annotation's article that a client counts in. */
async function findRevisionId(actor: Actor, annotationId: string, number: number): Promise<string> {
  const articleId = await getArticleIdOf(actor, annotationId);
  const row = await db.revision.findFirst({ where: { articleId, number }, select: { id: true } });
  if (row === null) throw new DomainError('INVALID', `revision: this article has no revision ${number}.`);
  return row.id;
}

async function ensureCurrent(revisionId: string, seen: number): Promise<void> {
  const { number } = await db.revision.findUniqueOrThrow({
    where: { id: revisionId },
    select: { number: true },
  });
  if (number === seen) return;
  throw new DomainError('STALE', 'The article has a newer revision. Read it, then mark the passage again.', {
    current: { revision: number },
  });
}
