import type { Passage } from '@/lib/domain/article';
import type { ReturnedLook, Tracked } from './returned-word';

/** A stretch of the text before the writer's tracked changes, what stands there after them, and who changed it. */
export type TrackedEdit = {
  readonly start: number;
  readonly end: number;
  readonly inserted: string;
  readonly by: readonly Tracked[];
};

/** A change of the house that is still open, and whether the writer has taken it out again. */
export type PendingEdit = { readonly at: number; readonly by: Tracked; readonly isRefused: boolean };

/** `by`: who took words out and put the same ones in again; Word tracks some changes of looks like that. */
export type PlacedLook = Passage & { readonly look: ReturnedLook; readonly by: Tracked | null };
const plain: ReturnedLook = { marks: [], href: null, former: null };

type Token = {
  readonly text: string;
  readonly tracked: readonly Tracked[];
  readonly look?: ReturnedLook | undefined;
};
type Open = {
  readonly start: number;
  inserted: string;
  readonly by: Tracked[];
  /** How the words look that come, and how many looks there were before those that go. */
  readonly looks: PlacedLook[];
  readonly before: number;
};

/**
 * Reads the pieces of a file one after the other into the text as it was before everything that is tracked. `isOurs`
 * knows a tracked change that went out with the file: still open, it counts as not made.
 */
export function editReader(isOurs: (tracked: Tracked, words: string) => boolean) {
  const pending: PendingEdit[] = [];
  const edits: TrackedEdit[] = [];
  const looks: PlacedLook[] = [];
  let text = '';
  let open: Open | undefined;
  const close = (): void => {
    if (open !== undefined) {
      const { start, inserted, by } = open;
      if (inserted.length === text.length - start && inserted === text.slice(start))
        looks.splice(open.before, looks.length, ...open.looks);
      else edits.push({ start, inserted, by, end: text.length });
    }
    open = undefined;
  };
  const changeBy = (by: readonly Tracked[]): Open => {
    // Where words went to and where they came from are told apart from what stands beside them.
    if (open !== undefined && open.by.at(-1)?.move !== by[0]?.move) close();
    open ??= { start: text.length, inserted: '', by: [], looks: [], before: looks.length };
    open.by.push(...by);
    return open;
  };
  const keep = (words: string, look = plain): void => {
    looks.push({ start: text.length, end: text.length + words.length, look, by: null });
    text += words;
  };
  /** Whether the piece is part of the text. */
  const take = ({ text: words, tracked, look = plain }: Token): boolean => {
    const ours = tracked.filter((one) => isOurs(one, words));
    const theirs = tracked.filter((one) => !ours.includes(one));
    const isAdded = tracked.some(({ kind }) => kind === 'added');
    const isRemoved = theirs.some(({ kind }) => kind === 'removed');
    for (const by of ours) pending.push({ at: text.length, by, isRefused: by.kind === 'added' && isRemoved });
    // What is added and taken out again, and what the house has added, was not there and is not there.
    if (isAdded && (isRemoved || ours.some(({ kind }) => kind === 'added'))) return false;
    if (isAdded) {
      const change = changeBy(theirs);
      const start = change.start + change.inserted.length;
      change.looks.push({ start, end: start + words.length, look, by: theirs.at(-1) ?? null });
      change.inserted += words;
    } else if (isRemoved) {
      changeBy(theirs);
      keep(words, look);
    } else {
      close();
      keep(words, look);
    }
    return !isAdded;
  };
  return { take, close, text: () => text, length: () => text.length, edits, pending, looks };
}
