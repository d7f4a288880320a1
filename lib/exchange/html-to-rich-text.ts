import { marked } from 'marked';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { isSafeHref } from '@/lib/domain/article-doc';
import {
  maxNoteLength,
  plainToRichText,
  type RichBlock,
  type RichInline,
  type RichItem,
  type RichMark,
  type RichText,
  richTextToPlain,
} from '@/lib/domain/rich-text';

type Node = DefaultTreeAdapterTypes.ChildNode;

/**
 * HTML of another program as the body of a note. Words, bold, italic, safe links, lists and quotes stay; everything
 * else of it is only its words, and what is no text (scripts, styles, frames) is nothing. A page that is nested
 * absurdly deep is its words alone. Several bodies where it is longer than a note may be, none where it says nothing.
 */
export function htmlToNotes(html: string, spaces: Spaces = 'collapsed'): readonly RichText[] {
  const { childNodes } = parseFragment(html);
  const blocks: RichBlock[] = [];
  readInto(blocks, childNodes, { depth: 0, spaces });
  return asNotes({ type: 'doc', content: blocks });
}

/** White space is one space, as a page shows it, or stands as it is: in Galley's own HTML each of it was meant. */
export type Spaces = 'collapsed' | 'kept';
type Place = { readonly depth: number; readonly spaces: Spaces };
const below = ({ depth, spaces }: Place): Place => ({ depth: depth + 1, spaces });

/** Markdown of another program as the bodies of notes, by way of its HTML. */
export function markdownToNotes(words: string): readonly RichText[] {
  // Longer than any note: nobody wrote that by hand, and reading it as Markdown could take long.
  if (words.length > maxNoteLength) return plainToNotes(words);
  try {
    return htmlToNotes(marked.parse(words, { async: false, gfm: true, breaks: true }));
  } catch (error) {
    // It calls itself for each level: only absurd nesting fills the stack.
    if (error instanceof RangeError) return plainToNotes(words);
    throw error;
  }
}

/**
 * How much there is to read in a text beside its words: each such sign costs time, and a file may hold nothing else.
 */
export function countFormatting(words: string): number {
  return words.match(/[<*_`[\]~|]/g)?.length ?? 0;
}

/** Plain words as the bodies of notes. */
export function plainToNotes(words: string): readonly RichText[] {
  return asNotes(plainToRichText(words.replace(/\r\n?/g, '\n').trim()));
}

function asNotes(body: RichText): readonly RichText[] {
  const words = richTextToPlain(body);
  if (words.trim() === '') return [];
  if (words.length <= maxNoteLength && body.content.length <= maxBlocks) return [body];
  const pieces: RichText[] = [];
  for (let start = 0; start < words.length; start += pieceLength)
    pieces.push(plainToRichText(words.slice(start, start + pieceLength).replace(/\n{2,}/g, '\n')));
  return pieces.filter((piece) => richTextToPlain(piece).trim() !== '');
}

const maxBlocks = 1_500;
/** Room for a line that says who wrote it. */
const pieceLength = maxNoteLength - 1_000;
const maxDepth = 20;

const silent = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'iframe',
  'object',
  'svg',
  'math',
  'head',
]);
const lineNames = new Set(
  'p div h1 h2 h3 h4 h5 h6 pre section article header footer table tr dl dt dd figure figcaption address'.split(
    ' ',
  ),
);

/** Reads nodes into blocks; words between blocks become paragraphs. */
function readInto(blocks: RichBlock[], nodes: readonly Node[], place: Place): void {
  let line: RichInline[] = [];
  const flush = (): void => {
    const content = place.spaces === 'kept' ? line : tidied(line);
    if (content.length > 0) blocks.push({ type: 'paragraph', content });
    line = [];
  };
  for (const node of nodes) {
    if (!('tagName' in node)) {
      if ('value' in node) line.push(...textOf(node.value, []));
      continue;
    }
    const { tagName: name } = node;
    if (silent.has(name)) continue;
    if (place.depth >= maxDepth) line.push(...textOf(wordsOf(node), []));
    else if (name === 'ul' || name === 'ol') {
      flush();
      const items = itemsOf(node.childNodes, below(place));
      if (items.length > 0)
        blocks.push({ type: name === 'ol' ? 'orderedList' : 'bulletList', content: items });
    } else if (name === 'blockquote') {
      flush();
      const inner: RichBlock[] = [];
      readInto(inner, node.childNodes, below(place));
      if (inner.length > 0) blocks.push({ type: 'blockquote', content: inner });
    } else if (lineNames.has(name) || hasBlock(node)) {
      flush();
      if (name === 'p' && node.childNodes.length === 0 && place.spaces === 'kept')
        blocks.push({ type: 'paragraph' });
      readInto(blocks, node.childNodes, below(place));
    } else line.push(...inlineOf(node, [], place.depth + 1));
  }
  flush();
}

function itemsOf(nodes: readonly Node[], place: Place): readonly RichItem[] {
  return nodes.flatMap((node): RichItem[] => {
    const content: RichBlock[] = [];
    readInto(content, 'tagName' in node && node.tagName === 'li' ? node.childNodes : [node], place);
    return content.length === 0 ? [] : [{ type: 'listItem', content }];
  });
}

function inlineOf(node: Node, marks: readonly RichMark[], depth: number): RichInline[] {
  if (!('tagName' in node)) return 'value' in node ? textOf(node.value, marks) : [];
  const { tagName: name } = node;
  if (silent.has(name)) return [];
  if (name === 'br') return [{ type: 'hardBreak' }];
  if (name === 'img') {
    const alt = node.attrs.find((attribute) => attribute.name === 'alt')?.value ?? '';
    return textOf(alt === '' ? '[Image]' : `[Image: ${alt}]`, marks);
  }
  if (depth >= maxDepth) return textOf(wordsOf(node), marks);
  const own = markOf(name, node.attrs);
  const next = own === null || marks.some(({ type }) => type === own.type) ? marks : [...marks, own];
  return node.childNodes.flatMap((child) => inlineOf(child, next, depth + 1));
}

function markOf(
  name: string,
  attributes: readonly { readonly name: string; readonly value: string }[],
): RichMark | null {
  if (name === 'b' || name === 'strong') return { type: 'bold' };
  if (name === 'i' || name === 'em') return { type: 'italic' };
  const href =
    name === 'a' ? attributes.find((attribute) => attribute.name === 'href')?.value.trim() : undefined;
  return href !== undefined && isSafeHref(href) ? { type: 'link', attrs: { href } } : null;
}

const textOf = (words: string, marks: readonly RichMark[]): RichInline[] =>
  words === '' ? [] : [{ type: 'text', text: words, ...(marks.length > 0 && { marks }) }];

/** White space as a page shows it: one space, none at the ends of a line. */
function tidied(line: readonly RichInline[]): RichInline[] {
  const tidy: RichInline[] = [];
  let isAfterSpace = true;
  for (const part of line) {
    if (part.type === 'hardBreak') {
      tidy.push(part);
      isAfterSpace = true;
      continue;
    }
    let text = part.text.replace(/[ \t\r\n\f]+/g, ' ');
    if (isAfterSpace) text = text.replace(/^ /, '');
    if (text === '') continue;
    isAfterSpace = text.endsWith(' ');
    tidy.push({ ...part, text });
  }
  const last = tidy.at(-1);
  if (last?.type === 'text') {
    const text = last.text.replace(/ $/, '');
    tidy.pop();
    if (text !== '') tidy.push({ ...last, text });
  }
  return tidy;
}

function hasBlock(node: Node): boolean {
  if (!('childNodes' in node)) return false;
  return node.childNodes.some(
    (child) =>
      'tagName' in child &&
      (lineNames.has(child.tagName) || ['ul', 'ol', 'blockquote'].includes(child.tagName)),
  );
}

/** All words below a node, without going down by calls: nesting may be absurd. */
function wordsOf(node: Node): string {
  const words: string[] = [];
  const open: Node[] = [node];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if ('tagName' in next && silent.has(next.tagName)) continue;
    if ('value' in next && !('tagName' in next)) words.push(next.value);
    if ('childNodes' in next) open.push(...next.childNodes.toReversed());
  }
  return words.join(' ');
}
