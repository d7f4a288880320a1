import PDFDocument from 'pdfkit';
import type { WritingDirection } from '@/lib/domain/direction';
import { asArtifact, drawLines, drawWords, type Pen, type PlacedLine } from './draw-lines';
import { openFaces } from './faces';
import { type LayOut, layOut, type StyledRun } from './lay-out';
import { openTotal, type Total } from './page-total';
import { type EmbeddedFont, openSetting } from './set-words';

export type Element = PDFKit.PDFStructureElement;

/** The pages of a PDF that is being written, from top to bottom. */
export type Sheet = {
  readonly width: number;
  /** Sets a paragraph as one element of the structure and moves below it. */
  readonly paragraph: (runs: readonly StyledRun[], options: ParagraphOptions) => void;
  /** Starts a new page where less than this is left of the present one. */
  readonly keep: (height: number) => void;
  readonly space: (height: number) => void;
  readonly newPage: () => void;
  /** Everything that `write` sets becomes a part of a new element. */
  readonly within: (type: string, write: () => void) => void;
  /** A place that links lead to, and a bookmark for it. */
  readonly target: (name: string) => void;
  readonly bookmark: (title: string, level: number) => void;
  /** A thin line across the page, no content. */
  readonly rule: () => void;
  /** Cells beside each other, each with its own width, kept on one page where they fit. */
  readonly row: (cells: readonly RowCell[]) => void;
  /** What of the file is written since it was last asked for, in blocks. */
  readonly written: () => readonly Uint8Array[];
  /** Ends the document, and gives what was not asked for yet. */
  readonly end: () => Promise<readonly Uint8Array[]>;
};

export type ParagraphOptions = {
  /** The structure type of PDF 1.7, section 14.8.4: P, H1 to H6, LI, BlockQuote, Code … */
  readonly type: string;
  readonly lineHeight: number;
  readonly indent?: number | undefined;
  readonly after?: number | undefined;
  /** A coloured bar at the left of the lines. */
  readonly bar?: string | undefined;
  /** Where the bar is, if not before the indent. */
  readonly barAt?: number | undefined;
  readonly lang?: string | undefined;
  /** Of the article, where its own text is written. */
  readonly direction?: WritingDirection | null | undefined;
};
export type RowCell = {
  readonly type: 'TH' | 'TD';
  readonly width: number;
  readonly runs: readonly StyledRun[];
  readonly lineHeight: number;
  readonly direction?: WritingDirection | null | undefined;
};

export type SheetAbout = {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly language: string;
  readonly at: string;
  /** What stands at the foot of every page, before its number. */
  readonly foot: string;
};

const margin = 62;
const bottom = 64;
const quiet = '#5B564E';

/** Opens an A4 document: tagged (PDF 1.7, section 14.8), with its language, title and bookmarks. */
export function openSheet(about: SheetAbout): Sheet {
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    pdfVersion: '1.7',
    tagged: true,
    lang: about.language,
    displayTitle: true,
    info: {
      Title: about.title,
      Author: about.author,
      Subject: about.subject,
      Creator: 'Galley',
      Producer: 'Galley',
      CreationDate: new Date(about.at),
      ModDate: new Date(about.at),
    },
  });
  const bytes = openBlocks();
  doc.on('data', bytes.add);
  const done = new Promise<void>((resolve) => doc.on('end', resolve));
  const root = doc.struct('Document', { lang: about.language });
  doc.addStructure(root);
  const faces = openFaces((name, bytes) => {
    doc.registerFont(name, bytes);
    doc.font(name);
    // pdfkit has just opened the font and keeps it here, which its types leave out.
    return (doc as unknown as { readonly _font: EmbeddedFont })._font;
  });
  const set = openSetting();
  const pen: Pen = { doc, faces, set };
  const measure = (text: string, font: string, size: number): number =>
    font === '' ? 0 : set(text, faces.embedded(font)).width * size;
  const tools: LayOut = { faces, measure };
  const total = openTotal(pen);
  const elements: Element[] = [root];
  const outline: PDFKit.PDFOutline[] = [doc.outline];
  let y = 0;
  let pages = 0;

  const parent = (): Element => elements[elements.length - 1] ?? root;
  const newPage = (): void => {
    doc.addPage();
    pages += 1;
    y = margin;
    drawFoot(pen, tools, { words: about.foot, page: pages, total });
  };
  const left = (): number => doc.page.height - bottom - y;
  const keep = (height: number): void => {
    if (pages === 0 || left() < height) newPage();
  };
  const element = (type: string, lang?: string): Element => {
    const made = doc.struct(type, lang === undefined ? {} : { lang });
    parent().add(made);
    return made;
  };

  const sheet: Sheet = {
    width: 595.28 - 2 * margin,
    keep,
    newPage,
    space: (height) => {
      y += height;
    },
    paragraph(runs, { type, lineHeight, indent = 0, after = 0, bar, barAt = indent, lang, direction }) {
      const lines = layOut(runs, sheet.width - indent, tools, direction);
      const own = element(type, lang);
      const x = margin + barAt - 9;
      let onPage: PlacedLine[] = [];
      const draw = (below: number): void => {
        const [first] = onPage;
        if (first === undefined) return;
        const height = onPage.length * lineHeight + below;
        if (bar !== undefined) drawBar(doc, { x, y: first.y, height, color: bar });
        drawLines(pen, own, onPage);
        onPage = [];
      };
      // Two lines at least stand together at the foot of a page and at the head of the next.
      if (lines.length > 1) keep(2 * lineHeight);
      for (const [index, line] of lines.entries()) {
        const isLastButOne = index === lines.length - 2 && lines.length > 3;
        const wanted = isLastButOne ? 2 * lineHeight : lineHeight;
        if (pages === 0 || left() < wanted) draw(0);
        keep(wanted);
        onPage.push({ ...line, x: margin + indent, y, lineHeight });
        y += lineHeight;
      }
      draw(Math.min(after, 2));
      own.end();
      y += after;
    },
    within(type, write) {
      const own = element(type);
      elements.push(own);
      write();
      elements.pop();
      own.end();
    },
    target: (name) => {
      keep(1);
      doc.addNamedDestination(name, 'XYZ', 0, Math.max(0, y - 6), null);
    },
    bookmark(title, level) {
      keep(1);
      outline.length = Math.min(outline.length, level);
      const above = outline[outline.length - 1] ?? doc.outline;
      outline.push(above.addItem(title.slice(0, 200), { expanded: level === 1 }));
    },
    rule() {
      keep(12);
      asArtifact(doc, () =>
        doc
          .moveTo(margin, y + 4)
          .lineTo(margin + sheet.width, y + 4)
          .lineWidth(0.6)
          .stroke('#B3ADA1'),
      );
      y += 14;
    },
    row(cells) {
      const pad = 4;
      const laid = cells.map((cell) => ({
        cell,
        lines: layOut(cell.runs, cell.width - 2 * pad, tools, cell.direction),
      }));
      const most = Math.max(1, ...laid.map(({ lines }) => lines.length));
      const lineHeight = Math.max(...cells.map((cell) => cell.lineHeight));
      // A row that no page has room for goes on over the page, line by line.
      keep(Math.min(most * lineHeight + 2 * pad, 400));
      const own = element('TR');
      const parts = laid.map(({ cell }) => {
        const part = doc.struct(cell.type);
        own.add(part);
        return part;
      });
      y += pad;
      for (let index = 0; index < most; index += 1) {
        keep(lineHeight);
        let x = margin;
        for (const [column, { cell, lines }] of laid.entries()) {
          const line = lines[index];
          const part = parts[column];
          if (line !== undefined && part !== undefined)
            drawLines(pen, part, [{ ...line, x: x + pad, y, lineHeight }]);
          x += cell.width;
        }
        y += lineHeight;
      }
      y += pad;
      asArtifact(doc, () =>
        doc
          .moveTo(margin, y)
          .lineTo(margin + sheet.width, y)
          .lineWidth(0.4)
          .stroke('#D9D3C6'),
      );
      own.end();
    },
    written: bytes.full,
    async end() {
      root.end();
      total.write(pages);
      doc.end();
      await done;
      return bytes.rest();
    },
  };
  return sheet;
}

const blockLength = 1 << 18;

/** Bytes that come in hundreds of thousands of small parts, given on in large ones. */
function openBlocks() {
  let full: Uint8Array[] = [];
  let block = Buffer.allocUnsafe(blockLength);
  let used = 0;
  const takeFull = (): readonly Uint8Array[] => {
    const taken = full;
    full = [];
    return taken;
  };
  return {
    add(part: Uint8Array): void {
      if (used + part.length > block.length) {
        full.push(block.subarray(0, used));
        block = Buffer.allocUnsafe(Math.max(blockLength, part.length));
        used = 0;
      }
      block.set(part, used);
      used += part.length;
    },
    full: takeFull,
    rest: (): readonly Uint8Array[] => [...takeFull(), block.subarray(0, used)],
  };
}

type Doc = PDFKit.PDFDocument;

const footLook = {
  face: { family: 'sans', isBold: false, isItalic: false },
  size: 8,
  color: quiet,
} as const;

type Foot = { readonly words: string; readonly page: number; readonly total: Total };

function drawFoot(pen: Pen, tools: LayOut, { words, page, total }: Foot): void {
  const { doc } = pen;
  const place = { y: doc.page.height - 40, lineHeight: footLook.size };
  const edge = doc.page.width - margin - total.width;
  doc.markContent('Artifact', { type: 'Pagination' });
  const [line] = layOut([{ text: words, look: footLook }], 400, tools);
  const [number] = layOut([{ text: `${page} of `, look: footLook }], 100, tools);
  if (line !== undefined) drawWords(pen, line.fragments, { x: margin, ...place });
  if (number !== undefined) drawWords(pen, number.fragments, { x: edge - number.width, ...place });
  total.draw(edge, place.y + footLook.size * 0.86);
  doc.endMarkedContent();
}

function drawBar(doc: Doc, { x, y, height, color }: Bar): void {
  asArtifact(doc, () => doc.rect(x, y, 2, height).fill(color));
}

type Bar = { readonly x: number; readonly y: number; readonly height: number; readonly color: string };
