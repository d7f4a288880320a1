import { describe, expect, it } from 'vitest';
import { findFileFault, originalOf } from './import-source';

const file = (name: string, size = 10): File => new File([new Uint8Array(size).fill(65)], name);

describe('findFileFault', () => {
  it.each(['a.txt', 'A.TXT', 'a.text', 'a.md', 'a.markdown', 'a.html', 'a.htm', 'a.json'])(
    'lets %s in',
    (name) => {
      expect(findFileFault(file(name))).toBeUndefined();
    },
  );

  it.each([
    ['a.docx', 10, /a\.docx is not a \.txt/],
    ['a.txt', 0, /a\.txt is empty/],
    ['a.txt', 5 * 1024 * 1024 + 1, /larger than 5 MB/],
    ['a.json', 31 * 1024 * 1024, /larger than 30 MB/],
  ])('says what is wrong with %s of %i bytes', (name, size, sentence) => {
    expect(findFileFault(file(name, size))).toMatch(sentence);
  });
});

describe('originalOf', () => {
  it.each([
    ['UTF-8', [0xef, 0xbb, 0xbf, 0xc3, 0xa9]],
    ['UTF-16, little end first', [0xff, 0xfe, 0xe9, 0x00]],
    ['UTF-16, big end first', [0xfe, 0xff, 0x00, 0xe9]],
  ])('reads a file in %s without its mark', async (_, bytes) => {
    const source = { kind: 'file', file: new File([new Uint8Array(bytes)], 'a.txt') } as const;
    expect(await originalOf(source)).toBe('é');
  });
});
