import { anchorAt } from '@/lib/domain/anchor';
import { carryAnchors } from '@/lib/domain/laws/carry-anchors';
import type { BackInGiven, BackInPlace, RevisionGiven } from '../back-in';
import { placeQuotes } from '../place-quotes';
import type { FreshComment } from './compare-comments';
import { lineBreak } from './returned-word';

/** Where a new comment stands now: by its range, else where its words stand only once. */
export function placeOfComment(
  { passage, quote }: FreshComment,
  sent: RevisionGiven,
  given: BackInGiven,
): BackInPlace | null {
  const [latest] = given.revisions;
  if (passage === undefined) {
    const exact = quote.replaceAll(lineBreak, '\n');
    const [found] = placeQuotes([{ quote: { exact, prefix: '', suffix: '' }, position: null }], [latest]);
    return found?.place ?? null;
  }
  if (sent.id === latest.id)
    return {
      ...passage,
      revisionId: latest.id,
      state: 'exact',
      stands: latest.text.slice(passage.start, passage.end),
    };
  const [carried] = carryAnchors({ from: sent, to: latest, edits: null, language: null }, [
    anchorAt(sent, passage),
  ]);
  const anchor = carried?.anchor;
  if (anchor === undefined || anchor.state === 'orphaned') return null;
  const { state, start, end, exact: stands } = anchor;
  // The door carries a passage of an earlier revision over by itself, with what changed in it.
  return state === 'touched'
    ? { ...passage, revisionId: sent.id, state, stands }
    : { start, end, revisionId: latest.id, state, stands };
}
