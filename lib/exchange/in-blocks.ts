/** About so many signs go into one block. */
const blockLength = 1 << 16;

/** Words as bytes (UTF-8), many small pieces in one block. A piece never ends inside a character. */
export async function* inBlocks(
  pieces: Iterable<string> | AsyncIterable<string>,
): AsyncGenerator<Uint8Array> {
  let words: string[] = [];
  let length = 0;
  for await (const piece of pieces) {
    words.push(piece);
    length += piece.length;
    if (length < blockLength) continue;
    yield Buffer.from(words.join(''));
    words = [];
    length = 0;
  }
  if (length > 0) yield Buffer.from(words.join(''));
}
