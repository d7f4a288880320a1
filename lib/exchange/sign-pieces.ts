import { joinedBytes } from './joined-bytes';
import { endLength, headLength, withProof } from './report-proof';

/** Hears all bytes of a file in their order, then makes its proof. */
export type Signer = { readonly hear: (bytes: Uint8Array) => void; readonly proof: () => string };

/** A file with its proof while it is written, however it is cut: only its last few bytes are held back. */
export async function* signPieces(
  pieces: AsyncIterable<Uint8Array>,
  { hear, proof }: Signer,
): AsyncGenerator<Uint8Array> {
  let head: Uint8Array = new Uint8Array();
  let held: Uint8Array = new Uint8Array();
  for await (const piece of pieces) {
    hear(piece);
    if (head.length < headLength) head = joinedBytes(head, piece.subarray(0, headLength - head.length));
    // A copy: what is held must not keep a large piece, nor change with a buffer that is used again.
    held = joinedBytes(held, piece);
    const passed = held.length - endLength;
    if (passed <= 0) continue;
    yield held.subarray(0, passed);
    held = held.slice(passed);
  }
  yield withProof(held, proof(), head);
}
