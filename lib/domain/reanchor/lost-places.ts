import { reanchoring } from './reanchor';
import type { AnchorToMove, Candidate, Reanchored } from './reanchored';

/** So many places are offered for a lost passage. */
export const mostOffered = 3;
/** What is less like the passage would only distract. */
const worthOffering = 0.4;

/**
 * Finds the places that a lost passage may belong to, the best first. With the text that had it last also what came in
 * its place is among them, however unlike; without it (null) only what is like it. Both texts are read once.
 */
export function lostPlaces(
  oldText: string | null,
  newText: string,
  language: string | null,
): (lost: AnchorToMove) => readonly Candidate[] {
  const climb = reanchoring({ oldText: oldText ?? '', newText, language });
  return (lost) => {
    const like = placesOf(climb({ ...lost, state: 'orphaned' }));
    const stoodThere = oldText?.slice(lost.start, lost.end) === lost.exact;
    const inPlace = stoodThere ? placesOf(climb({ ...lost, state: 'exact' })) : [];
    return [...inPlace, ...like].filter(isFirstOfItsPlace).slice(0, mostOffered);
  };
}

function placesOf(became: Reanchored): readonly Candidate[] {
  if (became.state === 'orphaned')
    return became.candidates.filter(({ certainty }) => certainty >= worthOffering);
  const { start, end, certainty } = became;
  return [{ start, end, certainty }];
}

const isFirstOfItsPlace = ({ start, end }: Candidate, index: number, all: readonly Candidate[]): boolean =>
  all.slice(0, index).every((other) => other.end <= start || other.start >= end);
