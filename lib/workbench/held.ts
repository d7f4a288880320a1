import type { Annotation } from '@/lib/domain/annotation';
import type { ArticleState } from '@/lib/domain/apply';
import type { ArticleEvent, EventBody } from '@/lib/domain/events';

type Annotations = ArticleState['annotations'];

/**
 * What colleagues changed and the margin does not show yet, because cards would move under the reader: by annotation,
 * what the margin shows of it meanwhile (nothing for a new one).
 */
export type Held = ReadonlyMap<string, Annotation | undefined>;

export const nothingHeld: Held = new Map();

/** Holds back what others did in these events. `before` is what was shown until then. */
export function hold(
  held: Held,
  before: Annotations,
  events: readonly ArticleEvent[],
  readerId: string,
): Held {
  const ids = events
    .filter(({ actor }) => actor.id !== readerId)
    .flatMap(({ body }) => annotationIdOf(body) ?? [])
    .filter((id) => !held.has(id));
  return ids.length === 0 ? held : new Map([...held, ...ids.map((id) => [id, before[id]] as const)]);
}

/** Holds back what is not the same after the article was read anew. Whoever did it: nothing moves under the reader. */
export function holdChanged(held: Held, before: Annotations, after: Annotations): Held {
  const next = new Map(held);
  for (const id of new Set([...Object.keys(before), ...Object.keys(after)]))
    if (!next.has(id) && JSON.stringify(before[id]) !== JSON.stringify(after[id])) next.set(id, before[id]);
  return next.size === held.size ? held : next;
}

/** Lets go of some annotations, or of all. */
export function release(held: Held, ids?: readonly string[]): Held {
  if (held.size === 0 || ids === undefined) return nothingHeld;
  return ids.some((id) => held.has(id)) ? new Map([...held].filter(([id]) => !ids.includes(id))) : held;
}

/** The annotations as the margin shows them: those held back as they were. The same object while nothing is held. */
export function withHeld(annotations: Annotations, held: Held): Annotations {
  if (held.size === 0) return annotations;
  const shown = { ...annotations };
  for (const [id, before] of held) {
    if (before === undefined) delete shown[id];
    else shown[id] = before;
  }
  return shown;
}

/** The annotation that an event is about; absent for what happens to the article. */
export function annotationIdOf(body: EventBody): string | undefined {
  if ('annotationId' in body) return body.annotationId;
  return 'annotation' in body ? body.annotation.id : undefined;
}
