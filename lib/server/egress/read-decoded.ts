import 'server-only';
import { pipeline, type Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

/** The most that an answer may be, unpacked. */
export const maxDecodedBytes = 5 * 1024 * 1024;

/** The bytes of an answer, unpacked; stops at the limit, whatever the packed bytes would have become. */
export async function readDecoded(
  body: Readable,
  encoding: string | undefined,
  limit = maxDecodedBytes,
): Promise<Uint8Array | 'too large'> {
  const unpack = unpackers[encoding?.trim().toLowerCase() ?? ''];
  // An error of either stream ends the loop below, which reads the last of them.
  const stream: Readable = unpack === undefined ? body : pipeline(body, unpack(), () => undefined);
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream) {
    const bytes = Buffer.from(part);
    size += bytes.length;
    if (size > limit) {
      stream.destroy();
      body.destroy();
      return 'too large';
    }
    parts.push(bytes);
  }
  return new Uint8Array(Buffer.concat(parts));
}

const unpackers: Readonly<Record<string, (() => Transform) | undefined>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};
