import 'server-only';
import {
  type ArticleBlock,
  type InlineMark,
  type ListItem,
  maxNesting,
  type TableCell,
  type TableRow,
  type TextBlock,
} from '@/lib/domain/article-doc';
import { DomainError } from '@/lib/domain/errors';
import { addMark, type InlinePart, toInline } from './inline-run';

/** What reading the page found beside its blocks. */
export type HtmlCounts = { imagesWithoutText: number };

type Kind =
  | { readonly type: 'paragraph' | 'codeBlock' }
  | { readonly type: 'heading'; readonly level: number };

/** Where the walk stands: what text becomes, and which marks it carries. */
type Place = {
  readonly out: ArticleBlock[];
  readonly kind: Kind;
  readonly marks: readonly InlineMark[];
  readonly nesting: number;
};

/**
 * Reads clean HTML (no scripts, absolute links only) into blocks without leads. An image becomes a paragraph with its
 * description. Throws INVALID when lists, quotes and tables are nested too deeply. Long, because blocks hold blocks: its
 * functions call each other and count together.
 */
export function readBlocks(root: Node): { blocks: ArticleBlock[]; counts: HtmlCounts } {
  const counts: HtmlCounts = { imagesWithoutText: 0 };
  const blocks: ArticleBlock[] = [];
  let parts: InlinePart[] = [];
  let images: string[] = [];

  const flush = (place: Place): void => {
    const content = toInline(parts, place.kind.type === 'codeBlock');
    const shown = images;
    parts = [];
    images = [];
    if (content.length > 0) place.out.push(textBlock(place.kind, content));
    for (const alt of shown) {
      place.out.push(textBlock({ type: 'paragraph' }, [{ type: 'text', text: `[Image: ${alt}]` }]));
    }
  };
  const children = (node: Node, place: Place): void => {
    for (let child = node.firstChild; child !== null; child = child.nextSibling) visit(child, place);
  };
  const block = (node: Node, outer: Place, kind: Kind): void => {
    flush(outer);
    const inner = { ...outer, kind };
    children(node, inner);
    flush(inner);
  };
  const nested = (outer: Place, walk: (inner: Place) => void): ArticleBlock[] => {
    if (outer.nesting >= maxNesting) throw nestedTooDeeply();
    const out: ArticleBlock[] = [];
    const inner: Place = { ...outer, out, kind: { type: 'paragraph' }, nesting: outer.nesting + 1 };
    walk(inner);
    flush(inner);
    return out;
  };
  const list = (element: Element, place: Place): void => {
    flush(place);
    const items: ListItem[] = [];
    for (let child = element.firstChild; child !== null; child = child.nextSibling) {
      const item = child;
      const content = nested(place, (inner) => visit(item, inner));
      if (content.length > 0) items.push({ type: 'listItem', content });
    }
    if (items.length === 0) return;
    place.out.push(
      element.localName === 'ol'
        ? { type: 'orderedList', attrs: { start: startOf(element) }, content: items }
        : { type: 'bulletList', content: items },
    );
  };
  const holder = (element: Element, place: Place, type: 'blockquote' | 'figure'): void => {
    flush(place);
    const content = nested(place, (inner) => children(element, inner));
    if (content.length > 0) place.out.push({ type, content });
  };
  const table = (element: Element, place: Place): void => {
    if (isLayout(element)) {
      block(element, place, { type: 'paragraph' });
      return;
    }
    const caption = element.querySelector(':scope > caption');
    if (caption !== null) block(caption, place, { type: 'paragraph' });
    flush(place);
    const rows = Array.from(element.querySelectorAll(':scope > tr, :scope > * > tr')).flatMap(
      (row): TableRow[] => {
        const cells = Array.from(row.children).map(
          (cell): TableCell => ({
            type: 'tableCell',
            attrs: {
              isHeader: cell.localName === 'th',
              colspan: spanOf(cell, 'colspan'),
              rowspan: spanOf(cell, 'rowspan'),
            },
            content: filled(nested(place, (inner) => children(cell, inner))),
          }),
        );
        return cells.length === 0 ? [] : [{ type: 'tableRow', content: cells }];
      },
    );
    if (rows.some(hasWords)) place.out.push({ type: 'table', content: rows });
  };
  const image = (element: Element): void => {
    const alt = (element.getAttribute('alt') ?? '').replace(/\s+/g, ' ').trim().normalize('NFC');
    if (alt === '') counts.imagesWithoutText += 1;
    else images.push(alt);
  };
  const visit = (node: Node, place: Place): void => {
    if (node.nodeType === 3) {
      parts.push({ text: node.nodeValue ?? '', marks: place.marks });
      return;
    }
    if (!isElement(node)) return;
    const name = node.localName;
    const mark = markOf(node);
    if (mark !== null) {
      const isCode = mark.type === 'code' && place.kind.type === 'codeBlock';
      children(node, isCode ? place : { ...place, marks: addMark(place.marks, mark) });
    } else if (name === 'br') parts.push('break');
    else if (name === 'img') image(node);
    else if (/^h[1-6]$/.test(name)) block(node, place, { type: 'heading', level: Number(name[1]) });
    else if (name === 'ul' || name === 'ol' || name === 'menu') list(node, place);
    else if (name === 'blockquote') holder(node, place, 'blockquote');
    else if (name === 'figure' && node.querySelector('img') !== null) holder(node, place, 'figure');
    else if (name === 'pre') block(node, place, { type: 'codeBlock' });
    else if (name === 'table') table(node, place);
    else if (name === 'hr') {
      flush(place);
      place.out.push({ type: 'horizontalRule' });
    } else if (blockNames.has(name)) block(node, place, place.kind);
    else children(node, place);
  };

  const top: Place = { out: blocks, kind: { type: 'paragraph' }, marks: [], nesting: 0 };
  children(root, top);
  flush(top);
  return { blocks, counts };
}

const blockNames = new Set(
  (
    'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer ' +
    'header hr html legend li main menu ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

const isElement = (node: Node): node is Element => node.nodeType === 1;

function textBlock(kind: Kind, content: TextBlock['content']): TextBlock {
  return kind.type === 'heading'
    ? { type: 'heading', attrs: { lead: '', level: kind.level }, content }
    : { type: kind.type, attrs: { lead: '' }, content };
}

/** A table that holds whole passages, not values: pages were once laid out so. */
function isLayout(table: Element): boolean {
  if (table.querySelector('th, caption, thead') !== null) return false;
  return table.querySelector('p + p, h1, h2, h3, h4, ul, ol, blockquote') !== null;
}

/** A cell holds at least an empty paragraph. */
const filled = (content: readonly ArticleBlock[]): readonly ArticleBlock[] =>
  content.length > 0 ? content : [{ type: 'paragraph', attrs: { lead: '' } }];

const hasWords = ({ content }: TableRow): boolean =>
  content.some((cell) =>
    cell.content.some((child) => child.type !== 'paragraph' || child.content !== undefined),
  );

function spanOf(cell: Element, side: 'colspan' | 'rowspan'): number {
  const span = Number.parseInt(cell.getAttribute(side) ?? '1', 10);
  return span >= 1 && span <= 1_000 ? span : 1;
}

function startOf(list: Element): number {
  const start = Number.parseInt(list.getAttribute('start') ?? '1', 10);
  return start >= 0 && start <= 1_000_000 ? start : 1;
}

const simpleMarks: Readonly<Record<string, Exclude<InlineMark['type'], 'link'> | undefined>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  cite: 'italic',
  dfn: 'italic',
  var: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strike',
  strike: 'strike',
  del: 'strike',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
  sub: 'subscript',
  sup: 'superscript',
};

function markOf(element: Element): InlineMark | null {
  const href = element.localName === 'a' ? element.getAttribute('href') : null;
  if (href !== null) return { type: 'link', attrs: { href } };
  const type = simpleMarks[element.localName];
  return type === undefined ? null : { type };
}

function nestedTooDeeply(): DomainError {
  return new DomainError(
    'INVALID',
    `Lists and quotes in this text are nested more than ${maxNesting} levels deep. Import it as plain text.`,
  );
}
