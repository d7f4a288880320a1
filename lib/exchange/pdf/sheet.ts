import PDFDocument from 'pdfkit';
import { type Faces, openFaces } from './faces';
import { type Fragment, type LaidLine, type LayOut, layOut, type StyledRun } from './lay-out';

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
  readonly end: () => Promise<Uint8Array>;
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
};
export type RowCell = {
  readonly type: 'TH' | 'TD';
  readonly width: number;
  readonly runs: readonly StyledRun[];
  readonly lineHeight: number;
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
  const bytes: Uint8Array[] = [];
  doc.on('data', (part: Uint8Array) => bytes.push(part));
  const done = new Promise<void>((resolve) => doc.on('end', resolve));
  const root = doc.struct('Document', { lang: about.language });
  doc.addStructure(root);
  const tools = toolsOf(doc);
  const elements: Element[] = [root];
  const outline: PDFKit.PDFOutline[] = [doc.outline];
  let y = 0;
  let pages = 0;

  const parent = (): Element => elements[elements.length - 1] ?? root;
  const newPage = (): void => {
    doc.addPage();
    pages += 1;
    y = margin;
    drawFoot(doc, tools, about.foot, pages);
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
    paragraph(runs, { type, lineHeight, indent = 0, after = 0, bar, barAt = indent, lang }) {
      const lines = layOut(runs, sheet.width - indent, tools);
      const own = element(type, lang);
      // Two lines at least stand together at the foot of a page and at the head of the next.
      if (lines.length > 1) keep(2 * lineHeight);
      for (const [index, line] of lines.entries()) {
        const isLastButOne = index === lines.length - 2 && lines.length > 3;
        keep(isLastButOne ? 2 * lineHeight : lineHeight);
        if (bar !== undefined)
          drawBar(
            doc,
            margin + barAt - 9,
            y,
            lineHeight + (index === lines.length - 1 ? Math.min(after, 2) : 0),
            bar,
          );
        drawLine(doc, own, line, { x: margin + indent, y, lineHeight });
        y += lineHeight;
      }
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
      const laid = cells.map((cell) => ({ cell, lines: layOut(cell.runs, cell.width - 2 * pad, tools) }));
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
            drawLine(doc, part, line, { x: x + pad, y, lineHeight });
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
    async end() {
      root.end();
      doc.end();
      await done;
      return Buffer.concat(bytes);
    },
  };
  return sheet;
}

type Doc = PDFKit.PDFDocument;

function toolsOf(doc: Doc): LayOut {
  const faces: Faces = openFaces(doc);
  const widths = new Map<string, Map<string, number>>();
  return {
    faces,
    measure(text, font, size) {
      let ofFont = widths.get(font);
      if (ofFont === undefined) {
        ofFont = new Map();
        widths.set(font, ofFont);
      }
      let perPoint = ofFont.get(text);
      if (perPoint === undefined) {
        doc.font(font).fontSize(100);
        perPoint = doc.widthOfString(text, shaping(text)) / 100;
        if (text.length < 40) ofFont.set(text, perPoint);
      }
      return perPoint * size;
    },
  };
}

/** With a list of features, even an empty one, pdfkit shapes words whole; without, it cuts them at their spaces. */
const shaping = (text: string): { features?: [] } =>
  /[^\u0020-\u02ff\u2000-\u206f]/u.test(text) ? { features: [] } : {};

function asArtifact(doc: Doc, draw: () => void): void {
  doc.markContent('Artifact', { type: 'Layout' });
  draw();
  doc.endMarkedContent();
}

function drawFoot(doc: Doc, tools: LayOut, foot: string, page: number): void {
  const look = { face: { family: 'sans', isBold: false, isItalic: false }, size: 8, color: quiet } as const;
  const at = doc.page.height - 40;
  doc.markContent('Artifact', { type: 'Pagination' });
  const [words] = layOut([{ text: foot, look }], 400, tools);
  const [number] = layOut([{ text: String(page), look }], 100, tools);
  if (words !== undefined) for (const fragment of words.fragments) drawWords(doc, fragment, margin, at);
  if (number !== undefined)
    for (const fragment of number.fragments)
      drawWords(doc, fragment, doc.page.width - margin - number.width, at);
  doc.endMarkedContent();
}

function drawBar(doc: Doc, x: number, y: number, height: number, color: string): void {
  asArtifact(doc, () => doc.rect(x, y, 2, height).fill(color));
}

type Place = { readonly x: number; readonly y: number; readonly lineHeight: number };

/** A line: what lies behind its words, the words as content of their element, what lies under them. */
function drawLine(doc: Doc, own: Element, { fragments }: LaidLine, { x, y, lineHeight }: Place): void {
  const filled = fragments.filter(({ look }) => look.fill !== undefined);
  if (filled.length > 0)
    asArtifact(doc, () => {
      for (const { look, x: from, width } of filled)
        doc.rect(x + from, y + 1, width, lineHeight - 1.5).fill(look.fill ?? '#FFFFFF');
    });
  drawContent(doc, own, fragments, { x, y, lineHeight });
  const lined = fragments.filter(({ look }) => (look.under?.length ?? 0) > 0 || look.isStruck === true);
  if (lined.length > 0)
    asArtifact(doc, () => {
      for (const fragment of lined)
        drawUnderlines(doc, fragment, x, y + (lineHeight + fragment.look.size) / 2);
    });
}

/** Words that lead somewhere are elements of their own. */
function drawContent(
  doc: Doc,
  own: Element,
  fragments: readonly Fragment[],
  { x, y, lineHeight }: Place,
): void {
  let at = 0;
  while (at < fragments.length) {
    const first = fragments[at];
    if (first === undefined) break;
    const { href, goTo } = first.look;
    let to = at + 1;
    while (to < fragments.length && fragments[to]?.look.href === href && fragments[to]?.look.goTo === goTo)
      to += 1;
    const group = fragments.slice(at, to);
    const isLink = href !== undefined || goTo !== undefined;
    const element = isLink ? doc.struct('Link') : own;
    if (isLink) own.add(element);
    const content = doc.markStructureContent(isLink ? 'Link' : 'Span');
    for (const fragment of group)
      drawWords(doc, fragment, x, y + (lineHeight - fragment.look.size) / 2 - (fragment.look.rise ?? 0));
    doc.endMarkedContent();
    element.add(content);
    if (isLink) {
      const width = group.reduce((sum, fragment) => sum + fragment.width, 0);
      const words = group.map(({ text }) => text).join('');
      // pdfkit writes a primitive string as a name, and an object as the text that is wanted here.
      const options = { structParent: element, Contents: new String(words) as string };
      if (href !== undefined) doc.link(x + first.x, y, width, lineHeight, href, options);
      else doc.goTo(x + first.x, y, width, lineHeight, goTo ?? '', options);
      element.end();
    }
    at = to;
  }
}

function drawWords(
  doc: Doc,
  { text, font, look, x: from, isRightToLeft }: Fragment,
  x: number,
  y: number,
): void {
  doc.font(font).fontSize(look.size).fillColor(look.color);
  const features = isRightToLeft ? { features: [] } : shaping(text);
  // A shaped script may share one sign among several letters: then only the words themselves say what was written.
  const isShaped = shapedScript.test(text);
  if (isShaped) doc.markContent('Span', { actual: text });
  // Fonts differ in what lies above their letters: all stand on one line.
  doc.text(text, x + from, y + look.size * 0.86, { lineBreak: false, baseline: 'alphabetic', ...features });
  if (isShaped) doc.endMarkedContent();
}

const shapedScript = /\p{Script=Arabic}|\p{Script=Devanagari}/u;

function drawUnderlines(doc: Doc, { look, x: from, width }: Fragment, x: number, base: number): void {
  const start = x + from;
  if (look.isStruck === true)
    doc
      .moveTo(start, base - look.size * 0.42)
      .lineTo(start + width, base - look.size * 0.42)
      .lineWidth(0.7)
      .stroke(look.color);
  for (const [index, { style, color }] of (look.under ?? []).slice(0, 3).entries()) {
    const y = base + index * 2;
    if (style === 'double') {
      doc
        .moveTo(start, y - 0.7)
        .lineTo(start + width, y - 0.7)
        .moveTo(start, y + 0.7)
        .lineTo(start + width, y + 0.7);
      doc.lineWidth(0.5).stroke(color);
    } else if (style === 'wavy') {
      doc.moveTo(start, y);
      for (let step = 0; step < width; step += 3)
        doc.quadraticCurveTo(
          start + step + 1.5,
          y + (step % 6 === 0 ? -1.6 : 1.6),
          start + Math.min(width, step + 3),
          y,
        );
      doc.lineWidth(0.6).stroke(color);
    } else {
      if (style === 'dotted') doc.dash(1, { space: 1.4 });
      doc
        .moveTo(start, y)
        .lineTo(start + width, y)
        .lineWidth(0.8)
        .stroke(color);
      doc.undash();
    }
  }
}
