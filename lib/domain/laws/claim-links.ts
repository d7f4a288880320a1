import type { Annotation } from '../annotation';
import { DomainError } from '../errors';
import type { Given } from './decide';

/** How an annotation hangs on another one; undefined leaves what is. */
export type ClaimLink = {
  readonly partOfId?: string | null | undefined;
  readonly repeatsId?: string | null | undefined;
};

/** The id of the claim that a wish links to; absent when it links to none. */
export function linkedIdOf({ partOfId, repeatsId }: ClaimLink): string | undefined {
  return partOfId ?? repeatsId ?? undefined;
}

/**
 * Refuses a link that would make no sense (INVALID): links go one step, so a compound claim is no part and what is
 * repeated repeats nothing; an atomic claim may be repeated. A repetition has no check of its own. `present` is the
 * annotation as it is; absent while it is being made.
 */
export function ensureLink(id: string, wish: ClaimLink, given: Given, present?: Annotation): void {
  const { linked } = given;
  const wanted = linkedIdOf(wish);
  if (wanted === undefined) return;
  const after = { ...present, ...defined(wish) };
  if (after.partOfId && after.repeatsId)
    throw refusal('A passage is a part of another claim or repeats one, not both.');
  if (wanted === id) throw refusal('A claim cannot be linked to itself.');
  if (linked?.id !== wanted) throw refusal('The claim to link to is not there any more.');
  if (linked.repeatsId !== null)
    throw refusal('That passage only repeats a claim. Link to the claim that it repeats.');
  if (wish.partOfId && linked.partOfId !== null)
    throw refusal('That claim is a part of another one. Make this a part of the whole claim instead.');
  if (given.isLinkedTo)
    throw refusal('Other passages are parts or repetitions of this claim. Unlink them first.');
  if (wish.repeatsId && present !== undefined && hasBegun(present))
    throw refusal('The check of this claim has begun. A repetition has no check of its own.');
}

/** What hangs on a claim: its atomic claims and the passages that say it again, in the order given. */
export function linksOf(
  id: string,
  annotations: Iterable<Annotation>,
): { readonly parts: readonly Annotation[]; readonly repetitions: readonly Annotation[] } {
  const parts: Annotation[] = [];
  const repetitions: Annotation[] = [];
  for (const annotation of annotations) {
    if (annotation.partOfId === id) parts.push(annotation);
    if (annotation.repeatsId === id) repetitions.push(annotation);
  }
  return { parts, repetitions };
}

const hasBegun = ({ check }: Annotation): boolean =>
  check.status !== 'unchecked' || check.plan.dueAt !== null;

const refusal = (sentence: string): DomainError => new DomainError('INVALID', sentence);

function defined({ partOfId, repeatsId }: ClaimLink): ClaimLink {
  return { ...(partOfId !== undefined && { partOfId }), ...(repeatsId !== undefined && { repeatsId }) };
}
