import { describe, expect, it } from 'vitest';
import { canonicalText } from '@/lib/domain/article-doc';
import { readArticle } from './read-article';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('readArticle', () => {
  it('reads plain text from a string and from bytes alike', async () => {
    const text = 'Head\r\n\r\n“Text”, he said.';
    const draft = await readArticle({ format: 'text', content: text });
    expect(canonicalText(draft.doc)).toBe('Head\n\n“Text”, he said.');
    expect(await readArticle({ format: 'text', content: bytes(text), fileName: 'a.txt' })).toEqual(draft);
    expect((await readArticle({ format: 'text', content: text, title: 'Mine' })).details.title).toBe('Mine');
  });

  it('reads Markdown and HTML bytes', async () => {
    const markdown = await readArticle({
      format: 'markdown',
      content: bytes('# Head\n\n*Text*.'),
      fileName: 'a.md',
    });
    const html = await readArticle({ format: 'html', content: bytes('<h1>Head</h1><p><em>Text</em>.</p>') });
    expect(markdown.doc).toEqual(html.doc);
    expect(html.doc.content).toHaveLength(2);
  });

  it.each([
    ['an empty text', { format: 'text', content: ' \n ' }, 'INVALID', 'There is no text here.'],
    ['an empty page', { format: 'html', content: '' }, 'INVALID', 'There is no text here.'],
    ['a PDF by its content', { format: 'text', content: bytes('%PDF-1.4') }, 'INVALID', 'It is a PDF.'],
    [
      'a Word document by its name',
      { format: 'text', content: 'x', fileName: 'A.DOCX' },
      'INVALID',
      'ending in .docx',
    ],
    ['a binary file', { format: 'html', content: bytes('a\0b') }, 'INVALID', 'This file is not text.'],
    [
      'wrong letters',
      { format: 'markdown', content: Uint8Array.of(0x63, 0xe9, 0x20) },
      'INVALID',
      'not encoded as UTF-8',
    ],
    ['too large a page', { format: 'html', content: 'a'.repeat(5_300_000) }, 'TOO_LARGE', 'larger than 5 MB'],
    [
      'too long a text',
      { format: 'text', content: 'a'.repeat(2_500_001) },
      'TOO_LARGE',
      'longer than 2.5 million',
    ],
  ] as const)('refuses %s', async (_name, source, code, sentence) => {
    await expect(readArticle(source)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(sentence),
    });
  });
});
