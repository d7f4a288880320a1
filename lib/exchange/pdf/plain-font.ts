import { inflateSync } from 'node:zlib';

const headerLength = 44;
const woffEntryLength = 20;
const entryLength = 16;

/**
 * A font file as readers of fonts like it best: of a WOFF 1.0 the tables, inflated (W3C Recommendation "WOFF File Format
 * 1.0", sections 3 to 5), of anything else itself. fontkit would inflate the outlines again for every glyph.
 */
export function plainFont(file: Buffer): Buffer {
  if (file.toString('latin1', 0, 4) !== 'wOFF') return file;
  const count = file.readUInt16BE(12);
  const directory = Buffer.alloc(12 + count * entryLength);
  file.copy(directory, 0, 4, 8);
  directory.writeUInt16BE(count, 4);
  const tables: Buffer[] = [directory];
  let offset = directory.length;
  for (let index = 0; index < count; index += 1) {
    const from = headerLength + index * woffEntryLength;
    const [start, stored, length] = [4, 8, 12].map((at) => file.readUInt32BE(from + at)) as [
      number,
      number,
      number,
    ]; // as many as were asked for
    const kept = file.subarray(start, start + stored);
    const table = Buffer.alloc(Math.ceil(length / 4) * 4);
    (stored < length ? inflateSync(kept) : kept).copy(table);
    const to = 12 + index * entryLength;
    file.copy(directory, to, from, from + 4);
    file.copy(directory, to + 4, from + 16, from + 20);
    directory.writeUInt32BE(offset, to + 8);
    directory.writeUInt32BE(length, to + 12);
    tables.push(table);
    offset += table.length;
  }
  return Buffer.concat(tables);
}
