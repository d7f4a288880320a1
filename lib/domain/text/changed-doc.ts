import {
  type ArticleBlock,
  type ArticleDoc,
  type ArticleInline,
  type ArticleNode,
  blockText,
  childrenOf,
  isTextBlock,
  type ListItem,
  type PlacedBlock,
  placedBlocks,
  type TextBlock,
} from '../article-doc';
import { joinedInlines } from './joined-inlines';

/**
 * Words that are to stand in place of a passage of the canonical text (UTF-16 code units). In them a line feed ends a
 * paragraph and U+2028 breaks a line.
 */
export type DocEdit = { readonly start: number; readonly end: number; readonly inserted: string };

/**
 * A document with some of its words changed: marks of the words around are kept, a new paragraph becomes a paragraph
 * (in a list, an item), and a paragraph that loses its last word goes. Edits do not overlap.
 */
export function changedDoc(doc: ArticleDoc, edits: readonly DocEdit[]): ArticleDoc {
  const latestFirst = edits.toSorted((a, b) => b.start - a.start || b.end - a.end);
  return latestFirst.reduce(withEdit, doc);
}

function withEdit(doc: ArticleDoc, { start, end, inserted }: DocEdit): ArticleDoc {
  const placed = placedBlocks(doc);
  const from = placed.findIndex((place) => place.start <= start && start <= place.end && holdsWords(place));
  const to = Math.max(
    from,
    start === end
      ? from
      : placed.findLastIndex((place) => place.start <= end && end <= place.end && holdsWords(place)),
  );
  const [first, last] = [placed[from], placed[to]];
  if (first === undefined || last === undefined) return doc;
  const before = cut(first.block, 0, start - first.start);
  const after = cut(last.block, end - last.start, last.end - last.start);
  const gone = new Map<TextBlock, readonly Paragraph[]>();
  for (const { block } of placed.slice(from + 1, to + 1)) gone.set(block, []);
  const replaced = cut(first.block, start - first.start, Math.min(end, start + 1) - first.start);
  const become = paragraphsOf(inserted, { first: first.block, last: last.block, before, replaced, after });
  // A change over several paragraphs leaves the last of them where it stands.
  const closing = become.length > 1 && to > from ? become.slice(-1) : [];
  const changes: Changes = new Map([
    ...gone,
    [last.block, closing],
    [first.block, become.slice(0, become.length - closing.length)],
  ]);
  // The document's own nodes stay such nodes: only what they hold has changed.
  return { type: 'doc', content: doc.content.flatMap((node) => rebuilt(node, changes)) as ArticleBlock[] };
}

type Content = readonly ArticleInline[];
/** A paragraph to be, of the kind of a block that is there. */
type Paragraph = { readonly like: TextBlock | null; readonly content: Content };
/** What becomes of text blocks; of others nothing. */
type Changes = ReadonlyMap<TextBlock, readonly Paragraph[]>;
type Ends = {
  readonly first: TextBlock;
  readonly last: TextBlock;
  readonly before: Content;
  /** The first of the words that go. */
  readonly replaced: Content;
  readonly after: Content;
};

const holdsWords = ({ block }: PlacedBlock): boolean => blockText(block) !== '';

function paragraphsOf(
  inserted: string,
  { first, last, before, replaced, after }: Ends,
): readonly Paragraph[] {
  const [opening = '', ...rest] = inserted.split('\n');
  const closing = rest.pop();
  const fresh = (line: string): Paragraph => ({ like: null, content: worded(line) });
  if (closing === undefined)
    return [{ like: first, content: [...before, ...worded(opening, replaced, before, after), ...after] }];
  // Whole paragraphs before one that stays what it is.
  if (before.length === 0 && closing === '' && first === last)
    return [...[opening, ...rest].map(fresh), { like: first, content: after }];
  return [
    { like: first, content: [...before, ...worded(opening, replaced, before)] },
    ...rest.map(fresh),
    { like: after.length === 0 ? null : last, content: [...worded(closing, after), ...after] },
  ];
}

/** The part of a block's content between two offsets of its text. */
function cut(block: TextBlock, from: number, to: number): Content {
  let offset = 0;
  return (block.content ?? []).flatMap((part): ArticleInline[] => {
    const length = part.type === 'text' ? part.text.length : 1;
    const [start, end] = [Math.max(from - offset, 0), Math.min(to - offset, length)];
    offset += length;
    if (start >= end) return [];
    return [part.type === 'text' ? { ...part, text: part.text.slice(start, end) } : part];
  });
}

/** New words look like those in whose place they come, or else like those beside them; they are never part of a link. */
function worded(line: string, ...beside: readonly Content[]): Content {
  const [first, second, third] = beside;
  const near = first?.[0] ?? second?.at(-1) ?? third?.[0];
  const marks = near?.type === 'text' ? (near.marks ?? []).filter(({ type }) => type !== 'link') : [];
  return line
    .split('\u2028')
    .flatMap((text, index): ArticleInline[] => [
      ...(index > 0 ? [{ type: 'hardBreak' } as const] : []),
      ...(text === '' ? [] : [{ type: 'text' as const, text, ...(marks.length > 0 && { marks }) }]),
    ]);
}

function rebuilt(node: ArticleNode, changes: Changes): readonly ArticleNode[] {
  if (isTextBlock(node)) return changes.has(node) ? blocksOf(node, changes) : [node];
  const children = childrenOf(node);
  if (children.length === 0) return [node];
  if (node.type === 'listItem') return itemsOf(node, changes);
  const content = children.flatMap((child) => rebuilt(child, changes));
  if (content.length === 0 && node.type !== 'tableCell') return [];
  const kept = content.length === 0 ? [{ type: 'paragraph', attrs: { lead: '' } }] : content;
  // Each child became nodes of its own kind.
  return [{ ...node, content: kept } as ArticleNode];
}

/** The first of the blocks that one becomes keeps its place in the text, and so its lead. */
function blocksOf(node: TextBlock, changes: Changes): readonly TextBlock[] {
  return (changes.get(node) ?? [])
    .filter(({ content }) => content.length > 0)
    .map(({ like, content: parts }, index): TextBlock => {
      const content = joinedInlines(parts);
      const lead = index === 0 ? node.attrs.lead : madeByEditor;
      if (like?.type === 'heading') return { ...like, attrs: { ...like.attrs, lead }, content };
      return { type: like?.type ?? 'paragraph', attrs: { lead }, content };
    });
}

/** What an editor gives a block that it has made; `tidyDoc` knows it. */
const madeByEditor = '\n\n';

/** A new paragraph of a list is an item; what else an item holds stays with the first. */
function itemsOf(item: ListItem, changes: Changes): readonly ListItem[] {
  const [head, ...others] = item.content;
  // A block becomes blocks.
  const inside = others.flatMap((child) => rebuilt(child, changes)) as ArticleBlock[];
  const first = head === undefined ? [] : (rebuilt(head, changes) as ArticleBlock[]);
  if (head === undefined || !isTextBlock(head) || first.length < 2) {
    const content = [...first, ...inside];
    return content.length === 0 ? [] : [{ ...item, content }];
  }
  return first.map((block, index) => ({ ...item, content: index === 0 ? [block, ...inside] : [block] }));
}
