import { diffArrays } from 'diff';

/** One place where two sides have changed a list: what stood there, and what each side made of it. */
export type Quarrel<T> = {
  readonly base: readonly T[];
  readonly mine: readonly T[];
  readonly theirs: readonly T[];
};

/**
 * Joins two changed forms of a list, as diff3 does (Khanna, Kunal, Pierce 2007): what only one side has changed is taken
 * from it, what both have changed alike is taken once, and `settle` joins what is left. `keyOf` says which items are
 * the same.
 */
export function mergeThreeWays<T>(
  { base, mine, theirs }: Quarrel<T>,
  keyOf: (item: T) => string,
  settle: (quarrel: Quarrel<T>) => readonly T[],
): readonly T[] {
  const changes = [...changesOf(base, mine, keyOf, 'mine'), ...changesOf(base, theirs, keyOf, 'theirs')];
  changes.sort((one, other) => one.start - other.start || one.end - other.end);
  const merged: T[] = [];
  let at = 0;
  for (let index = 0; index < changes.length; ) {
    const group: Change<T>[] = [];
    let end = changes[index]?.end ?? 0;
    const start = changes[index]?.start ?? 0;
    for (let next = changes[index]; next !== undefined && (group.length === 0 || next.start <= end); ) {
      group.push(next);
      end = Math.max(end, next.end);
      index += 1;
      next = changes[index];
    }
    merged.push(...base.slice(at, start), ...join(base, group, start, end, keyOf, settle));
    at = end;
  }
  return [...merged, ...base.slice(at)];
}

/** `start` to `end` of the base became `items` on one side. */
type Change<T> = {
  readonly side: 'mine' | 'theirs';
  readonly start: number;
  readonly end: number;
  readonly items: readonly T[];
};

function changesOf<T>(
  base: readonly T[],
  side: readonly T[],
  keyOf: (item: T) => string,
  name: Change<T>['side'],
): readonly Change<T>[] {
  const changes: Change<T>[] = [];
  let [inBase, inSide] = [0, 0];
  let open: { readonly start: number; readonly from: number } | undefined;
  const close = (): void => {
    if (open === undefined) return;
    changes.push({ side: name, start: open.start, end: inBase, items: side.slice(open.from, inSide) });
    open = undefined;
  };
  for (const { added, removed, value } of diffArrays(base.map(keyOf), side.map(keyOf))) {
    if (!added && !removed) close();
    else open ??= { start: inBase, from: inSide };
    if (!added) inBase += value.length;
    if (!removed) inSide += value.length;
  }
  close();
  return changes;
}

function join<T>(
  base: readonly T[],
  group: readonly Change<T>[],
  start: number,
  end: number,
  keyOf: (item: T) => string,
  settle: (quarrel: Quarrel<T>) => readonly T[],
): readonly T[] {
  const of = (side: Change<T>['side']): readonly T[] => {
    const made: T[] = [];
    let at = start;
    for (const change of group.filter((one) => one.side === side)) {
      made.push(...base.slice(at, change.start), ...change.items);
      at = change.end;
    }
    return [...made, ...base.slice(at, end)];
  };
  const [mine, theirs] = [of('mine'), of('theirs')];
  if (group.every(({ side }) => side === 'mine')) return mine;
  if (group.every(({ side }) => side === 'theirs')) return theirs;
  const isAlike =
    mine.length === theirs.length && mine.every((item, n) => keyOf(item) === keyOf(theirs[n] ?? item));
  return isAlike ? mine : settle({ base: base.slice(start, end), mine, theirs });
}
