import type { Annotation } from '@/lib/domain/annotation';
import type { Addition, BackInGiven, NewPart } from './back-in';

/** New notes, evidence or replies for an annotation that is here, under an id that is the same each time the file comes. */
export function additionOf(
  { id: annotationId, version, anchor }: Annotation,
  parts: readonly NewPart[],
  idOf: BackInGiven['idOf'],
): Addition {
  const id = idOf('item', annotationId, JSON.stringify(parts));
  return { kind: 'addition', id, annotationId, exact: anchor.exact, version, changes: {}, before: {}, parts };
}
