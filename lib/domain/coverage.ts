import type { Anchor } from './anchor';
import type { Passage } from './article';

/** Share of sentences with a decision. `decided` and `total` count sentences; `gaps` are the undecided ones in order. */
export type Coverage = {
  readonly decided: number;
  readonly total: number;
  readonly gaps: readonly Passage[];
};

/** What coverage asks of an annotation. */
export type Marked = { readonly anchor: Pick<Anchor, 'start' | 'end' | 'state'> };

/** A sentence is decided when any mark, also "nothing to check", lies on a part of it. Orphaned marks decide nothing. */
export function coverageOf(sentences: readonly Passage[], annotations: Iterable<Marked>): Coverage {
  const spans = [...annotations]
    .filter(({ anchor }) => anchor.state !== 'orphaned')
    .map(({ anchor }) => anchor)
    .sort((a, b) => a.start - b.start);
  const gaps: Passage[] = [];
  let next = 0;
  let reach = 0;
  for (const sentence of sentences) {
    for (let span = spans[next]; span !== undefined && span.start < sentence.end; span = spans[++next]) {
      reach = Math.max(reach, span.end);
    }
    if (reach <= sentence.start) gaps.push(sentence);
  }
  return { decided: sentences.length - gaps.length, total: sentences.length, gaps };
}
