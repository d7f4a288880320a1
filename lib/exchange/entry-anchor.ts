import type { Annotation } from '@/lib/domain/annotation';

/**
 * Where an annotation stands on a published page: made of its own id, because its number changes when a report is
 * published again with another annotation before it.
 */
export function anchorOf({ id }: Pick<Annotation, 'id'>): string {
  return `claim-${id.slice(0, 8)}${id.slice(-4)}`;
}
