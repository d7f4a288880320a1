import { anchorAt } from '@/lib/domain/anchor';
import type { Passage } from '@/lib/domain/article';
import { carryAnchors } from '@/lib/domain/laws/carry-anchors';
import { trimPassage } from '@/lib/domain/text/passage';
import type { RevisionGiven } from '../back-in';
import type { ReturnedChange, WordEdit } from './returned-change';
import { lineBreak } from './returned-word';

/** What became of the place of a change in a later text: `done` where the text reads so already. */
export type CarriedChange =
  | { readonly state: 'placed'; readonly edits: readonly WordEdit[] }
  | { readonly state: 'done' }
  | { readonly state: 'lost' };

/** Characters on each side of a change that must stand in the later text too; fewer where others were made beside it. */
const widths = [24, 8] as const;

/**
 * Where the changes of a text belong in a later one, in the order given: each with the words around it, by the checked
 * ladder. Only where these are still the very same words a change can be made.
 */
export function carryChanges(
  changes: readonly ReturnedChange[],
  from: RevisionGiven,
  to: RevisionGiven,
): readonly CarriedChange[] {
  if (from.id === to.id) return changes.map(({ edits }) => ({ state: 'placed', edits }));
  const edits = changes.flatMap((change) => change.edits);
  const isDone = doneIn(edits, from.text, to.text);
  const placed = samePlaces(edits, from, to);
  return changes.map((change): CarriedChange => {
    // First, because words that were added stand beside words that are still the same.
    if (change.edits.every(isDone)) return { state: 'done' };
    const there = change.edits.flatMap((edit) => placed.get(edit) ?? []);
    return there.length === change.edits.length ? { state: 'placed', edits: there } : { state: 'lost' };
  });
}

/**
 * Where passages of a text stand in a later one, as far as they and the words around them, so many on each side, are
 * still the very same. None need be around words of which nothing becomes other words.
 */
export function samePlaces<T extends Passage>(
  edits: readonly T[],
  from: RevisionGiven,
  to: RevisionGiven,
  around: readonly number[] = widths,
): ReadonlyMap<T, T> {
  const placed = new Map<T, T>();
  if (from.id === to.id) return new Map(edits.map((edit) => [edit, edit]));
  for (const width of around) {
    const open = edits
      .filter((edit) => !placed.has(edit))
      .flatMap((edit) => {
        const passage = contextOf(from.text, edit, width);
        return passage === null ? [] : [{ edit, passage }];
      });
    const carried = carryAnchors(
      { from, to, edits: null, language: null },
      open.map(({ passage }) => anchorAt(from, passage)),
    );
    for (const [index, { edit, passage }] of open.entries()) {
      const anchor = carried[index]?.anchor;
      const isSame =
        anchor !== undefined &&
        anchor.state !== 'orphaned' &&
        anchor.exact === from.text.slice(passage.start, passage.end);
      if (!isSame) continue;
      const by = anchor.start - passage.start;
      if (to.text.slice(edit.start + by, edit.end + by) !== from.text.slice(edit.start, edit.end)) continue;
      placed.set(edit, { ...edit, start: edit.start + by, end: edit.end + by });
    }
  }
  return placed;
}

/** The words of a change with some on both sides, no character cut in two. */
function contextOf(text: string, { start, end }: Passage, width: number): Passage | null {
  const whole = (offset: number): number =>
    /[\udc00-\udfff]/.test(text[offset] ?? '') ? offset - 1 : offset;
  const passage = {
    start: whole(Math.max(0, start - width)),
    end: whole(Math.min(text.length, end + width)),
  };
  const trimmed = trimPassage(text, passage);
  if (width === 0) return trimmed;
  return trimmed !== null && trimmed.start <= start && trimmed.end >= end ? trimmed : null;
}

/** Whether a later text has the new words between those that stood around the old ones, or around all the new ones. */
function doneIn(edits: readonly WordEdit[], before: string, now: string): (edit: WordEdit) => boolean {
  const text = spaced(now);
  const places = new Map<WordEdit, number>();
  let [after, taken] = ['', 0];
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    after += before.slice(taken, edit.start);
    places.set(edit, after.length);
    after += edit.inserted;
    taken = edit.end;
  }
  after += before.slice(taken);
  return (edit) => {
    const { start, end, inserted } = edit;
    const at = places.get(edit) ?? 0;
    return widths.some((width) => {
      const alone =
        before.slice(Math.max(0, start - width), start) + inserted + before.slice(end, end + width);
      // Where only a paragraph was parted or joined, words alone cannot tell.
      if (spaced(alone) === spaced(before.slice(Math.max(0, start - width), end + width))) return false;
      const together = after.slice(Math.max(0, at - width), at + inserted.length + width);
      return [alone, together].some((words) => spaced(words).length > width && text.includes(spaced(words)));
    });
  };
}

/** A text with one space for any white space and none at its edges: paragraphs are parted differently here and there. */
const spaced = (words: string): string => words.replaceAll(lineBreak, ' ').replace(/\s+/g, ' ').trim();
