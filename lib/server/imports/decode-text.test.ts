import { describe, expect, it } from 'vitest';
import { DomainError } from '@/lib/domain/errors';
import { decodeText as decode } from './decode-text';

const decodeText = (content: string | Uint8Array) => decode(content).text;
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
      'a cut-off UTF-16',
      bytes(0xff, 0xfe, 0x41, 0x01, 0x42),
      'INVALID This file is damaged: it says that it is UTF-16LE',
    ],
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

describe('the encoding of a text', () => {
  const german =
    'Über den Häfen der Küste schwebt größter Ärger: „Es fließt kein Öl“, hieß es früh am Morgen in Köln.';
  const japanese = '港湾の浚渫費用は見積もりの二倍になると市が発表した。東京の会議で決定された。'.repeat(3);
  const chinese = '港口疏浚费用将是估算的两倍，港务局周二表示。环保组织宣布提起诉讼。'.repeat(3);
  const russian =
    'Углубление гавани обойдётся вдвое дороже сметы, заявило управление порта во вторник. '.repeat(3);
  const czech =
    'Přístav řekl, že prohloubení bude stát dvojnásobek. Žádný průzkum, žádné šetření, říká úřad.'.repeat(3);
  const table = {
    latin1: (text: string) => Buffer.from(text, 'latin1'),
    utf16le: (text: string) => Buffer.from(text, 'utf16le'),
    /** Encodes by asking the decoder about every pair of bytes. */
    by(label: string, text: string): Buffer {
      const decoder = new TextDecoder(label);
      const known = new Map<string, number[]>();
      for (let one = 1; one < 256; one += 1) {
        const single = decoder.decode(bytes(one));
        if (single.length === 1 && !known.has(single)) known.set(single, [one]);
        if (one > 127) {
          for (let two = 0x40; two < 256; two += 1) {
            const pair = decoder.decode(bytes(one, two));
            if (pair.length === 1 && !known.has(pair)) known.set(pair, [one, two]);
          }
        }
      }
      return Buffer.from([...text].flatMap((sign) => known.get(sign) ?? [0x3f]));
    },
  };
  const page = (charset: string, text: string, encoded: Buffer) =>
    Buffer.concat([
      Buffer.from(`<meta charset="${charset}"><p>`),
      encoded,
      Buffer.from(text === '' ? '' : '</p>'),
    ]);

  it.each([
    ['windows-1252', german],
    ['windows-1251', russian],
    ['windows-1250', czech],
    ['iso-8859-2', czech],
    ['iso-8859-5', russian],
    ['koi8-r', russian],
    ['shift_jis', japanese],
    ['gb18030', chinese],
    ['euc-jp', japanese],
  ])('%s is read as it declares itself', (label, text) => {
    const encoded = page(label, text, table.by(label, text));
    expect(decode(encoded, { format: 'html' })).toEqual({ text: `<meta charset="${label}"><p>${text}</p>` });
    expect(decode(table.by(label, text), { charset: label })).toEqual({ text });
  });

  it.each([
    ['Windows-1252', german, table.latin1(german.replaceAll(/[„“]/g, '"'))],
    ['Windows-1251', russian, table.by('windows-1251', russian)],
    ['Shift-JIS', japanese, table.by('shift_jis', japanese)],
    ['GB18030', chinese, table.by('gb18030', chinese)],
    ['UTF-16LE', german, table.utf16le(german)],
    ['UTF-16BE', german, table.utf16le(german).swap16()],
  ])('%s is guessed where nothing is declared, and says so', (name, text, encoded) => {
    expect(decode(encoded)).toEqual({
      text: encoded.includes(0x22) ? text.replaceAll(/[„“]/g, '"') : text,
      guess: name,
    });
  });

  it('does not believe a declaration that the bytes contradict', () => {
    expect(decode(utf8(german), { charset: 'iso-8859-1' })).toEqual({ text: german });
    expect(decode(page('utf-8', german, table.by('windows-1252', german)), { format: 'html' })).toMatchObject(
      {
        text: expect.stringContaining(german),
        guess: 'Windows-1252',
      },
    );
    expect(decode(table.by('shift_jis', japanese), { charset: 'iso-8859-1' }).text).toBe(japanese);
    expect(decode(table.by('windows-1252', german), { charset: 'nonsense' }).text).toBe(german);
  });
});
