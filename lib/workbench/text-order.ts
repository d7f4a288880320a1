import type { Annotation } from '@/lib/domain/annotation';
import type { ArticleState } from '@/lib/domain/apply';
import { inTextOrder } from '@/lib/domain/text-order';

/**
 * Gives the annotations of a state in text order. Remembers the last answer: an unchanged state costs nothing,
 * and a changed one re-sorts a list that is in order already, which takes linear time.
 */
export function createTextOrder(): (annotations: ArticleState['annotations']) => readonly Annotation[] {
  let source: ArticleState['annotations'] | undefined;
  let ordered: readonly Annotation[] = [];
  return (annotations) => {
    if (annotations === source) return ordered;
    const kept = ordered.flatMap(({ id }) => annotations[id] ?? []);
    const known = new Set(kept.map(({ id }) => id));
    const fresh = Object.values(annotations).filter(({ id }) => !known.has(id));
    source = annotations;
    ordered = [...kept, ...fresh].sort(inTextOrder);
    return ordered;
  };
}
