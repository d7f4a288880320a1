import type { AlignedTexts } from './aligned-texts';
import type { Stretch } from './differing-stretches';
import type { TrackedEdit } from './edit-reader';
import type { OutsideChange, ReturnedChange, WordEdit } from './returned-change';
import type { ReturnedText } from './returned-text';

/** Untracked stretches and tracked edits that touch the same words. */
export type Group = { readonly stretches: readonly Stretch[]; readonly edits: readonly TrackedEdit[] };

/** Gathers what was changed unseen and what was tracked where they cannot be told apart. */
export function joined(stretches: readonly Stretch[], edits: readonly TrackedEdit[]): readonly Group[] {
  const items = [
    ...stretches.map((stretch) => ({ from: stretch.newStart, to: stretch.newEnd, stretch })),
    ...edits.map((edit) => ({ from: edit.start, to: edit.end, edit })),
  ].sort((a, b) => a.from - b.from || a.to - b.to);
  const groups: (Group & { readonly to: number })[] = [];
  for (const { from, to, ...item } of items) {
    const last = groups.at(-1);
    const isMixed = last !== undefined && ('stretch' in item ? last.edits : last.stretches).length > 0;
    const isOver = last !== undefined && from < last.to;
    // At one place, what was changed unseen and what was tracked cannot be told apart.
    const isAtOnce = last !== undefined && from === last.to && isMixed;
    const group = {
      stretches: 'stretch' in item && item.stretch ? [item.stretch] : [],
      edits: 'edit' in item && item.edit ? [item.edit] : [],
    };
    if (last === undefined || !(isOver || isAtOnce)) groups.push({ ...group, to });
    else
      groups[groups.length - 1] = {
        stretches: [...last.stretches, ...group.stretches],
        edits: [...last.edits, ...group.edits],
        to: Math.max(last.to, to),
      };
  }
  return groups;
}

/** `move` joins the two halves of a change that moved words. */
export type Draft = ReturnedChange & { readonly move?: string | null };

/** What a group of stretches and edits changes of the text; words that are none of it are told apart. */
export function changeOf(
  { stretches, edits }: Group,
  { before, after, toSent }: AlignedTexts,
): Draft | OutsideChange {
  const from = Math.min(...stretches.map(({ newStart }) => newStart), ...edits.map(({ start }) => start));
  const to = Math.max(...stretches.map(({ newEnd }) => newEnd), ...edits.map(({ end }) => end));
  const start = Math.min(...stretches.map((one) => one.start), toSent(from, 'start'));
  const end = Math.max(...stretches.map((one) => one.end), toSent(to, 'end'), start);
  const inserted = withEdits(after, from, to, edits);
  const plain = { start, end, inserted };
  const tidy = tidyEdit(before.text, plain);
  // Behind the headline above the text there is no paragraph that could be parted.
  const edit = before.passageOf(tidy) === undefined ? plain : tidy;
  const passage = before.passageOf(edit);
  const by = edits.flatMap((one) => one.by);
  const words = { before: before.text.slice(edit.start, edit.end), after: edit.inserted };
  const said = {
    ...words,
    authors: [...new Set(by.map(({ author }) => author))],
    at: by.map(({ at }) => at).findLast((at) => at !== null) ?? null,
  };
  if (passage === undefined) return { kind: 'outside', edit, isTracked: stretches.length === 0, ...said };
  const isMove = stretches.length === 0 && by.some(({ move }) => move !== null);
  return {
    kind: stretches.length > 0 ? 'untracked' : isMove ? 'moved' : 'tracked',
    edits: [{ ...passage, inserted: edit.inserted }],
    ...said,
    annotationId: null,
    ...(isMove && { move: by.find(({ move }) => move !== null)?.move ?? null }),
  };
}

/**
 * A paragraph that is added or taken out whole takes the line feed before it along, not the one behind: so it is a
 * paragraph of its own, and its neighbours stay what they are.
 */
function tidyEdit(text: string, { start, end, inserted }: WordEdit): WordEdit {
  const isRemoval = inserted === '' && end > start && text[end - 1] === '\n';
  const isAddition = start === end && inserted.endsWith('\n');
  if (start === 0 || text[start - 1] !== '\n' || !(isRemoval || isAddition)) return { start, end, inserted };
  return isRemoval
    ? { start: start - 1, end: end - 1, inserted }
    : { start: start - 1, end: start - 1, inserted: `\n${inserted.slice(0, -1)}` };
}

/** Where words went from and where they went to are one change: half of it would lose or double them. */
export function withMoves(changes: readonly Draft[]): ReturnedChange[] {
  const whole = new Map<string, ReturnedChange>();
  const others: ReturnedChange[] = [];
  for (const { move, ...change } of changes) {
    const half = move == null ? undefined : whole.get(move);
    if (move == null) others.push(change);
    else if (half === undefined) whole.set(move, change);
    else
      whole.set(move, {
        ...half,
        edits: [...half.edits, ...change.edits].toSorted((a, b) => a.start - b.start),
        before: half.before || change.before,
        after: half.after || change.after,
      });
  }
  return [...others, ...whole.values()];
}

/** The words of a stretch of the file with the tracked edits in it made. */
export function withEdits(after: ReturnedText, from: number, to: number, edits = after.edits): string {
  let [words, at] = ['', from];
  for (const edit of edits) {
    if (edit.start < from || edit.end > to) continue;
    words += after.text.slice(at, edit.start) + edit.inserted;
    at = edit.end;
  }
  return words + after.text.slice(at, to);
}
