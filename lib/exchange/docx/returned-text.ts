import { lineBreak, type ReturnedPlace, type ReturnedWord, type Tracked } from './returned-word';

/** A stretch of the text before the writer's tracked changes, what stands there after them, and who changed it. */
export type TrackedEdit = {
  readonly start: number;
  readonly end: number;
  readonly inserted: string;
  readonly by: readonly Tracked[];
};

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
  readonly offsetOf: (place: ReturnedPlace) => number;
};
export type PendingEdit = { readonly at: number; readonly by: Tracked; readonly isRefused: boolean };

type Token = { readonly text: string; readonly tracked: readonly Tracked[] };

/** Joins the paragraphs of a file. `isOurs` knows a tracked change that went out with it. */
export function returnedText(
  { paragraphs }: Pick<ReturnedWord, 'paragraphs'>,
  isOurs: (tracked: Tracked, words: string) => boolean,
): ReturnedText {
  const places: { readonly at: number; readonly lengths: readonly (readonly [number, boolean])[] }[] = [];
  const pending: PendingEdit[] = [];
  const edits: TrackedEdit[] = [];
  let text = '';
  let open: { start: number; inserted: string; by: Tracked[] } | undefined;
  const close = (): void => {
    if (open !== undefined) edits.push({ ...open, end: text.length });
    open = undefined;
  };
  const changeBy = (by: readonly Tracked[]): { start: number; inserted: string; by: Tracked[] } => {
    // Where words went to and where they came from are told apart from what stands beside them.
    if (open !== undefined && open.by.at(-1)?.move !== by[0]?.move) close();
    open ??= { start: text.length, inserted: '', by: [] };
    open.by.push(...by);
    return open;
  };
  const take = ({ text: words, tracked }: Token): boolean => {
    const ours = tracked.filter((one) => isOurs(one, words));
    const theirs = tracked.filter((one) => !ours.includes(one));
    const isAdded = tracked.some(({ kind }) => kind === 'added');
    const isRemoved = theirs.some(({ kind }) => kind === 'removed');
    for (const by of ours) pending.push({ at: text.length, by, isRefused: by.kind === 'added' && isRemoved });
    // What is added and taken out again, and what the house has added, was not there and is not there.
    if (isAdded && (isRemoved || ours.some(({ kind }) => kind === 'added'))) return false;
    if (isAdded) changeBy(theirs).inserted += words;
    else if (isRemoved) {
      changeBy(theirs);
      text += words;
    } else {
      close();
      text += words;
    }
    return !isAdded;
  };
  for (const { pieces, mark } of paragraphs) {
    const at = text.length;
    const isEmpty = pieces.every(({ text: words }) => words === '');
    places.push({
      at,
      lengths: pieces.map((piece) => [piece.text.length, take({ ...piece, text: asLines(piece.text) })]),
    });
    if (isEmpty) continue;
    // Words typed into what was an empty line: the paragraph is as new as they are.
    const isNew = text.length === at;
    const added = pieces.flatMap(({ tracked }) => tracked.filter(({ kind }) => kind === 'added')).slice(0, 1);
    take({ text: '\n', tracked: mark.length === 0 && isNew ? added : mark });
  }
  close();
  return { text, edits, pending, offsetOf: (place) => offsetIn(places[place.paragraph], place, text.length) };
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
