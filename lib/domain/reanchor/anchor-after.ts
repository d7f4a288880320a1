import { type Anchor, anchorAt } from '../anchor';
import { type Drift, driftKinds } from './drift-of';
import type { Reanchored } from './reanchored';

/**
 * The anchor that an annotation has after its article got a new revision. An orphaned one keeps the revision, offsets,
 * quote and context it had. What was touched and not yet accepted stays touched although this revision left it alone.
 */
export function anchorAfter(
  revision: { readonly id: string; readonly text: string },
  anchor: Anchor,
  became: Reanchored,
): Anchor {
  const { state, drift, method, certainty } = became;
  if (became.state === 'orphaned') return { ...anchor, state, drift, method, certainty };
  const place = anchorAt(revision, became);
  if (anchor.state === 'touched')
    return { ...place, state: 'touched', drift: graver(anchor.drift, drift), method, certainty };
  return { ...place, state, drift: drift === 'unchanged' ? null : drift, method, certainty };
}

/** The graver of what changed earlier and what changed now. */
function graver(earlier: string | null, now: Drift): string {
  const order = driftKinds.findIndex((kind) => kind === earlier);
  return order !== -1 && order < driftKinds.indexOf(now) ? (driftKinds[order] ?? now) : now;
}
