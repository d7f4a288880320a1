import { describe, expect, it } from 'vitest';
import { DomainError } from '@/lib/domain/errors';
import { decodeText } from './decode-text';

const bytes = (...values: number[]) => Uint8Array.from(values);
const utf8 = (text: string) => new TextEncoder().encode(text);

function refusalOf(content: string | Uint8Array): string {
  try {
    decodeText(content);
  } catch (error) {
    if (error instanceof DomainError) return `${error.code} ${error.message}`;
    throw error;
  }
  return 'accepted';
}

describe('decodeText', () => {
  it.each([
    ['UTF-8', utf8('“é” 港\n')],
    ['UTF-8 with a byte order mark', bytes(0xef, 0xbb, 0xbf, ...utf8('“é” 港\n'))],
    ['UTF-16, little end first', bytes(0xff, 0xfe, ...Buffer.from('“é” 港\n', 'utf16le'))],
    ['UTF-16, big end first', bytes(0xfe, 0xff, ...Buffer.from('“é” 港\n', 'utf16le').swap16())],
    ['a string with a byte order mark', '\ufeff“é” 港\n'],
    ['a decomposed letter', '“e\u0301” 港\n'],
    ['line feeds of Windows', '“é” 港\r\n'],
    ['line feeds of old Macs', '“é” 港\r'],
  ])('%s becomes the same text', (_name, content) => {
    expect(decodeText(content)).toBe('“é” 港\n');
  });

  it.each([
    ['nothing', '', 'INVALID There is no text here.'],
    ['no bytes', bytes(), 'INVALID There is no text here.'],
    [
      'a Word document',
      utf8('PK\u0003\u0004 word/document.xml'),
      'INVALID This file is not text. It is a Word document',
    ],
    ['a PDF', utf8('%PDF-1.7\n'), 'INVALID This file is not text. It is a PDF.'],
    ['a picture', bytes(0x89, 0x50, 0x4e, 0x47, 13, 10), 'INVALID This file is not text. It is a picture.'],
    ['a rich text file', utf8('{\\rtf1 Hello}'), 'INVALID This file is not text. It is a rich text'],
    ['zero bytes', bytes(65, 0, 66), 'INVALID This file is not text.'],
    ['zero bytes in wrong encoding', bytes(65, 0, 0xff, 0xfd), 'INVALID This file is not text.'],
    ['a zero character', 'a\0b', 'INVALID This file is not text.'],
    [
      'Latin 1',
      bytes(...Buffer.from('caf\u00e9 au lait', 'latin1')),
      'INVALID This file is not encoded as UTF-8',
    ],
    ['a cut-off UTF-16', bytes(0xff, 0xfe, 0x41, 0x01, 0x42), 'INVALID This file is not encoded as UTF-8'],
    [
      'more than 5 MB of bytes',
      new Uint8Array(5 * 1024 * 1024 + 1).fill(97),
      'TOO_LARGE This text is larger than 5 MB.',
    ],
    ['more than 5 MB as UTF-8', '港'.repeat(1_800_000), 'TOO_LARGE This text is larger than 5 MB.'],
    [
      'accents piled up',
      `a${'\u0301\u0316'.repeat(500_000)}`,
      'INVALID This text stacks hundreds of accents',
    ],
  ])('refuses %s', (_name, content, refusal) => {
    const before = process.cpuUsage();
    expect(refusalOf(content)).toContain(refusal);
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(1_000);
  });
});
