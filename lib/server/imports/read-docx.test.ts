import { Document, Packer, Paragraph, TextRun } from 'docx';
import { describe, expect, it } from 'vitest';
import { canonicalText } from '@/lib/domain/article-doc';
import { placeComment } from '@/lib/domain/draft-comment';
import { withHeadline, withoutBlocks } from '@/lib/domain/text/draft';
import { readDocx } from './read-docx';
import { docxOf, p, r, style } from './testing/docx-of';
import { zipOf } from './testing/zip-of';

const read = (bytes: Uint8Array, changes?: 'accept' | 'reject') => readDocx(bytes, { changes });
const textOf = async (body: string, changes?: 'accept' | 'reject') =>
  canonicalText((await read(docxOf({ body }), changes)).doc);

const range = (id: number, words: string) =>
  `<w:commentRangeStart w:id="${id}"/>${r(words)}<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;
const comment = (id: number, author: string, words: string, paragraph = `A${id}`) =>
  `<w:comment w:id="${id}" w:author="${author}" w:date="2026-03-0${id + 1}T10:00:00Z"><w:p w14:paraId="${paragraph}">${r(words)}</w:p></w:comment>`;

describe('readDocx', () => {
  it('reads a document made by a library: headings, marks and what they hold', async () => {
    const made = await Packer.toBuffer(
      new Document({
        sections: [
          {
            children: [
              new Paragraph({ heading: 'Heading1', children: [new TextRun('The harbour')] }),
              new Paragraph({
                children: [
                  new TextRun('It '),
                  new TextRun({ text: 'doubled', bold: true }),
                  new TextRun('.'),
                ],
              }),
            ],
          },
        ],
      }),
    );
    const draft = await read(made);
    expect(draft.details.title).toBe('The harbour');
    expect(draft.doc.content[1]).toMatchObject({
      content: [{ text: 'It ' }, { text: 'doubled', marks: [{ type: 'bold' }] }, { text: '.' }],
    });
  });

  it('keeps headings, quotes, lists, tables in tables, links, raised and lowered letters', async () => {
    const cell = (inside: string) => `<w:tc>${inside}</w:tc>`;
    const table = (...rows: string[]) =>
      `<w:tbl>${rows.map((row) => `<w:tr>${row}</w:tr>`).join('')}</w:tbl>`;
    const body = [
      p('Title', style('Title')),
      p('Part', style('heading2')),
      p('Said.', style('Quote')),
      p(
        `${r('CO')}${r('2', '<w:vertAlign w:val="subscript"/>')}${r(' m')}${r('3', '<w:vertAlign w:val="superscript"/>')}`,
      ),
      p(
        `<w:hyperlink r:id="link1">${r('web')}</w:hyperlink>${r(' and ')}<w:hyperlink r:id="link2">${r('evil')}</w:hyperlink>`,
      ),
      table(cell(p('a')) + cell(p('b')), cell(p('c')) + cell(table(cell(p('d'))) + p(''))),
      p('End.'),
    ].join('');
    const { doc, dropped } = await read(docxOf({ body }));
    expect(canonicalText(doc)).toBe('Title\n\nPart\n\nSaid.\n\nCO2 m3\n\nweb and evil\n\na\tb\nc\td\n\nEnd.');
    expect(doc.content.map(({ type }) => type)).toEqual([
      'heading',
      'heading',
      'blockquote',
      'paragraph',
      'paragraph',
      'table',
      'paragraph',
    ]);
    expect(JSON.stringify(doc)).toContain('"subscript"');
    expect(JSON.stringify(doc)).not.toContain('javascript');
    expect(dropped).toEqual([{ what: 'links without a web address', count: 1 }]);
  });

  it.each([
    ['in the file', 'r:embed="link1"'],
    ['linked from outside, and never fetched', 'r:link="link1"'],
    ['gone from the file', 'r:embed="lost"'],
  ])('takes the description of a picture that is %s', async (_name, place) => {
    const picture = `<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:docPr id="1" name="P" descr="A ship in the harbour"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip ${place}/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
    expect(await textOf(p('Before.') + p(picture) + p('After.'))).toBe(
      'Before.\n\n[Image: A ship in the harbour]\n\nAfter.',
    );
  });

  it('puts footnotes at the end, under the numbers that the text gives them', async () => {
    const { doc } = await read(
      docxOf({
        body: p(`${r('It grew')}<w:r><w:footnoteReference w:id="2"/></w:r>${r('.')}`),
        footnotes: `<w:footnote w:id="2">${p('By 40 percent.')}</w:footnote>`,
        header: p('Draft, not for print'),
      }),
    );
    expect(canonicalText(doc)).toBe('It grew1.\n\n1. By 40 percent.');
    expect(doc.content[0]).toMatchObject({
      content: [{}, { text: '1', marks: [{ type: 'superscript' }] }, {}],
    });
  });

  it('accepts tracked changes, or rejects them, as asked', async () => {
    const body = [
      p(
        `${r('The cost ')}<w:del w:id="1" w:author="A"><w:r><w:delText xml:space="preserve">doubled</w:delText></w:r></w:del><w:ins w:id="2" w:author="A">${r('tripled')}</w:ins>${r('.')}`,
      ),
      p(`${r('One')}`, '<w:pPr><w:rPr><w:del w:id="3" w:author="A"/></w:rPr></w:pPr>'),
      p(' line.'),
      p(`<w:moveFrom w:id="4" w:author="A">${r('Moved.')}</w:moveFrom>${r('Stays.')}`),
      p(`<w:moveTo w:id="5" w:author="A">${r('Moved.')}</w:moveTo>${r('Last.')}`),
    ].join('');
    expect(await textOf(body)).toBe('The cost tripled.\n\nOne line.\n\nStays.\n\nMoved.Last.');
    expect(await textOf(body, 'reject')).toBe('The cost doubled.\n\nOne\n\nline.\n\nMoved.Stays.\n\nLast.');
    const { warnings, dropped } = await read(docxOf({ body }));
    expect(warnings).toEqual(['5 × tracked change, accepted: the text is as it would be with all of them.']);
    expect(dropped).toEqual([{ what: 'tracked deletions', count: 3 }]);
  });

  it('brings comments with their authors, replies and passages, also across paragraphs and on none', async () => {
    const body = [
      p(`${r('The port grew. The port ')}${range(0, 'grew by 40 percent')}${r(', they say.')}`),
      p(`${r('It begins ')}<w:commentRangeStart w:id="2"/>${r('here')}`),
      p(`${r('and ends')}<w:commentRangeEnd w:id="2"/>${r(' there.')}`),
      '<w:commentRangeStart w:id="3"/>',
      p('Whole 👩‍👩‍👧 paragraph.'),
      '<w:commentRangeEnd w:id="3"/>',
      p(`${r('A point')}<w:r><w:commentReference w:id="4"/></w:r>${r(' in a line.')}`),
    ].join('');
    const draft = await read(
      docxOf({
        body,
        comments:
          comment(0, 'Mara &amp; Co', 'Source?', '0A') +
          comment(1, 'Lev', 'The table says 25.', '0B') +
          comment(2, 'Mara &amp; Co', 'Unclear.') +
          comment(3, 'Tom', 'Cut?') +
          comment(4, 'Tom', 'Point.'),
        commentsExtended:
          '<w15:commentEx w15:paraId="0A" w15:done="1"/><w15:commentEx w15:paraId="0B" w15:paraIdParent="0A" w15:done="0"/>',
      }),
    );
    expect(
      draft.comments.map(({ author, words, quote, isResolved }) => [author, words, quote.exact, isResolved]),
    ).toEqual([
      ['Mara & Co', 'Source?', 'grew by 40 percent', true],
      ['Mara & Co', 'Unclear.', 'here\n\nand ends', false],
      ['Tom', 'Cut?', 'Whole 👩‍👩‍👧 paragraph.', false],
      ['Tom', 'Point.', 'A point in a line.', false],
    ]);
    expect(draft.comments[0]).toMatchObject({
      at: '2026-03-01T10:00:00.000Z',
      replies: [{ author: 'Lev', words: 'The table says 25.', at: '2026-03-02T10:00:00.000Z' }],
    });
    const [first, second] = draft.comments;
    if (first === undefined || second === undefined) throw new Error('No comments');
    const corrected = withHeadline(withoutBlocks(draft, new Set([1, 2])), 'The port grew by 40 percent');
    const place = placeComment(canonicalText(corrected.doc), first);
    expect(place?.start).toBe(canonicalText(corrected.doc).lastIndexOf('grew by 40 percent'));
    expect(placeComment(canonicalText(corrected.doc), second)).toBeNull();
  });

  it.each([
    ['right to left', 'ارتفعت التكلفة إلى ٤١٢ مليون'],
    ['Chinese', '港口疏浚费用将翻倍。'],
    ['letters beyond the first plane', '𝒳𠮷👩‍👩‍👧 e\u0301'.normalize('NFC')],
    ['characters of private use', '\ue000a\ue001'],
  ])('keeps %s', async (_name, words) => expect(await textOf(p(words))).toBe(words));

  const bomb = Buffer.alloc(20 * 1024 * 1024, 'a');
  it.each([
    ['what is cut off', docxOf({ body: p('x') }).subarray(0, 400), 'damaged or cut off'],
    ['a packed file of other things', zipOf({ 'a.txt': 'x' }), 'the text is missing in it'],
    ['a zip bomb', docxOf({ body: p('x'), more: { 'word/media/a.bin': bomb } }), 'unpack to far more'],
    [
      'hundreds of parts',
      docxOf({
        body: p('x'),
        more: Object.fromEntries(Array.from({ length: 200 }, (_, n) => [`a${n}`, 'x'])),
      }),
      'more parts than a Word document',
    ],
    [
      'an entity bomb',
      docxOf({
        body: p('&lol;'),
        more: { 'word/document.xml': '<!DOCTYPE lolz [<!ENTITY lol "lol">]><w:document/>' },
      }),
      'declares a document type',
    ],
    ['too many paragraphs', docxOf({ body: '<w:p/>'.repeat(20_001) }), 'more than 20 000 paragraphs'],
    ['broken XML', docxOf({ body: '<w:p><w:r>' }), 'damaged and cannot be read'],
    ['no words', docxOf({ body: '<w:p/>' }), 'There is no text here'],
  ])('refuses %s with a sentence', async (_name, bytes, sentence) => {
    await expect(read(bytes)).rejects.toThrow(sentence);
  });
});
