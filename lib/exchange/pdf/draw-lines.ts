import type { Faces } from './faces';
import type { Fragment, LaidLine } from './lay-out';
import type { EmbeddedFont, SetWith } from './set-words';

type Doc = PDFKit.PDFDocument;
type Element = PDFKit.PDFStructureElement;

/** What lines are drawn with. */
export type Pen = { readonly doc: Doc; readonly faces: Faces; readonly set: SetWith };

/** A line at its place on the present page. */
export type PlacedLine = LaidLine & { readonly x: number; readonly y: number; readonly lineHeight: number };

/**
 * Lines of one element on one page: what lies behind their words, the words as one content of the element, what lies
 * under them. What is no word is an artifact, which nobody reads aloud.
 */
export function drawLines(pen: Pen, own: Element, lines: readonly PlacedLine[]): void {
  const { doc } = pen;
  const filled = lines.filter(({ fragments }) => fragments.some(({ look }) => look.fill !== undefined));
  if (filled.length > 0) asArtifact(doc, () => drawFills(doc, filled));
  drawContent(pen, own, lines);
  const lined = lines.filter(({ fragments }) => fragments.some(hasLine));
  if (lined.length > 0) asArtifact(doc, () => drawUnderlines(doc, lined));
}

/** Draws something that is no content. */
export function asArtifact(doc: Doc, draw: () => void): void {
  doc.markContent('Artifact', { type: 'Layout' });
  draw();
  doc.endMarkedContent();
}

/** Words without an element around them, each on the line that all fonts stand on. */
export function drawWords(pen: Pen, fragments: readonly Fragment[], { x, y, lineHeight }: Place): void {
  const shown = fragments.map((fragment) => {
    const { look } = fragment;
    const top = y + (lineHeight - look.size) / 2 - (look.rise ?? 0);
    return shownFragment(pen, fragment, { x: x + fragment.x, y: top + look.size * 0.86 });
  });
  pen.doc.addContent(`BT ${shown.join(' ')} ET`);
}

type Place = { readonly x: number; readonly y: number; readonly lineHeight: number };

function shownFragment(
  { doc, faces, set }: Pen,
  { words, font, look }: Fragment,
  { x, y }: { readonly x: number; readonly y: number },
): string {
  const embedded = faces.embedded(font);
  addToPage(doc, embedded);
  const shown = words.map((text) => {
    const operators = set(text, embedded).show(look.size);
    return shapedScript.test(text)
      ? `/Span <</ActualText <${utf16(text)}>>> BDC ${operators} EMC`
      : operators;
  });
  // pdfkit's pages begin at the top: the text is turned back onto its feet.
  const place = `1 0 0 -1 ${x.toFixed(2)} ${y.toFixed(2)} Tm`;
  return `${colorOf(look.color)} rg /${embedded.id} ${look.size} Tf ${place} ${shown.join(' ')}`;
}

/** A script whose signs do not stand in the order of its letters: there, only the words say what was written. */
const shapedScript =
  /[\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Gujarati}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Gurmukhi}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Thai}\p{Extended_Pictographic}\p{Regional_Indicator}]/u;

const utf16 = (text: string): string => {
  let hex = 'feff';
  for (let at = 0; at < text.length; at += 1) hex += text.charCodeAt(at).toString(16).padStart(4, '0');
  return hex;
};

function addToPage(doc: Doc, font: EmbeddedFont): void {
  // What a page's resources hold is left out of pdfkit's types.
  const { fonts } = doc.page as unknown as { readonly fonts: Record<string, unknown> };
  fonts[font.id] ??= font.ref();
}

const colors = new Map<string, string>();

function colorOf(hex: string): string {
  const known = colors.get(hex);
  if (known !== undefined) return known;
  const parts = [1, 3, 5].map((at) => (Number.parseInt(hex.slice(at, at + 2), 16) / 255).toFixed(3));
  colors.set(hex, parts.join(' '));
  return parts.join(' ');
}

function drawFills(doc: Doc, lines: readonly PlacedLine[]): void {
  for (const { fragments, x, y, lineHeight } of lines)
    for (const { look, x: from, width } of fragments)
      if (look.fill !== undefined) doc.rect(x + from, y + 1, width, lineHeight - 1.5).fill(look.fill);
}

/** Words that lead somewhere are elements of their own; between two of them, all lines are one content. */
function drawContent(pen: Pen, own: Element, lines: readonly PlacedLine[]): void {
  const { doc } = pen;
  let content: PDFKit.PDFStructureContent | undefined;
  const end = (): void => {
    if (content === undefined) return;
    doc.endMarkedContent();
    own.add(content);
    content = undefined;
  };
  for (const line of lines) {
    for (const group of groupsOf(line.fragments)) {
      if (isLink(group[0])) {
        end();
        drawLink(pen, own, line, group);
      } else {
        content ??= doc.markStructureContent('Span');
        drawWords(pen, group, line);
      }
    }
  }
  end();
}

const isLink = (fragment: Fragment | undefined): boolean =>
  fragment?.look.href !== undefined || fragment?.look.goTo !== undefined;

function groupsOf(fragments: readonly Fragment[]): readonly (readonly Fragment[])[] {
  const groups: Fragment[][] = [];
  for (const fragment of fragments) {
    const last = groups[groups.length - 1];
    const { href, goTo } = fragment.look;
    if (last?.[0]?.look.href === href && last?.[0]?.look.goTo === goTo && last !== undefined)
      last.push(fragment);
    else groups.push([fragment]);
  }
  return groups;
}

function drawLink({ doc, ...pen }: Pen, own: Element, line: PlacedLine, group: readonly Fragment[]): void {
  const [first] = group;
  if (first === undefined) return;
  const element = doc.struct('Link');
  own.add(element);
  const content = doc.markStructureContent('Link');
  drawWords({ doc, ...pen }, group, line);
  doc.endMarkedContent();
  element.add(content);
  const width = group.reduce((sum, fragment) => sum + fragment.width, 0);
  const words = group.map(({ text }) => text).join('');
  // pdfkit writes a primitive string as a name, and an object as the text that is wanted here.
  const options = { structParent: element, Contents: new String(words) as string };
  const { href, goTo } = first.look;
  const [left, height] = [line.x + first.x, line.lineHeight];
  if (href !== undefined) doc.link(left, line.y, width, height, href, options);
  else doc.goTo(left, line.y, width, height, goTo ?? '', options);
  element.end();
}

const hasLine = ({ look }: Fragment): boolean => (look.under?.length ?? 0) > 0 || look.isStruck === true;

function drawUnderlines(doc: Doc, lines: readonly PlacedLine[]): void {
  for (const { fragments, x, y, lineHeight } of lines)
    for (const fragment of fragments.filter(hasLine))
      drawUnderline(doc, fragment, x, y + (lineHeight + fragment.look.size) / 2);
}

function drawUnderline(doc: Doc, { look, x: from, width }: Fragment, x: number, base: number): void {
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
