import 'server-only';
import type { z } from 'zod';
import type { Annotation, Flag, Note } from '@/lib/domain/annotation';
import type { Evidence } from '@/lib/domain/evidence';
import type { ArticleListItem } from '@/lib/domain/lists';
import type { ReplyRequest } from '@/lib/domain/reply-request-schema';
import { richTextToPlain } from '@/lib/domain/rich-text';
import type { Person } from '@/lib/domain/team';
import type { Thread } from '@/lib/domain/thread';
import type { replyRequestShape } from './past-shapes';
import type {
  annotationShape,
  articleLineShape,
  evidenceShape,
  flagShape,
  noteShape,
  threadShape,
} from './shapes';

/** Names by id, of everybody whose work is presented. */
export type People = Readonly<Record<string, Person>>;

/** An annotation as REST v1 shows it: offsets in the current revision, absent when orphaned. */
export function presentAnnotation(annotation: Annotation, people: People): z.input<typeof annotationShape> {
  const { anchor, notes, evidence, flags, threads, authorId, ...rest } = annotation;
  const { status, ...check } = annotation.check;
  const { start, end, exact, prefix, suffix, revisionId, before, state, drift, method, certainty } = anchor;
  return {
    ...rest,
    status,
    check,
    revisionId,
    ...(state !== 'orphaned' && { start, end }),
    exact,
    prefix,
    suffix,
    anchor: { state, drift, method, certainty, ...(before !== undefined && { before }) },
    claim: { ...annotation.claim, claimTypes: [...annotation.claim.claimTypes] },
    author: person(people, authorId),
    notes: notes.map((note) => presentNote(annotation.id, note, people)),
    evidence: evidence.map((item) => presentEvidence(annotation.id, item, people)),
    flags: flags.map((flag) => presentFlag(annotation.id, flag, people)),
    threads: threads.map((thread) => presentThread(thread, people)),
  };
}

/** A note as REST v1 shows it: as rich text, and its words alone. */
export function presentNote(annotationId: string, note: Note, people: People): z.input<typeof noteShape> {
  const { authorId, ...rest } = note;
  return { ...rest, annotationId, text: richTextToPlain(note.body), author: person(people, authorId) };
}

/** Evidence as REST v1 shows it. */
export function presentEvidence(
  annotationId: string,
  evidence: Evidence,
  people: People,
): z.input<typeof evidenceShape> {
  const { authorId, ...rest } = evidence;
  return { ...rest, annotationId, author: person(people, authorId) };
}

/** A flag as REST v1 shows it; `looked` is null while it is open. */
export function presentFlag(annotationId: string, flag: Flag, people: People): z.input<typeof flagShape> {
  const { raisedById, looked, ...rest } = flag;
  return {
    ...rest,
    annotationId,
    raisedBy: person(people, raisedById),
    looked: looked && { by: person(people, looked.byId), at: looked.at, note: looked.note },
  };
}

/** A thread as REST v1 shows it; `resolved` is null while it is open. */
function presentThread(thread: Thread, people: People): z.input<typeof threadShape> {
  const { authorId, resolved, replies, ...rest } = thread;
  return {
    ...rest,
    author: person(people, authorId),
    resolved: resolved && { by: person(people, resolved.byId), at: resolved.at },
    replies: replies.map(({ authorId, mentions, ...reply }) => ({
      ...reply,
      mentions: [...mentions],
      text: richTextToPlain(reply.body),
      author: person(people, authorId),
    })),
  };
}

/** A line of the right-of-reply log as REST v1 shows it. */
export function presentReplyRequest(
  { authorId, ...request }: ReplyRequest,
  people: People,
): z.input<typeof replyRequestShape> {
  return { ...request, author: person(people, authorId) };
}

/** A line of the list of articles as REST v1 shows it. */
export function presentArticleLine(item: ArticleListItem): z.input<typeof articleLineShape> {
  const { revisionNumber, people, ...rest } = item;
  return { ...rest, revision: revisionNumber, people: [...people] };
}

function person(people: People, id: string): Person {
  return people[id] ?? { id, name: 'Somebody who left' };
}
