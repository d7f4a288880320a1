import type { ArticleEvent, EventBody } from '@/lib/domain/events';
import type { Person } from '@/lib/domain/team';

/** Remembers who changed what last, from the events that a page hears. */
export type Changers = {
  readonly note: (event: ArticleEvent) => void;
  readonly of: (id: string) => Person | undefined;
};

export function createChangers(): Changers {
  const last = new Map<string, Person>();
  return {
    note({ actor, body }) {
      const id = changedBy(body);
      if (id !== undefined) last.set(id, actor);
    },
    of: (id) => last.get(id),
  };
}

/** The one thing that an event has changed: a part of an annotation where it names one, else the annotation. */
function changedBy(body: EventBody): string | undefined {
  const [family] = body.type.split('.');
  switch (family) {
    case 'annotation':
      return 'annotationId' in body ? body.annotationId : undefined;
    case 'check':
      return 'annotationId' in body ? `check ${body.annotationId}` : undefined;
    default:
      break;
  }
  if ('noteId' in body) return body.noteId;
  if ('replyId' in body) return body.replyId;
  if ('evidenceId' in body) return body.evidenceId;
  return 'flagId' in body ? body.flagId : undefined;
}
