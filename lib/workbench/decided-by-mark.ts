import { type Annotation, type Mark, marks } from '@/lib/domain/annotation';
import type { Passage } from '@/lib/domain/article';

/**
 * How many sentences are decided, by mark. A sentence under several marks counts once, for the first of
 * claim, opinion, sourced fact, nothing to check; so the numbers add up to `coverageOf(…).decided`.
 * `annotations` come in text order.
 */
export function decidedByMark(
  sentences: readonly Passage[],
  annotations: readonly Annotation[],
): Readonly<Record<Mark, number>> {
  const counts = { claim: 0, opinion: 0, sourced_fact: 0, no_fact: 0 };
  const reach = { claim: 0, opinion: 0, sourced_fact: 0, no_fact: 0 };
  const spans = annotations.filter(({ anchor }) => anchor.state !== 'orphaned');
  let next = 0;
  for (const sentence of sentences) {
    for (
      let span = spans[next];
      span !== undefined && span.anchor.start < sentence.end;
      span = spans[++next]
    ) {
      reach[span.mark] = Math.max(reach[span.mark], span.anchor.end);
    }
    const mark = marks.find((candidate) => reach[candidate] > sentence.start);
    if (mark) counts[mark] += 1;
  }
  return counts;
}
