import { describe, expect, it } from 'vitest';
import { canonicalText } from '@/lib/domain/article-doc';
import { readPdf } from './read-pdf';
import { type Kit, pdfOf } from './testing/pdf-of';

const hebrewFont = 'node_modules/@fontsource/noto-sans-hebrew/files/noto-sans-hebrew-hebrew-400-normal.woff';

const sentence = (n: number) =>
  `Sentence ${n} of the long report says that the deepening of the harbour costs more than the council had been told.`;
const story = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => sentence(from + at)).join(' ');
const textOf = async (bytes: Uint8Array) => canonicalText((await readPdf(bytes, undefined)).doc);

describe('readPdf', () => {
  it('joins lines to paragraphs under their headings', async () => {
    const bytes = await pdfOf((kit) => {
      kit
        .font('Times-Bold')
        .fontSize(22)
        .text('Harbour dredging to cost twice the estimate, says port')
        .moveDown();
      kit.font('Times-Roman').fontSize(11).text(story(1, 5)).moveDown();
      kit.font('Times-Bold').fontSize(14).text('What the council knew').moveDown(0.5);
      kit.font('Times-Roman').fontSize(11).text(story(6, 9), { align: 'justify' });
    });
    const draft = await readPdf(bytes, undefined);
    expect(draft.details.title).toBe('Harbour dredging to cost twice the estimate, says port');
    expect(canonicalText(draft.doc)).toBe(
      `Harbour dredging to cost twice the estimate, says port\n\n${story(1, 5)}\n\nWhat the council knew\n\n${story(6, 9)}`,
    );
    expect(draft.doc.content.map(({ type }) => type)).toEqual([
      'heading',
      'paragraph',
      'heading',
      'paragraph',
    ]);
  });

  it('reads two columns one after the other, and the paragraph that runs from one into the other as one', async () => {
    const bytes = await pdfOf((kit) => {
      kit.fontSize(20).text('A headline above both columns', { align: 'center' }).moveDown();
      kit.fontSize(10).text(story(1, 40), { columns: 2, columnGap: 24, height: 420, align: 'justify' });
    });
    expect(await textOf(bytes)).toMatch(/^A headline above both columns\n\n/);
    const text = (await textOf(bytes)).replace(/^.*\n\n/, '');
    expect(story(1, 40).startsWith(text.slice(0, 500))).toBe(true);
    const [last = ''] = text.match(/Sentence \d+[^.]*\.?$/) ?? [];
    const numbers = Array.from(text.matchAll(/Sentence (\d+)/g), ([, n]) => Number(n));
    expect(numbers).toEqual(numbers.map((_, at) => at + 1));
    expect(numbers.length).toBeGreaterThan(20);
    expect(last).not.toBe('');
  });

  it('drops running heads and page numbers, keeps the printed numbers as page breaks', async () => {
    const pages = [7, 8, 9];
    const bytes = await pdfOf(
      (kit) => {
        for (const [at, page] of pages.entries()) {
          kit.addPage({ size: 'A4', margin: 0 });
          kit.fontSize(8).text(`Port Authority – Annual Report ${2020}`, 72, 40, { lineBreak: false });
          kit.fontSize(8).text(`${page}`, 290, 790, { lineBreak: false });
          kit
            .fontSize(11)
            .text(`${story(at * 3 + 1, at * 3 + 2)} Sentence ${at * 3 + 3} runs on`, 72, 90, { width: 450 });
          kit.text('and ends below it on the same page.', 72, 720, { width: 450 });
        }
      },
      { autoFirstPage: false, margin: 0 },
    );
    const { doc, dropped } = await readPdf(bytes, undefined);
    expect(doc.content.filter(({ type }) => type === 'pageBreak')).toEqual(
      pages.map((page) => ({ type: 'pageBreak', attrs: { page } })),
    );
    expect(canonicalText(doc)).not.toMatch(/Annual Report/);
    expect(dropped).toEqual([
      expect.objectContaining({
        what: 'running heads and page numbers',
        count: 6,
        words: expect.arrayContaining(['7', '9']),
      }),
    ]);
  });

  it('joins words that a line divides, keeps hyphens of their own', async () => {
    const lines = [
      'The so-called deepening of the har-',
      'bour is a well-known and long-',
      'running matter. A long-running matter',
      'of state-owned firms and state-',
      'owned land, said a state-owned firm.',
    ];
    const bytes = await pdfOf((kit) => {
      for (const [at, line] of lines.entries())
        kit.fontSize(11).text(line, 72, 100 + at * 14, { lineBreak: false });
    });
    expect(await textOf(bytes)).toBe(
      'The so-called deepening of the harbour is a well-known and long-running matter. ' +
        'A long-running matter of state-owned firms and state-owned land, said a state-owned firm.',
    );
  });

  it('raises footnote numbers and puts the notes at the end', async () => {
    const bytes = await pdfOf((kit) => {
      for (const at of [0, 1]) {
        if (at === 1) kit.addPage();
        kit.fontSize(11).text(story(at * 4 + 1, at * 4 + 2), 72, 100);
        const y = kit.y + 20;
        kit.fontSize(11).text('It grew', 72, y, { lineBreak: false });
        const end = 72 + kit.widthOfString('It grew');
        kit.fontSize(6).text(`${at + 1}`, end, y - 1, { lineBreak: false });
        kit.fontSize(11).text(' last year.', end + 6, y, { lineBreak: false });
        kit
          .fontSize(8)
          .text(`${at + 1} By forty percent, as table ${at + 3} says.`, 72, 700, { lineBreak: false });
      }
    });
    const { doc } = await readPdf(bytes, undefined);
    expect(canonicalText(doc)).toBe(
      `${story(1, 2)}\n\nIt grew1 last year.\n\n${story(5, 6)}\n\nIt grew2 last year.\n\n1 By forty percent, as table 3 says.\n\n2 By forty percent, as table 4 says.`,
    );
    expect(JSON.stringify(doc)).toContain('{"type":"text","text":"1","marks":[{"type":"superscript"}]}');
    expect(doc.content.map(({ type }) => type)).toContain('horizontalRule');
  });

  it('reads a table where columns are evident, with empty and wide cells, and its first row as names', async () => {
    const rows = [
      ['Year', 'Tonnes', 'Change'],
      ['2022', '9,800', ''],
      ['2023', '10,400', '+6 %'],
      ['2024', '11,400', '+10 % (after correction)'],
    ];
    const bytes = await pdfOf((kit) => {
      kit.fontSize(11).text(story(1, 4), 72, 72);
      let y = kit.y + 12;
      for (const [at, row] of rows.entries()) {
        kit.font(at === 0 ? 'Helvetica-Bold' : 'Helvetica');
        row.forEach((cell, column) => {
          const indent = column === 1 ? 60 - kit.widthOfString(cell) : 0;
          if (cell !== '') kit.text(cell, 72 + column * 130 + indent, y, { lineBreak: false });
        });
        y += 16;
      }
      kit.text(story(5, 6), 72, y + 12);
    });
    const { doc } = await readPdf(bytes, undefined);
    expect(canonicalText(doc)).toBe(
      `${story(1, 4)}\n\n${rows.map((row) => row.join('\t')).join('\n')}\n\n${story(5, 6)}`,
    );
    const [, table] = doc.content;
    const heads =
      table?.type === 'table' ? table.content.map(({ content }) => content[0]?.attrs.isHeader) : [];
    expect(heads).toEqual([true, false, false, false]);
  });

  it('keeps every word in lines where pieces stand side by side without columns', async () => {
    const lines = [
      ['Minister:', 'The figure was checked twice, and it was found to be right by everybody who looked.'],
      ['Reporter:', 'Nobody in the ministry could say who had checked it, or when, or how, when asked.'],
      ['Minister:', 'Then ask again.'],
    ];
    const bytes = await pdfOf((kit) => {
      kit.fontSize(11);
      lines.forEach((line, at) => {
        for (const [column, piece] of line.entries())
          kit.text(piece, 72 + column * 90, 100 + at * 30, { lineBreak: false });
      });
    });
    const { doc } = await readPdf(bytes, undefined);
    expect(doc.content.every(({ type }) => type === 'paragraph')).toBe(true);
    expect(canonicalText(doc).replace(/\s+/g, ' ')).toBe(lines.flat().join(' '));
  });

  it('takes the descriptions of pictures in a tagged file for figures, where they stand', async () => {
    const bytes = await pdfOf(
      (kit) => {
        const doc = kit.struct('Document');
        kit.addStructure(doc);
        doc.add(kit.struct('P', {}, () => void kit.fontSize(11).text(story(1, 2))));
        const ship = { alt: 'A ship  in the harbour' };
        doc.add(kit.struct('Figure', ship, () => void kit.rect(100, 300, 100, 80).fill('grey')));
        doc.add(kit.struct('Figure', {}, () => void kit.rect(100, 400, 100, 20).fill('grey')));
        doc.add(kit.struct('P', {}, () => void kit.fill('black').text(story(3, 4), 72, 440)));
        doc.end();
      },
      { pdfVersion: '1.7', tagged: true },
    );
    const { doc } = await readPdf(bytes, undefined);
    expect(doc.content.map(({ type }) => type)).toEqual(['paragraph', 'figure', 'paragraph']);
    expect(canonicalText(doc)).toBe(`${story(1, 2)}\n\n[Image: A ship in the harbour]\n\n${story(3, 4)}`);
  });

  it('reads two columns of a language from right to left beginning with the right one', async () => {
    const [first, second] = ['הנמל גדל בארבעים אחוזים בשנה אחת', 'המועצה לא ידעה על כך דבר עד היום'];
    const write = (kit: Kit, words: string, { right, y }: { right: number; y: number }) => {
      let x = right;
      for (const word of words.split(' ')) {
        x -= kit.widthOfString(word);
        kit.text(word, x, y, { lineBreak: false });
        x -= 4;
      }
    };
    const bytes = await pdfOf((kit) => {
      kit.font(hebrewFont).fontSize(11);
      for (let line = 0; line < 6; line += 1) {
        write(kit, second, { right: 270, y: 100 + line * 14 });
        write(kit, first, { right: 523, y: 100 + line * 14 });
      }
    });
    const text = await textOf(bytes);
    expect(text).toBe([...Array(6).fill(first), ...Array(6).fill(second)].join(' '));
  });

  it('takes large numbered lines for headings where they do not end as sentences do', async () => {
    const bytes = await pdfOf((kit) => {
      kit.fontSize(16).text('1. What was found').fontSize(11).text('The costs grew, and so did the delays.');
      kit.moveDown().fontSize(16).text('2. It was not said before.');
      kit.fontSize(11).text('Nobody knows why, and nobody in the ministry wanted to say a word of it.');
    });
    const { doc } = await readPdf(bytes, undefined);
    expect(doc.content.map(({ type }) => type)).toEqual(['heading', 'paragraph', 'paragraph', 'paragraph']);
  });

  it('keeps lists as lines of their own, and says which pages have no text', async () => {
    const bytes = await pdfOf((kit) => {
      kit
        .fontSize(11)
        .text('Three things grew:')
        .text('1. The costs.')
        .text('2. The delays.')
        .text('• The anger.');
      kit.addPage().rect(100, 100, 200, 200).fill('grey');
    });
    const draft = await readPdf(bytes, undefined);
    expect(canonicalText(draft.doc)).toBe(
      'Three things grew:\n\n1. The costs.\n\n2. The delays.\n\n• The anger.',
    );
    expect(draft.warnings).toEqual(['No text on page 2: pictures of text do not come in.']);
  });

  it.each([
    [
      'pictures of pages',
      pdfOf((kit) => void kit.rect(72, 72, 300, 300).fill('grey')),
      'only pictures of its pages',
    ],
    ['a password', pdfOf((kit) => void kit.text('Secret'), { userPassword: 'x' }), 'protected by a password'],
    [
      'a file that is cut off',
      pdfOf((kit) => void kit.text('Cut')).then((bytes) => bytes.subarray(0, 60)),
      'damaged or cut off',
    ],
  ])('refuses %s with a sentence', async (_name, bytes, words) => {
    await expect(readPdf(new Uint8Array(await bytes), undefined)).rejects.toThrow(words);
  });
});
