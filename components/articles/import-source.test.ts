import { describe, expect, it } from 'vitest';
import { unknownDetails } from '@/lib/domain/article';
import type { ArticleDraft } from '@/lib/domain/lists';
import { findFileFault, originalOf } from './import-source';

/** A file that says it is so large, without being it. */
const file = (name: string, size = 10): File =>
  Object.defineProperty(new File(['A'], name), 'size', { value: size });

describe('findFileFault', () => {
  it.each(['a.txt', 'A.TXT', 'a.text', 'a.md', 'a.markdown', 'a.html', 'a.htm', 'a.DOCX', 'a.pdf', 'a.json'])(
    'lets %s in',
    (name) => {
      expect(findFileFault(file(name))).toBeUndefined();
    },
  );

  it.each([
    ['a.doc', 10, /a\.doc is not a \.txt/],
    ['a.txt', 0, /a\.txt is empty/],
    ['a.txt', 5 * 1024 * 1024 + 1, /larger than 5 MB/],
    ['a.docx', 10 * 1024 * 1024 + 1, /larger than 10 MB/],
    ['a.pdf', 25 * 1024 * 1024 + 1, /larger than 25 MB/],
    ['a.json', 161 * 1024 * 1024, /larger than 160 MB/],
  ])('says what is wrong with %s of %i bytes', (name, size, sentence) => {
    expect(findFileFault(file(name, size))).toMatch(sentence);
  });
});

const draft = (words: string, original: string | null = null): ArticleDraft => ({
  details: {
    ...unknownDetails,
  },
  doc: {
    type: 'doc',
    content: [{ type: 'paragraph', attrs: { lead: '' }, content: [{ type: 'text', text: words }] }],
  },
  dropped: [],
  warnings: [],
  comments: [],
  original,
});

describe('originalOf', () => {
  it.each([
    ['UTF-8', [0xef, 0xbb, 0xbf, 0xc3, 0xa9]],
    ['UTF-16, little end first', [0xff, 0xfe, 0xe9, 0x00]],
    ['UTF-16, big end first', [0xfe, 0xff, 0x00, 0xe9]],
  ])('reads a file in %s without its mark', async (_, bytes) => {
    const source = { kind: 'file', file: new File([new Uint8Array(bytes)], 'a.txt') } as const;
    expect(await originalOf(source, draft('é'))).toEqual({ words: 'é', name: 'a.txt' });
  });

  it('shows what the server read where the browser cannot', async () => {
    const latin = { kind: 'file', file: new File([new Uint8Array([0xe9])], 'a.txt') } as const;
    expect(await originalOf(latin, draft('é'))).toEqual({ words: 'é', name: 'a.txt' });
    const page = { kind: 'address', url: 'https://example.org/' } as const;
    expect(await originalOf(page, draft('é', 'Menu é'))).toEqual({
      words: 'Menu é',
      name: 'https://example.org/',
    });
  });
});
