import { type Anchor, anchorAt } from '../anchor';
import { type Drift, driftKinds } from './drift-of';
import type { Reanchored } from './reanchored';

/**
 * The anchor that an annotation has after its article got a new revision. What was touched and not yet accepted stays
 * touched although this revision left it alone, unless the words are back that stood there. What was lost keeps the
 * revision, offsets, quote and context it had, until a person gives it a place or its words are back beyond doubt.
 */
export function anchorAfter(
  revision: { readonly id: string; readonly text: string },
  anchor: Anchor,
  became: Reanchored,
): Anchor {
  const { state, drift, method, certainty } = became;
  if (became.state === 'orphaned')
    return anchor.state === 'orphaned' ? anchor : { ...anchor, state, drift, method, certainty };
  const place = anchorAt(revision, became);
  if (anchor.state === 'orphaned') return { ...place, state: 'moved', drift: 'moved', method, certainty };
  // Where nothing happened to it, it says what it said: who placed it, how sure that was, and what waits.
  if (state === 'exact') {
    const { state, drift, method, certainty } = anchor;
    return { ...place, state, drift, method, certainty, ...waiting(anchor.before) };
  }
  const before = anchor.before ?? anchor.exact;
  if (place.exact === before) {
    const isMoved = state === 'moved';
    return { ...place, state: isMoved ? state : 'exact', drift: isMoved ? drift : null, method, certainty };
  }
  const gravest = anchor.state === 'touched' ? graver(anchor.drift, drift) : drift;
  return { ...place, state: 'touched', drift: gravest, method, certainty, before };
}

const waiting = (before: string | undefined) => (before === undefined ? {} : { before });

/** The graver of what changed earlier and what changed now. */
function graver(earlier: string | null, now: Drift): string {
  return driftKinds.find((kind) => kind === earlier || kind === now) ?? now;
}
