import type { Annotation } from '@/lib/domain/annotation';
import type { Passage } from '@/lib/domain/article';

/** Why an annotation cannot be split into parts; absent when it can. Links go one step. */
export function refusalOfSplit({
  mark,
  partOfId,
  repeatsId,
}: Pick<Annotation, 'mark' | 'partOfId' | 'repeatsId'>):
  | 'notChecked'
  | 'isPart'
  | 'isRepetition'
  | undefined {
  if (partOfId !== null) return 'isPart';
  if (repeatsId !== null) return 'isRepetition';
  return mark === 'claim' || mark === 'sourced_fact' ? undefined : 'notChecked';
}

/**
 * Why some words cannot be the next part of a compound claim; absent when they can. A part overlaps the claim, is not
 * the whole of it and is not chosen yet; parts may overlap each other.
 */
export function refusalOfPart(
  claim: Passage,
  parts: readonly Passage[],
  part: Passage,
): 'outside' | 'whole' | 'twice' | undefined {
  if (part.end <= claim.start || part.start >= claim.end) return 'outside';
  if (part.start <= claim.start && part.end >= claim.end) return 'whole';
  return parts.some(({ start, end }) => start === part.start && end === part.end) ? 'twice' : undefined;
}
