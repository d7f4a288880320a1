import type { Actor } from '@/lib/domain/actor';
import type { Annotation } from '@/lib/domain/annotation';
import type { ArticleState } from '@/lib/domain/apply';
import type { Check } from '@/lib/domain/check';
import type { EventBody } from '@/lib/domain/events';
import { takeBackInCheck } from './inverse-check';
import { takeBackInThread } from './inverse-thread';
import type { Proposal } from './proposal';
import { sameValue } from './same-value';
import { stillHas } from './still-has';

/**
 * Why an act cannot be undone now: it never can, its thing is gone, somebody else has built on it, or it is a step of a
 * check that stays in the record.
 */
export type NoInverse = 'never' | 'gone' | 'changed' | 'recorded';

/**
 * The command that takes an act back, against the state as it is now. Somebody else's later work is never
 * overwritten: a value is put back only where it still is what the act made of it. `before` is the check that a step in
 * a check met, `commandId` the command that the act was.
 */
export function inverseOf(
  body: EventBody,
  state: ArticleState,
  actor: Actor,
  before?: Check,
  commandId?: string,
): Proposal | NoInverse {
  switch (body.type) {
    case 'annotation.created':
    case 'annotation.restored':
      return takeAway(state.annotations[body.annotation.id], actor);
    case 'annotation.deleted':
      return state.annotations[body.annotationId] === undefined
        ? { type: 'annotation.restore', annotationId: body.annotationId, version: body.version }
        : 'gone';
    case 'annotation.changed':
      return changeBack(state, body, commandId);
    case 'note.created':
    case 'note.changed':
    case 'note.deleted':
    case 'note.restored':
      return takeBackNote(state, body);
    case 'evidence.created':
    case 'evidence.changed':
    case 'evidence.deleted':
    case 'evidence.restored':
      return takeBackEvidence(state, body);
    case 'flag.changed':
    case 'flag.looked':
      return takeBackFlag(state, body);
    case 'thread.opened':
    case 'thread.replied':
    case 'thread.resolved':
    case 'thread.reopened':
    case 'reply.changed':
    case 'reply.deleted':
    case 'reply.restored':
      return takeBackInThread(body, state, actor);
    case 'check.planned':
    case 'check.begun':
    case 'check.released':
    case 'check.waiting':
    case 'check.resumed':
    case 'check.proposed':
    case 'check.withdrawn':
    case 'check.reviewed':
    case 'check.disputed':
    case 'check.decided':
    case 'check.signed_off':
    case 'check.reopened':
    case 'check.rechecked':
      return takeBackInCheck(body, state, actor, before);
    default:
      return 'never';
  }
}

type BodyOf<T extends EventBody['type']> = Extract<EventBody, { readonly type: T }>;

function takeAway(annotation: Annotation | undefined, actor: Actor): Proposal | NoInverse {
  if (annotation === undefined) return 'gone';
  const mine = ({ authorId }: { readonly authorId: string }): boolean => authorId === actor.userId;
  const isOnlyMine =
    annotation.notes.every(mine) &&
    annotation.evidence.every(mine) &&
    annotation.threads.flatMap(({ replies }) => replies).every(mine) &&
    annotation.flags.every(({ raisedById }) => raisedById === actor.userId);
  return isOnlyMine
    ? { type: 'annotation.delete', annotationId: annotation.id, version: annotation.version }
    : 'changed';
}

function changeBack(
  state: ArticleState,
  body: BodyOf<'annotation.changed'>,
  changeId: string | undefined,
): Proposal | NoInverse {
  const annotation = state.annotations[body.annotationId];
  if (annotation === undefined) return 'gone';
  if (!stillHas(annotation, body.changes)) return 'changed';
  const { mark, anchor, claim, partOfId, repeatsId } = body.before;
  const isPresent = anchor?.revisionId === state.revision.id;
  if (anchor !== undefined && anchor.state !== 'exact') {
    // What new text touched or lost has no passage that one could choose: it waits again, or is lost again.
    if (changeId === undefined || !(isPresent || anchor.state === 'orphaned')) return 'changed';
    return {
      type: 'annotation.put_back',
      annotationId: annotation.id,
      version: annotation.version,
      changeId,
      anchor,
    };
  }
  if (anchor !== undefined && !isPresent) return 'changed';
  return {
    type: 'annotation.change',
    annotationId: annotation.id,
    version: annotation.version,
    // Newer text may be there that has not been shown yet.
    ...(anchor && { revisionId: anchor.revisionId }),
    changes: {
      ...(mark && { mark }),
      ...(anchor && { passage: { start: anchor.start, end: anchor.end } }),
      ...(claim && { claim: { ...claim, claimTypes: [...claim.claimTypes] } }),
      ...(partOfId !== undefined && { partOfId }),
      ...(repeatsId !== undefined && { repeatsId }),
    },
  };
}

function takeBackNote(
  state: ArticleState,
  body: BodyOf<'note.created' | 'note.changed' | 'note.deleted' | 'note.restored'>,
): Proposal | NoInverse {
  const { annotationId } = body;
  const noteId = 'note' in body ? body.note.id : body.noteId;
  const annotation = state.annotations[annotationId];
  const note = annotation?.notes.find(({ id }) => id === noteId);
  if (body.type === 'note.deleted') {
    return annotation === undefined || note !== undefined
      ? 'gone'
      : { type: 'note.restore', annotationId, noteId, version: body.version };
  }
  if (note === undefined) return 'gone';
  const { version } = note;
  if (body.type !== 'note.changed') return { type: 'note.delete', annotationId, noteId, version };
  return sameValue(note.body, body.body)
    ? { type: 'note.change', annotationId, noteId, version, body: body.before }
    : 'changed';
}

function takeBackEvidence(
  state: ArticleState,
  body: BodyOf<'evidence.created' | 'evidence.changed' | 'evidence.deleted' | 'evidence.restored'>,
): Proposal | NoInverse {
  const { annotationId } = body;
  const evidenceId = 'evidence' in body ? body.evidence.id : body.evidenceId;
  const annotation = state.annotations[annotationId];
  const item = annotation?.evidence.find(({ id }) => id === evidenceId);
  if (body.type === 'evidence.deleted') {
    return annotation === undefined || item !== undefined
      ? 'gone'
      : { type: 'evidence.restore', annotationId, evidenceId, version: body.version };
  }
  if (item === undefined) return 'gone';
  const { version } = item;
  if (body.type !== 'evidence.changed') return { type: 'evidence.delete', annotationId, evidenceId, version };
  return stillHas(item, body.changes)
    ? { type: 'evidence.change', annotationId, evidenceId, version, changes: { ...body.before } }
    : 'changed';
}

function takeBackFlag(
  state: ArticleState,
  body: BodyOf<'flag.changed' | 'flag.looked'>,
): Proposal | NoInverse {
  const { annotationId, flagId } = body;
  const flag = state.annotations[annotationId]?.flags.find(({ id }) => id === flagId);
  if (flag === undefined) return 'gone';
  const { version } = flag;
  if (body.type === 'flag.looked') {
    return flag.looked === null ? 'changed' : { type: 'flag.reopen', annotationId, flagId, version };
  }
  return stillHas(flag, body.changes)
    ? { type: 'flag.change', annotationId, flagId, version, changes: { ...body.before } }
    : 'changed';
}
