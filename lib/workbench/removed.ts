import type { Annotation, Note } from '@/lib/domain/annotation';
import type { ArticleState } from '@/lib/domain/apply';
import type { EventBody } from '@/lib/domain/events';
import type { Evidence } from '@/lib/domain/evidence';
import type { Reply } from '@/lib/domain/thread';

/** What was deleted during this visit, by id, at the version that its deletion gave it: what a restore needs. */
export type Removed = {
  readonly annotations: Readonly<Record<string, Annotation>>;
  readonly notes: Readonly<Record<string, Note>>;
  readonly evidence: Readonly<Record<string, Evidence>>;
  readonly replies: Readonly<Record<string, Reply>>;
};

export const nothingRemoved: Removed = { annotations: {}, notes: {}, evidence: {}, replies: {} };

/** What was deleted earlier and later; of the same thing, the later. */
export function joined(earlier: Removed, later: Removed): Removed {
  return {
    annotations: { ...earlier.annotations, ...later.annotations },
    notes: { ...earlier.notes, ...later.notes },
    evidence: { ...earlier.evidence, ...later.evidence },
    replies: { ...earlier.replies, ...later.replies },
  };
}

/** Keeps what a deletion is about to take away. `before` is the state that the event meets. */
export function remember(removed: Removed, before: ArticleState, body: EventBody): Removed {
  switch (body.type) {
    case 'annotation.deleted': {
      const annotation = before.annotations[body.annotationId];
      if (annotation === undefined) return removed;
      const kept = { ...annotation, version: body.version };
      return { ...removed, annotations: { ...removed.annotations, [kept.id]: kept } };
    }
    case 'note.deleted': {
      const note = before.annotations[body.annotationId]?.notes.find(({ id }) => id === body.noteId);
      if (note === undefined) return removed;
      return { ...removed, notes: { ...removed.notes, [note.id]: { ...note, version: body.version } } };
    }
    case 'evidence.deleted': {
      const item = before.annotations[body.annotationId]?.evidence.find(({ id }) => id === body.evidenceId);
      if (item === undefined) return removed;
      return { ...removed, evidence: { ...removed.evidence, [item.id]: { ...item, version: body.version } } };
    }
    case 'reply.deleted': {
      const { annotationId, threadId, replyId, version } = body;
      const thread = before.annotations[annotationId]?.threads.find(({ id }) => id === threadId);
      const reply = thread?.replies.find(({ id }) => id === replyId);
      if (reply === undefined) return removed;
      return { ...removed, replies: { ...removed.replies, [replyId]: { ...reply, version } } };
    }
    default:
      return removed;
  }
}
