import 'server-only';
import { fromBufferPromise } from 'yauzl';
import { DomainError } from '@/lib/domain/errors';

/** What a DOCX is made of: the parts that hold words and how they hang together, by their names. Pictures stay packed. */
export type DocxEntries = ReadonlyMap<string, Buffer>;

const maxEntries = 200;
const maxUnpackedBytes = 50 * 1024 * 1024;
const maxRatio = 200;
const maxDocxParagraphs = 20_000;
/** Below this a high ratio is no bomb: a few empty tags pack very well. */
const smallBytes = 256 * 1024;

/**
 * Looks into the packed file before anything unpacks it: not too many parts, not too large, nothing packed absurdly
 * well, no document types, no password. Throws INVALID with a sentence.
 */
export async function readDocxEntries(bytes: Uint8Array): Promise<DocxEntries> {
  const zip = await open(bytes);
  if (zip.entryCount > maxEntries) throw notWord('it has more parts than a Word document');
  const found = new Map<string, Buffer>();
  let unpacked = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      unpacked += entry.uncompressedSize;
      const isDense = entry.uncompressedSize > Math.max(smallBytes, entry.compressedSize * maxRatio);
      if (unpacked > maxUnpackedBytes || isDense) throw bomb();
      if (entry.isEncrypted()) throw locked();
      if (!/\.(xml|rels)$/i.test(entry.fileName)) continue;
      const stream = await zip.openReadStreamPromise(entry);
      const parts: Buffer[] = [];
      for await (const part of stream) parts.push(Buffer.from(part));
      found.set(entry.fileName, withoutDoctype(Buffer.concat(parts)));
    }
  } catch (error) {
    throw error instanceof DomainError ? error : damaged();
  }
  const main = found.get(mainPart(found));
  if (main === undefined) throw notWord('the text is missing in it');
  if (countParagraphs(main) > maxDocxParagraphs) {
    throw new DomainError(
      'TOO_LARGE',
      'This Word document has more than 20 000 paragraphs. Import it in parts.',
    );
  }
  return found;
}

/** The name of the part that holds the text. */
export function mainPart(entries: DocxEntries): string {
  const rels = entries.get('_rels/.rels')?.toString('utf8') ?? '';
  const link = rels.match(/<Relationship\b[^>]*officeDocument"[^>]*>/)?.[0] ?? '';
  return (/Target="\/?([^"]+)"/.exec(link)?.[1] ?? 'word/document.xml').trim();
}

async function open(bytes: Uint8Array) {
  try {
    return await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch {
    // The reader's own words are about offsets and signatures; the file is cut off or damaged.
    throw damaged();
  }
}

/** Entities are the other bomb; no Word writes them. Other encodings than UTF-8 could hide them. */
function withoutDoctype(xml: Buffer): Buffer {
  const isWide = xml[0] === 0xff || xml[0] === 0xfe || xml[1] === 0;
  if (isWide || /<!(DOCTYPE|ENTITY)/i.test(xml.toString('latin1'))) {
    throw notWord('it declares a document type, which Word never does');
  }
  return xml;
}

function countParagraphs(xml: Buffer): number {
  let count = 0;
  for (let at = xml.indexOf('<w:p'); at !== -1; at = xml.indexOf('<w:p', at + 4)) {
    const next = xml[at + 4];
    if (next === 0x20 || next === 0x3e || next === 0x2f) count += 1;
  }
  return count;
}

function bomb(): DomainError {
  return new DomainError(
    'INVALID',
    'This Word document would unpack to far more than it should, so it was not opened.',
  );
}

function locked(): DomainError {
  return new DomainError(
    'INVALID',
    'This Word document is protected by a password. Save it without one first.',
  );
}

function damaged(): DomainError {
  return new DomainError(
    'INVALID',
    'This Word document is damaged or cut off and cannot be opened. Fetch it once more, or paste its text.',
  );
}

function notWord(why: string): DomainError {
  return new DomainError('INVALID', `This is not a Word document that can be read: ${why}.`);
}
