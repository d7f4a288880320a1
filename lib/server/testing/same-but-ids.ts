/** Names for ids: those of people by their names, everything else by when it first appears. */
export type Naming = { readonly people: ReadonlyMap<string, string>; readonly things: Map<string, string> };

/**
 * A plain value with every id replaced by a name that is the same in a copy under other ids. Ids may have ordered lists of
 * things: these are first brought into the order of what else they say.
 */
export function withoutIds(value: unknown, naming: Naming): unknown {
  if (typeof value === 'string') return nameOf(value, naming);
  if (Array.isArray(value)) return inOrder(value, naming).map((item) => withoutIds(item, naming));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [nameOf(key, naming), withoutIds(item, naming)]);
  return Object.fromEntries(entries);
}

const isId = (words: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(words);

function nameOf(words: string, { people, things }: Naming): string {
  if (!isId(words)) return words;
  const known = people.get(words) ?? things.get(words) ?? `thing ${things.size + 1}`;
  if (!people.has(words)) things.set(words, known);
  return known;
}

function inOrder(list: readonly unknown[], naming: Naming): readonly unknown[] {
  const isOfThings = list.every((item) => typeof item === 'object' && item !== null && 'id' in item);
  if (!isOfThings) return list;
  const keyed = list.map((item) => ({ item, key: keyOf(item, naming) }));
  return keyed.toSorted((a, b) => (a.key < b.key ? -1 : 1)).map(({ item }) => item);
}

/** What a thing says, with ids that have a name already under it and without the others. */
function keyOf(item: unknown, { people, things }: Naming): string {
  return JSON.stringify(item, (_name, part: unknown) =>
    typeof part === 'string' && isId(part) ? (people.get(part) ?? things.get(part) ?? '') : part,
  );
}
