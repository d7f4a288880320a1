/** A list whose items are made one after the other, each when it is written; also again, for whoever asks again. */
export function lazyList<Item, Made>(
  items: readonly Item[],
  make: (item: Item, index: number) => Made,
): Iterable<Made> {
  return {
    *[Symbol.iterator]() {
      for (const [index, item] of items.entries()) yield make(item, index);
    },
  };
}

/**
 * A value as JSON, as `JSON.stringify(value, null, 2)` writes it, in pieces: one for each item of a list that is made
 * lazily, wherever it stands. It may also be pasted into a script element of a
 * page: no `<` stands in it (JSON-LD 1.1, section 7).
 */
export function* jsonPieces(value: unknown): Generator<string> {
  for (const piece of piecesOf(value, '\n')) yield piece.replaceAll('<', '\\u003c');
  yield '\n';
}

function* piecesOf(value: unknown, lineEnd: string): Generator<string> {
  // A line feed in words is written as `\n`: those that stand here end lines.
  if (!holdsLazyList(value)) yield JSON.stringify(value, null, 2).replaceAll('\n', lineEnd);
  else if (isList(value)) yield* listPieces(value, lineEnd);
  else yield* objectPieces(value, lineEnd);
}

function* listPieces(items: Iterable<unknown>, lineEnd: string): Generator<string> {
  const inner = `${lineEnd}  `;
  let before = '[';
  for (const item of items) {
    yield `${before}${inner}`;
    yield* piecesOf(item, inner);
    before = ',';
  }
  yield before === '[' ? '[]' : `${lineEnd}]`;
}

function* objectPieces(value: object, lineEnd: string): Generator<string> {
  const inner = `${lineEnd}  `;
  let before = '{';
  for (const [key, member] of Object.entries(value)) {
    if (member === undefined) continue;
    yield `${before}${inner}${JSON.stringify(key)}: `;
    yield* piecesOf(member, inner);
    before = ',';
  }
  yield `${lineEnd}}`;
}

const isList = (value: object): value is Iterable<unknown> => Symbol.iterator in value;

const holdsLazyList = (value: unknown): value is object =>
  typeof value === 'object' &&
  value !== null &&
  ((isList(value) && !Array.isArray(value)) || Object.values(value).some(holdsLazyList));
