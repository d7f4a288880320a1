import 'server-only';
import { createHash } from 'node:crypto';
import { sha256 } from '@/lib/db/canonical';
import { hashBody, hashLink } from '@/lib/db/record';
import { canonicalText } from '@/lib/domain/article-doc';
import { DomainError } from '@/lib/domain/errors';
import type { GalleyFile } from '@/lib/exchange/galley/file-schema';
import type { GalleyWhole } from '@/lib/exchange/galley/whole-schema';
import { parseGalleyValue } from '@/lib/exchange/galley-json';
import { typeOfFile } from '../files/type-of-file';

/**
 * Reads a Galley file inside the parser process, and sees whether it is whole: the lines of its record are chained up to
 * the head that it names, and texts and attached files have the hashes that it says. Throws DomainError.
 */
export function readGalley(bytes: Uint8Array): GalleyFile {
  const value = readJson(bytes);
  const file = parseGalleyValue(value);
  if (file.whole === null) return file;
  ensureRecord(file.record.hash, file.whole, bodiesIn(value));
  ensureHashes(file.whole);
  return file;
}

function readJson(bytes: Uint8Array): unknown {
  try {
    // Galley writes UTF-8, and what it wrote must not be changed by a guess.
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new DomainError('INVALID', 'This is not a Galley file: it is not valid JSON in UTF-8.');
  }
}

/** The bodies of events as they stand in the file, before a schema has tidied them. */
function bodiesIn(value: unknown): readonly unknown[] {
  // read by the schema of the format already
  const { whole } = value as { readonly whole: { readonly events: readonly { readonly body: unknown }[] } };
  return whole.events.map(({ body }) => body);
}

function ensureRecord(head: string, { events }: GalleyWhole, bodies: readonly unknown[]): void {
  let previousHash = '';
  for (const [index, { body, bodyHash, isSealed, ...line }] of events.entries()) {
    if (isSealed !== true && hashBody(bodies[index]) !== bodyHash)
      throw damaged(`entry ${line.seq} of its history is not as it was written`);
    previousHash = hashLink({ ...line, previousHash, bodyHash, type: body.type });
  }
  if (previousHash !== head)
    throw damaged('its history was changed: it does not lead to the end that the file names');
}

function ensureHashes({ revisions, files }: GalleyWhole): void {
  for (const { number, doc, hash } of revisions)
    if (sha256(canonicalText(doc)) !== hash) throw damaged(`the text of revision ${number} is not as it was`);
  for (const { name, type, bytes, sha256: hash, content } of files) {
    if (content === null) continue;
    const held = Buffer.from(content, 'base64');
    const isWhole =
      held.length === bytes &&
      createHash('sha256').update(held).digest('hex') === hash &&
      typeOfFile(name, held) === type;
    if (!isWhole) throw damaged(`the attached file ${name} is not as it was`);
  }
}

const damaged = (what: string): DomainError =>
  new DomainError('INVALID', `This Galley file is damaged: ${what}.`);
