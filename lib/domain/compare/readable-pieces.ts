import type { Passage } from '../article';
import { madeReadable } from '../text/readable-changes';
import type { WordChange } from '../text/word-changes';
import type { ComparedPiece } from './compared-pieces';

/** A stretch of a changed line as it is shown; offsets count in the text of their own revision. */
export type ReadablePiece =
  | { readonly kind: 'kept'; readonly before: Passage; readonly after: Passage }
  | { readonly kind: 'removed'; readonly before: Passage }
  | { readonly kind: 'added'; readonly after: Passage };

/** The pieces of a line as a reader can follow them (`madeReadable`); `isWhole` where hardly a word stays. */
export function readablePieces(
  pieces: readonly ComparedPiece[],
  before: string,
  after: string,
): { readonly isWhole: boolean; readonly pieces: readonly ReadablePiece[] } {
  let at = pieces.find((piece) => piece.before !== null)?.before?.start ?? 0;
  let newAt = pieces.find((piece) => piece.after !== null)?.after?.start ?? 0;
  const { isWhole, changes } = madeReadable(pieces.map((piece) => changeOf(piece, before, after)));
  const placed = changes.map(({ kind, text }): ReadablePiece => {
    const old = { start: at, end: at + (kind === 'added' ? 0 : text.length) };
    const renewed = { start: newAt, end: newAt + (kind === 'removed' ? 0 : text.length) };
    at = old.end;
    newAt = renewed.end;
    if (kind === 'kept') return { kind, before: old, after: renewed };
    return kind === 'removed' ? { kind, before: old } : { kind, after: renewed };
  });
  return { isWhole, pieces: placed };
}

/** What stands in another row now has gone from this one all the same. */
function changeOf(piece: ComparedPiece, before: string, after: string): WordChange {
  if (piece.before === null) return { kind: 'added', text: after.slice(piece.after.start, piece.after.end) };
  const text = before.slice(piece.before.start, piece.before.end);
  return { kind: piece.kind === 'kept' ? 'kept' : 'removed', text };
}
