import type { Passage } from '@/lib/domain/article';
import { editReader, type PendingEdit, type PlacedLook, type TrackedEdit } from './edit-reader';
import {
  lineBreak,
  type ReturnedKind,
  type ReturnedPlace,
  type ReturnedWord,
  type Tracked,
} from './returned-word';

/**
 * The words of a file that came back as one text, paragraphs parted by a line feed: as it was before everything that is
 * tracked, and the writer's tracked changes in it. Changes that went out with the file and are still open count as not
 * made. Offsets are UTF-16 code units of `text`.
 */
export type ReturnedText = {
  readonly text: string;
  readonly edits: readonly TrackedEdit[];
  /** Changes of the house that are still open, and those of them that the writer has taken out again. */
  readonly pending: readonly PendingEdit[];
  /** How its words look, in order. */
  readonly looks: readonly PlacedLook[];
  /** What its paragraphs are, in order. */
  readonly blocks: readonly PlacedBlock[];
  readonly offsetOf: (place: ReturnedPlace) => number;
};
/** A paragraph that nobody has parted or joined under "Track changes" `isWhole`. */
export type PlacedBlock = Passage & { readonly kind: ReturnedKind; readonly isWhole: boolean };

/** Joins the paragraphs of a file. `isOurs` knows a tracked change that went out with it. */
export function returnedText(
  { paragraphs }: Pick<ReturnedWord, 'paragraphs'>,
  isOurs: (tracked: Tracked, words: string) => boolean,
): ReturnedText {
  const places: { readonly at: number; readonly lengths: readonly (readonly [number, boolean])[] }[] = [];
  const blocks: PlacedBlock[] = [];
  const read = editReader(isOurs);
  let isParted = true;
  for (const { pieces, mark, kind } of paragraphs) {
    const at = read.length();
    const isEmpty = pieces.every(({ text: words }) => words === '');
    places.push({
      at,
      lengths: pieces.map((piece) => [piece.text.length, read.take({ ...piece, text: asLines(piece.text) })]),
    });
    if (isEmpty) continue;
    // Words typed into what was an empty line: the paragraph is as new as they are.
    const isNew = read.length() === at;
    const added = pieces.flatMap(({ tracked }) => tracked.filter(({ kind }) => kind === 'added')).slice(0, 1);
    const end = read.length();
    const wasParted = isParted;
    isParted = read.take({ text: '\n', tracked: mark.length === 0 && isNew ? added : mark });
    const isWhole = mark.length === 0 && wasParted && isParted;
    if (kind !== undefined && end > at) blocks.push({ start: at, end, kind, isWhole });
  }
  read.close();
  const { edits, pending, looks } = read;
  const text = read.text();
  const offsetOf = (place: ReturnedPlace): number => offsetIn(places[place.paragraph], place, text.length);
  return { text, edits, pending, looks, blocks, offsetOf };
}

/** A line feed can only end a paragraph here. */
const asLines = (words: string): string => words.replaceAll('\n', lineBreak);

function offsetIn(
  paragraph: { readonly at: number; readonly lengths: readonly (readonly [number, boolean])[] } | undefined,
  { offset }: ReturnedPlace,
  end: number,
): number {
  if (paragraph === undefined) return end;
  let [left, at] = [offset, paragraph.at];
  for (const [length, isThere] of paragraph.lengths) {
    const part = Math.min(left, length);
    if (isThere) at += part;
    left -= part;
    if (left === 0) break;
  }
  return at;
}
