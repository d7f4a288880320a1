import type { Passage } from '../article';
import { type Drift, type DriftSetting, driftOf } from './drift-of';
import { best } from './find-quote';
import type { Ladder } from './ladder';
import type { AnchorToMove, Candidate, Orphaned, Placed, ReanchorMethod } from './reanchored';

/** A passage in its place. The last check of every rung: only the very same text passes in silence. */
export function placed(
  { after }: Ladder,
  { exact }: AnchorToMove,
  state: Placed['state'],
  { start, end }: Passage,
  method: ReanchorMethod,
  certainty: number,
  drifts: readonly Drift[],
): Placed {
  const isSame = after.slice(start, end) === exact;
  const kept = isSame || state === 'touched' ? state : 'touched';
  return {
    state: kept,
    start,
    end,
    drift: drifts[0] ?? 'reworded',
    drifts,
    method,
    certainty: Math.round(certainty * 100) / 100,
  };
}

/** A passage with other words, `kept` characters of it left, and the label of what changed. */
export function touched(
  ladder: Ladder,
  anchor: AnchorToMove,
  place: Passage & { readonly kept: number },
  isElsewhere = false,
): Placed {
  const { after, known } = ladder;
  const changed = driftOf(anchor.exact, after.slice(place.start, place.end), settingOf(ladder, anchor));
  const drifts = isElsewhere ? [...changed, 'moved' as const] : changed;
  const longer = Math.max(anchor.exact.length, place.end - place.start);
  const method = known === undefined ? 'alignment' : 'steps';
  return placed(ladder, anchor, 'touched', place, method, 0.3 + 0.6 * (place.kept / longer), drifts);
}

function settingOf({ before, language, quotations }: Ladder, { start, end }: Passage): DriftSetting {
  const isInQuotation = quotations().some((quotation) => quotation.start <= start && quotation.end >= end);
  return {
    language,
    isInSentence: midSentence.test(before.slice(Math.max(0, start - 8), start)),
    isInQuotation,
  };
}

/** Words or a comma right before a passage: its first capital is not that of a sentence. */
const midSentence = /[\p{L}\p{N},;–—-][ \u00a0]*$/u;

/** A lost passage, with the places that it may belong to; `nearest` are known already. */
export function orphaned(ladder: Ladder, anchor: AnchorToMove, nearest: readonly Candidate[]): Orphaned {
  const candidates = best([...nearest, ...ladder.quotes().findLike(anchor)]).map(
    ({ start, end, certainty }) => ({ start, end, certainty }),
  );
  const isThere = candidates.some(({ start, end }) => ladder.after.slice(start, end) === anchor.exact);
  const drift = isThere ? 'moved' : 'deleted';
  return {
    state: 'orphaned',
    drift,
    drifts: [drift],
    method: 'quote',
    certainty: candidates[0]?.certainty ?? 0,
    candidates,
  };
}
