import 'server-only';
import { DomainError } from '@/lib/domain/errors';
import type { FetchedPage } from '../egress/fetch-address';
import { maxSourceBytes } from './limits';
import type { SourceFormat } from './parser-job';

/**
 * What a file is read as. Its ending says it, and its first bytes must agree; `given` is what the sender says of a
 * file with another ending. Throws INVALID or TOO_LARGE in words.
 */
export function formatOfFile(name: string, bytes: Uint8Array, given?: SourceFormat): SourceFormat {
  const ending = /\.[a-z0-9]+$/i.exec(name)?.[0].toLowerCase() ?? '';
  const known = endings[ending];
  const format = known ?? given;
  if (format === undefined) throw unknownEnding(ending);
  if (given !== undefined && isPacked(given) !== isPacked(format)) throw otherInside(given);
  refuseLarge(format, bytes.length);
  refuseOther(format, bytes);
  return isPacked(format) ? format : (given ?? format);
}

/** What a fetched page is read as: by the type that its server gave, with which its first bytes must agree. */
export function formatOfPage({ type, bytes, address }: FetchedPage): SourceFormat {
  const format = formatOfType(type, address, bytes);
  if (format === undefined) {
    throw new DomainError(
      'INVALID',
      `This address leads to something that is not a page, a text, a PDF or a Word document (${type.slice(0, 60)}).`,
    );
  }
  refuseLarge(format, bytes.length);
  refuseOther(format, bytes);
  return format;
}

const endings: Readonly<Record<string, SourceFormat | undefined>> = {
  '.txt': 'text',
  '.text': 'text',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.docx': 'docx',
  '.pdf': 'pdf',
};

function formatOfType(type: string, address: string, bytes: Uint8Array): SourceFormat | undefined {
  if (type === 'text/html' || type === 'application/xhtml+xml') return 'html';
  if (type === 'text/markdown') return 'markdown';
  if (type === 'application/pdf') return 'pdf';
  if (type === 'application/vnd.openxmlformats-officedocument.wordprocessingml.document') return 'docx';
  const ending = endings[/\.[a-z0-9]+$/i.exec(new URL(address).pathname)?.[0].toLowerCase() ?? ''];
  if (type === 'text/plain') return ending === 'markdown' ? 'markdown' : 'text';
  if (type !== '' && type !== 'application/octet-stream') return undefined;
  return ending ?? (startsWith(bytes, '%PDF-') ? 'pdf' : 'html');
}

const isPacked = (format: SourceFormat): boolean => format === 'docx' || format === 'pdf';

const megabytes = { text: 5, markdown: 5, html: 5, docx: 10, pdf: 25 } as const;

function refuseLarge(format: SourceFormat, size: number): void {
  const limit = megabytes[format];
  if (size <= (isPacked(format) ? limit * 1024 * 1024 : maxSourceBytes)) return;
  const what = format === 'pdf' ? 'PDF' : format === 'docx' ? 'Word document' : 'text';
  throw new DomainError('TOO_LARGE', `This ${what} is larger than ${limit} MB. Import it in parts.`);
}

function refuseOther(format: SourceFormat, bytes: Uint8Array): void {
  if (bytes.length === 0) {
    throw new DomainError('INVALID', 'This file is empty. Choose another, or paste the text.');
  }
  if (format === 'pdf' && !Buffer.from(bytes.subarray(0, 1_024)).includes('%PDF-')) throw otherInside('pdf');
  if (format !== 'docx' || startsWith(bytes, 'PK\u0003\u0004')) return;
  if (!oldOffice.every((byte, at) => bytes[at] === byte)) throw otherInside('docx');
  const isLocked = Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'));
  throw new DomainError(
    'INVALID',
    isLocked
      ? 'This Word document is protected by a password. Save it without one first.'
      : 'This is a document of an old Word. Save it as .docx first.',
  );
}

const oldOffice = [0xd0, 0xcf, 0x11, 0xe0];

const startsWith = (bytes: Uint8Array, words: string): boolean =>
  Buffer.from(bytes.subarray(0, words.length)).toString('latin1') === words;

function otherInside(format: SourceFormat): DomainError {
  const what = format === 'pdf' ? 'a PDF' : format === 'docx' ? 'a Word document' : 'a text';
  return new DomainError(
    'INVALID',
    `This file says that it is ${what}, and inside it is something else. Save it again under its right ending, or paste its text.`,
  );
}

function unknownEnding(ending: string): DomainError {
  return new DomainError(
    'INVALID',
    ending === ''
      ? 'This file has no ending that says what it is. Choose a .txt, .md, .html, .docx, .pdf or Galley .json file.'
      : `Files ending in ${ending} cannot be read. Save the text as .txt, .md, .html, .docx or .pdf first.`,
  );
}
