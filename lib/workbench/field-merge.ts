/** What became of a form's fields: what to send, what the whole then is, and which fields somebody else changed as well. */
export type FieldMerge<T> = {
  readonly changes: Partial<T>;
  readonly merged: T;
  readonly clashes: readonly (keyof T)[];
};

/**
 * Joins my wishes with what others did meanwhile, field by field: `changes` holds the fields that I changed since
 * `base`, `merged` the current values with these, `clashes` those of them that stand differently in `current` than both in `base` and in my wish.
 * Values are compared as JSON.
 */
export function mergeFields<T extends object>(base: T, mine: T, current: T): FieldMerge<T> {
  const changes: Partial<T> = {};
  const clashes: (keyof T)[] = [];
  for (const key of Object.keys(mine) as (keyof T)[]) {
    // the keys of a plain record are those that its type names
    if (isSame(mine[key], base[key]) || isSame(mine[key], current[key])) continue;
    changes[key] = mine[key];
    if (!isSame(current[key], base[key])) clashes.push(key);
  }
  return { changes, merged: { ...current, ...changes }, clashes };
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
