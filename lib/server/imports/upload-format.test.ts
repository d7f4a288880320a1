import { describe, expect, it } from 'vitest';
import { formatOfFile, formatOfPage } from './upload-format';

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const page = (type: string, text: string, address = 'https://example.org/story') => ({
  address,
  status: 200,
  type,
  charset: null,
  bytes: bytes(text),
});

describe('what a file is read as', () => {
  it.each([
    ['story.txt', 'words', 'text'],
    ['story.TEXT', 'words', 'text'],
    ['story.md', '# words', 'markdown'],
    ['story.xhtml', '<p>words', 'html'],
    ['story.pdf', '%PDF-1.7', 'pdf'],
    ['story.docx', 'PK\u0003\u0004', 'docx'],
  ])('%s', (name, text, format) => expect(formatOfFile(name, bytes(text))).toBe(format));

  it.each([
    ['story', 'words', 'This file has no ending that says what it is.'],
    ['story.pages', 'words', 'Files ending in .pages cannot be read.'],
    [
      'story.pdf',
      'words',
      'This file says that it is a PDF, and inside it is something else. Save it again under its right ending, or paste its text.',
    ],
    [
      'story.docx',
      'words',
      'This file says that it is a Word document, and inside it is something else. Save it again under its right ending, or paste its text.',
    ],
    ['story.docx', '\u00d0\u00cf\u0011\u00e0', 'This is a document of an old Word.'],
    ['story.pdf', '', 'This file is empty.'],
  ])('%s holding %j is refused with a sentence', (name, text, sentence) =>
    expect(() => formatOfFile(name, bytes(text))).toThrow(sentence),
  );
});

describe('what an address is read as', () => {
  it.each([
    ['text/html', '<p>words', 'html'],
    ['application/xhtml+xml', '<p>words', 'html'],
    ['text/markdown', '# words', 'markdown'],
    ['text/plain', 'words', 'text'],
    ['application/pdf', '%PDF-1.7', 'pdf'],
    ['', '%PDF-1.7', 'pdf'],
    ['application/octet-stream', '<p>words', 'html'],
  ])('%s', (type, text, format) => expect(formatOfPage(page(type, text))).toBe(format));

  it.each([
    ['image/png', 'words', 'something that is not a page, a text, a PDF or a Word document (image/png)'],
    ['application/zip', 'PK\u0003\u0004', 'something that is not a page'],
    ['application/json', '{}', 'something that is not a page'],
    [
      'application/pdf',
      '<p>words',
      'This file says that it is a PDF, and inside it is something else. Save it again under its right ending, or paste its text.',
    ],
    ['text/html', '', 'This file is empty.'],
  ])('%s with %j is refused with a sentence', (type, text, sentence) =>
    expect(() => formatOfPage(page(type, text))).toThrow(sentence),
  );
});
