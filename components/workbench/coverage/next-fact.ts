import type { Annotation } from '@/lib/domain/annotation';
import type { Passage, Revision } from '@/lib/domain/article';
import { coverageByKind, type FactKind } from '@/lib/domain/facts/facts';
import { nextGap } from '@/lib/workbench/sentence-cursor';
import { coverage as words } from '../../messages/coverage';
import { factsOf } from './use-facts';

type Search = {
  readonly revision: Revision;
  readonly language: string | null;
  readonly annotations: readonly Annotation[];
  readonly after: number;
};

/** The next fact of a kind that no mark covers, and what a screen reader is to say of it; no passage when none is left. */
export function nextFact(
  kind: FactKind,
  { revision, language, annotations, after }: Search,
): { readonly passage: Passage | null; readonly said: string } {
  const { gaps, total } = coverageByKind(factsOf(revision, language), annotations)[kind];
  const passage = nextGap(gaps, after);
  if (passage === null) return { passage, said: words.noFact(kind, total) };
  const text = revision.text.slice(passage.start, passage.end);
  return { passage, said: words.fact(kind, text, gaps.length) };
}
