import { describe, expect, it } from 'vitest';
import { canonicalText } from '@/lib/domain/article-doc';
import { readArticle } from './read-article';
import { docxOf, p, style } from './testing/docx-of';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('readArticle', () => {
  it('reads plain text from a string and from bytes alike', async () => {
    const text = 'Head\r\n\r\n“Text”, he said.';
    const draft = await readArticle({ format: 'text', content: text });
    expect(canonicalText(draft.doc)).toBe('Head\n\n“Text”, he said.');
    expect(await readArticle({ content: bytes(text), fileName: 'a.txt' })).toEqual(draft);
    expect((await readArticle({ format: 'text', content: text, title: 'Mine' })).details.title).toBe('Mine');
  });

  it('reads Markdown and HTML bytes', async () => {
    const markdown = await readArticle({
      content: bytes('# Head\n\n*Text*.'),
      fileName: 'a.md',
    });
    const html = await readArticle({ format: 'html', content: '<h1>Head</h1><p><em>Text</em>.</p>' });
    expect(markdown.doc).toEqual(html.doc);
    expect(html.doc.content).toHaveLength(2);
  });

  it('keeps a paragraph of 1 MB whole, whatever it comes in', async () => {
    const words = Array.from({ length: 110_000 }, (_, n) => `word${n}`).join(' ');
    const files = {
      'a.txt': bytes(`Head\n\n${words}.`),
      'a.html': bytes(`<h1>Head</h1><p>${words}.</p>`),
      'a.docx': docxOf({ body: p('Head', style('heading1')) + p(`${words}.`) }),
    };
    for (const [fileName, content] of Object.entries(files)) {
      const { doc } = await readArticle({ fileName, content });
      expect(canonicalText(doc) === `Head\n\n${words}.`, fileName).toBe(true);
    }
  });

  it.each([
    ['a.txt', bytes('x\n\n'.repeat(300_000))],
    ['a.html', bytes('<p>x</p>'.repeat(300_000))],
  ])('refuses 300 000 paragraphs in %s', async (fileName, content) => {
    await expect(readArticle({ fileName, content })).rejects.toMatchObject({
      code: 'TOO_LARGE',
      message: `${fileName}: This article has more than 50 000 paragraphs or lines. Import it in parts.`,
    });
  });

  it.each([
    ['an empty text', { format: 'text', content: ' \n ' }, 'INVALID', 'There is no text here.'],
    ['an empty page', { format: 'html', content: '' }, 'INVALID', 'There is no text here.'],
    [
      'a PDF by its content',
      { fileName: 'story.txt', content: bytes('%PDF-1.4') },
      'INVALID',
      'story.txt: This file is not text. It is a PDF.',
    ],
    [
      'a text that says it is a PDF',
      { fileName: 'story.pdf', content: bytes('A story.') },
      'INVALID',
      'story.pdf: This file says that it is a PDF, and inside it is something else. Save it again under its right ending, or paste its text.',
    ],
    [
      'a text that says it is a Word document',
      { fileName: 'A.DOCX', content: bytes('A story.') },
      'INVALID',
      'A.DOCX: This file says that it is a Word document, and inside it is something else. Save it again under its right ending, or paste its text.',
    ],
    [
      'an old Word document',
      { fileName: 'a.docx', content: Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0) },
      'INVALID',
      'a.docx: This is a document of an old Word.',
    ],
    [
      'a Word document with a password',
      {
        fileName: 'a.docx',
        content: Buffer.concat([
          Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0),
          Buffer.from('EncryptedPackage', 'utf16le'),
        ]),
      },
      'INVALID',
      'a.docx: This Word document is protected by a password.',
    ],
    [
      'another kind of file',
      { fileName: 'a.pages', content: bytes('x') },
      'INVALID',
      'a.pages: Files ending in .pages cannot be read.',
    ],
    ['an empty file', { fileName: 'a.pdf', content: bytes('') }, 'INVALID', 'a.pdf: This file is empty.'],
    [
      'a binary file',
      { fileName: 'a.html', content: bytes('a\0b') },
      'INVALID',
      'a.html: This file is not text.',
    ],
    [
      'too large a Word document',
      { fileName: 'a.docx', content: new Uint8Array(10 * 1024 * 1024 + 1) },
      'TOO_LARGE',
      'a.docx: This Word document is larger than 10 MB.',
    ],
    [
      'too large a PDF',
      { fileName: 'a.pdf', content: new Uint8Array(25 * 1024 * 1024 + 1) },
      'TOO_LARGE',
      'a.pdf: This PDF is larger than 25 MB.',
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
