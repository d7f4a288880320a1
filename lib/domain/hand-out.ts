import type { ClaimType } from './annotation';
import { type Beat, fitOf, noBeat } from './beat';
import type { CheckStatus } from './check';

/** A claim that can be handed out; in the order of the text. */
export type OpenClaim = {
  readonly annotationId: string;
  readonly exact: string;
  readonly status: CheckStatus;
  readonly checkVersion: number;
  readonly claimTypes: readonly ClaimType[];
  /** Who is to check it, or is on it. Such claims are kept as they are. */
  readonly takenById: string | null;
};

/** Somebody who gets claims: as many as fall to them, or at most so many new ones. */
export type Receiver = { readonly id: string; readonly most?: number | undefined };

/** Who gets which claim. */
export type HandedOut = { readonly annotationId: string; readonly assigneeId: string };

/**
 * Splits the claims that nobody has among people. Evenly: whoever has fewer of this article's claims already gets more
 * until all have the same, the first of the list what is left over. By number: each gets at most as many as said, in
 * the order of the list. Everybody gets one stretch of the text after the other, in the order of the list, and what
 * is taken already stays. The same input gives the same split.
 */
export function handOut(claims: readonly OpenClaim[], receivers: readonly Receiver[]): readonly HandedOut[] {
  const free = claims.filter(({ takenById }) => takenById === null);
  const shares = sharesOf(claims, free.length, receivers);
  const handed: HandedOut[] = [];
  for (const [index, { id: assigneeId }] of receivers.entries()) {
    const share = shares[index] ?? 0;
    for (const { annotationId } of free.slice(handed.length, handed.length + share))
      handed.push({ annotationId, assigneeId });
  }
  return handed;
}

/**
 * Splits the claims that nobody has by what people know best: each goes to whom it fits best; among several, to who has
 * fewest by then, the first of the list at last. What fits nobody stays. The same input gives the same split.
 */
export function handOutByBeat(
  claims: readonly OpenClaim[],
  receivers: readonly Receiver[],
  beats: Readonly<Record<string, Beat>>,
): readonly HandedOut[] {
  const load = new Map(
    receivers.map(({ id }) => [id, claims.filter(({ takenById }) => takenById === id).length]),
  );
  return claims.flatMap((claim): readonly HandedOut[] => {
    if (claim.takenById !== null) return [];
    const [best] = receivers
      .map(({ id }) => ({ id, fit: fitOf(claim, beats[id] ?? noBeat), load: load.get(id) ?? 0 }))
      .filter(({ fit }) => fit > 0)
      .sort((a, b) => b.fit - a.fit || a.load - b.load);
    if (best === undefined) return [];
    load.set(best.id, best.load + 1);
    return [{ annotationId: claim.annotationId, assigneeId: best.id }];
  });
}

/** How many new claims each receiver gets. */
function sharesOf(
  claims: readonly OpenClaim[],
  free: number,
  receivers: readonly Receiver[],
): readonly number[] {
  const had = receivers.map(({ id }) => claims.filter(({ takenById }) => takenById === id).length);
  const shares = receivers.map(() => 0);
  for (let left = free; left > 0; left -= 1) {
    const next = leastLoaded(receivers, had, shares);
    if (next === undefined) break;
    shares[next] = (shares[next] ?? 0) + 1;
  }
  return shares;
}

/** The first receiver with the fewest claims who may have another one. With a number said, what they had does not count. */
function leastLoaded(
  receivers: readonly Receiver[],
  had: readonly number[],
  shares: readonly number[],
): number | undefined {
  let best: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, { most }] of receivers.entries()) {
    const share = shares[index] ?? 0;
    if (most !== undefined && share >= most) continue;
    const load = most === undefined ? share + (had[index] ?? 0) : share;
    if (load >= least) continue;
    best = index;
    least = load;
  }
  return best;
}
