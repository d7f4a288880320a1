import { replaced, type WordChange, wordChanges } from './word-changes';

/** How a change of wording is shown: word by word, or, where hardly a word stays, all that was and then all that comes. */
export type ReadableChanges = { readonly isWhole: boolean; readonly changes: readonly WordChange[] };

/** Of the shorter wording so much must stay for a reader to follow word by word. */
const enough = 1 / 3;

/** What changes from one wording to another, as a reader can follow it. Joined, nothing of either wording is lost. */
export function readableChanges(before: string, after: string): ReadableChanges {
  return madeReadable(wordChanges(before, after));
}

/**
 * Changes that are known already, as a reader can follow them: words that stay between larger changes by chance join
 * these, a space stands between what goes and what comes, and two wordings with little in common are kept apart.
 */
export function madeReadable(changes: readonly WordChange[]): ReadableChanges {
  const groups = withoutIslands(groupsOf(changes));
  const joined = (side: 'removed' | 'added'): string => groups.map((one) => one.kept + one[side]).join('');
  const [before, after] = [joined('removed'), joined('added')];
  const shorter = Math.min(letters(before), letters(after));
  const kept = groups.reduce((sum, group) => sum + letters(group.kept), 0);
  if (shorter > 0 && kept < enough * shorter) return { isWhole: true, changes: replaced(before, after) };
  return { isWhole: false, changes: withSpaces(groups).flatMap(changesOf) };
}

/** A stretch of words without the white space at its edges, and that white space: it is neither struck out nor underlined. */
export function withoutEdges(text: string): readonly [lead: string, words: string, trail: string] {
  const words = text.trim();
  if (words === '') return ['', text, ''];
  const at = text.indexOf(words);
  return [text.slice(0, at), words, text.slice(at + words.length)];
}

/** Words that stay and what changes right behind them. */
type Group = { readonly kept: string; readonly removed: string; readonly added: string };

function groupsOf(changes: readonly WordChange[]): readonly Group[] {
  const groups: Group[] = [];
  for (const { kind, text } of changes) {
    const last = groups.at(-1);
    const isOpen = last !== undefined && (kind !== 'kept' || last.removed + last.added === '');
    const group = isOpen ? last : { kept: '', removed: '', added: '' };
    groups.splice(isOpen ? -1 : groups.length, isOpen ? 1 : 0, { ...group, [kind]: group[kind] + text });
  }
  return groups;
}

/** Joins two changes where less stays between them than each of them changes (as Fraser's semantic clean-up does). */
function withoutIslands(groups: readonly Group[]): readonly Group[] {
  const joined: Group[] = [];
  for (const group of groups) {
    let { kept, removed, added } = group;
    for (let last = joined.at(-1); last !== undefined && isIsland(kept, last, { removed, added }); ) {
      joined.pop();
      removed = last.removed + kept + removed;
      added = last.added + kept + added;
      kept = last.kept;
      last = joined.at(-1);
    }
    joined.push({ kept, removed, added });
  }
  return joined;
}

type Changed = Omit<Group, 'kept'>;

function isIsland(kept: string, before: Changed, after: Changed): boolean {
  const size = ({ removed, added }: Changed): number => Math.max(letters(removed), letters(added));
  return after.removed + after.added !== '' && letters(kept) <= Math.min(size(before), size(after));
}

/** Where words go and others come, the space behind them, or else the one before, belongs to both: "40 41 percent". */
function withSpaces(groups: readonly Group[]): readonly Group[] {
  const spaced = [...groups];
  for (const [index, group] of spaced.entries()) {
    const { kept, removed, added } = group;
    if (removed === '' || added === '' || /\s$/u.test(removed) || /^\s/u.test(added)) continue;
    const next = spaced[index + 1];
    const behind = /^[^\S\n]/u.exec(next?.kept ?? '')?.[0];
    const ahead = /[^\S\n]$/u.exec(kept)?.[0];
    if (next !== undefined && behind !== undefined) {
      spaced[index] = { kept, removed: removed + behind, added: added + behind };
      spaced[index + 1] = { ...next, kept: next.kept.slice(behind.length) };
    } else if (ahead !== undefined) {
      spaced[index] = { kept: kept.slice(0, -ahead.length), removed: ahead + removed, added: ahead + added };
    }
  }
  return spaced;
}

function changesOf({ kept, removed, added }: Group): readonly WordChange[] {
  return [...(kept === '' ? [] : [{ kind: 'kept', text: kept } as const]), ...replaced(removed, added)];
}

const letters = (words: string): number => words.match(/[^\s\p{P}]/gu)?.length ?? 0;
