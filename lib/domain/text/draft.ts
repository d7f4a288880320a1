import {
  type ArticleBlock,
  type ArticleDoc,
  type ArticleNode,
  type ArticleParent,
  blockText,
  childrenOf,
  isTextBlock,
  type ListItem,
  type TableRow,
  type TextBlock,
  textBlocks,
} from '../article-doc';
import type { ArticleDraft } from '../lists';

/** What a block of a draft can be made into. `heading` is level 2, `subheading` level 3. */
export const blockKinds = ['headline', 'heading', 'subheading', 'paragraph', 'quote', 'bullet'] as const;
export type BlockKind = (typeof blockKinds)[number];

/**
 * The draft with another headline, in its details and in its text. The text's headline is a heading of level 1
 * that stands first or says what the details say; it is rewritten, and where there is none it is put in front.
 * An empty title only empties the details: an article without a headline cannot be saved.
 */
export function withHeadline(draft: ArticleDraft, title: string): ArticleDraft {
  const details = { ...draft.details, title };
  const words = oneLine(title.normalize('NFC'));
  const present = findHeadline(draft);
  if (words === '' || (present && oneLine(blockText(present)) === words)) return { ...draft, details };
  const doc = present
    ? replaceBlock(draft.doc, present, headline(words, present.attrs.lead))
    : docOf([headline(words, ''), ...parted(draft.doc, textBlocks(draft.doc)[0]).content]);
  return { ...draft, details, doc };
}

/**
 * The draft without some of its text blocks (numbered as `textBlocks` has them, from 0). Emptied lists and quotes
 * go too, the rest of a numbered list is numbered anew, and the blank lines around a hole do not add up.
 * Unchanged when nothing would be left.
 */
export function withoutBlocks(draft: ArticleDraft, numbers: ReadonlySet<number>): ArticleDraft {
  const blocks = textBlocks(draft.doc);
  const gone = new Set(blocks.filter((_, number) => numbers.has(number)));
  const kept = new Map<TextBlock, TextBlock>();
  let hole = '';
  for (const block of blocks) {
    if (gone.has(block)) {
      hole = longer(hole, breaksOf(block));
      continue;
    }
    kept.set(block, withBreaks(block, kept.size === 0 ? '' : longer(hole, breaksOf(block))));
    hole = '';
  }
  if (kept.size === blocks.length || kept.size === 0) return draft;
  return { ...draft, doc: docOf(withoutOuterRules(draft.doc.content.flatMap((node) => prune(node, kept)))) };
}

/** Every block from `number` to the end, for "leave out from here on". */
export function blocksFrom(doc: ArticleDoc, number: number): ReadonlySet<number> {
  return new Set(textBlocks(doc).flatMap((_, at) => (at >= number ? [at] : [])));
}

/** What a block is now; `undefined` for what none of the kinds describes (code, a numbered item). */
export function findBlockKind(doc: ArticleDoc, number: number): BlockKind | undefined {
  const block = textBlocks(doc)[number];
  const top = block && doc.content.find((node) => holds(node, block));
  switch (top?.type) {
    case 'paragraph':
      return 'paragraph';
    case 'heading':
      return top.attrs.level === 1 ? 'headline' : top.attrs.level === 2 ? 'heading' : 'subheading';
    case 'blockquote':
      return 'quote';
    case 'bulletList':
      return 'bullet';
    default:
      return undefined;
  }
}

/**
 * The draft with one block made into another kind. A block inside a list or quote is taken out of it; what stood
 * around it stays. Made the headline, it also gives the details their title, and the headline before it becomes
 * a heading. An unknown number changes nothing.
 */
export function withBlockKind(draft: ArticleDraft, number: number, kind: BlockKind): ArticleDraft {
  const block = textBlocks(draft.doc)[number];
  if (block === undefined || findBlockKind(draft.doc, number) === kind) return draft;
  if (kind !== 'headline') return { ...draft, doc: lift(draft.doc, block, kind) };
  const former = findHeadline(draft);
  const doc = lift(former ? lift(draft.doc, former, 'heading') : draft.doc, block, kind);
  return { ...draft, details: { ...draft.details, title: oneLine(blockText(block)) }, doc };
}

function findHeadline({ doc, details }: ArticleDraft): TextBlock | undefined {
  const [first] = doc.content;
  if (first?.type === 'heading' && first.attrs.level === 1) return first;
  const title = oneLine(details.title);
  return textBlocks(doc).find(
    (block) => block.type === 'heading' && block.attrs.level === 1 && oneLine(blockText(block)) === title,
  );
}

/** Takes a block out of whatever holds it and puts it there as another kind, between what stood before and after. */
function lift(doc: ArticleDoc, block: TextBlock, kind: BlockKind): ArticleDoc {
  const isFirst = textBlocks(doc)[0] === block;
  const made = makeBlock(block, kind, isFirst);
  const content = doc.content.flatMap((node) => {
    if (!holds(node, block)) return [node];
    const [before, after] = split(node, block);
    const rest = after && parted(docOf([after]), textBlocks(docOf([after]))[0]).content;
    return [...(before ? [before] : []), made, ...(rest ?? [])];
  });
  return docOf(kind === 'bullet' ? joinLists(content, made) : content);
}

function makeBlock(block: TextBlock, kind: BlockKind, isFirst: boolean): ArticleBlock {
  const lead = (isFirst ? '' : longer(breaksOf(block), '\n\n')) + (kind === 'bullet' ? '• ' : '');
  const { content } = block;
  const paragraph: TextBlock = { type: 'paragraph', attrs: { lead }, ...(content && { content }) };
  switch (kind) {
    case 'paragraph':
      return paragraph;
    case 'quote':
      return { type: 'blockquote', content: [paragraph] };
    case 'bullet':
      return { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph] }] };
    default:
      return { ...paragraph, type: 'heading', attrs: { lead, level: levels[kind] } };
  }
}

const levels = { headline: 1, heading: 2, subheading: 3 };

/** The parts of a node before and after one of its blocks; absent where nothing stands there. */
function split<N extends ArticleNode>(node: N, block: TextBlock): readonly [N | undefined, N | undefined] {
  if (!isParent(node)) return [undefined, undefined];
  const children = childrenOf(node);
  const at = children.findIndex((child) => holds(child, block));
  const child = children[at];
  const [before, after] = child ? split(child, block) : [undefined, undefined];
  const start = node.type === 'orderedList' ? node.attrs.start + at + (after ? 0 : 1) : 1;
  const parts = [
    [...children.slice(0, at), ...(before ? [before] : [])],
    [...(after ? [after] : []), ...children.slice(at + 1)],
  ] as const;
  const [head, tail] = parts.map((content, part) => {
    if (content.length === 0) return undefined;
    const attrs = node.type === 'orderedList' && part === 1 ? { attrs: { start } } : {};
    // The same node with some of its own children, so its type stands.
    return { ...node, ...attrs, content } as N;
  });
  return [head, tail];
}

function prune(node: ArticleBlock, kept: ReadonlyMap<TextBlock, TextBlock>): ArticleBlock[] {
  switch (node.type) {
    case 'horizontalRule':
    case 'pageBreak':
      return [node];
    case 'table': {
      const rows = node.content.flatMap((row) => pruneRow(row, kept));
      return rows.length === 0 ? [] : [{ ...node, content: rows }];
    }
    case 'figure':
    case 'blockquote': {
      const content = node.content.flatMap((child) => prune(child, kept));
      return content.length === 0 ? [] : [{ ...node, content }];
    }
    case 'bulletList':
    case 'orderedList': {
      const items = node.content.flatMap((item): ListItem[] => {
        const content = item.content.flatMap((child) => prune(child, kept));
        return content.length === 0 ? [] : [{ ...item, content }];
      });
      if (items.length === 0) return [];
      const renumber = node.type === 'orderedList' && items.length < node.content.length;
      return [{ ...node, content: renumber ? numbered(items, node.attrs.start) : items }];
    }
    default: {
      const block = kept.get(node);
      return block ? [block] : [];
    }
  }
}

/** A row without what is left out; an emptied cell keeps its place, so that the columns stay under their heads. */
function pruneRow(row: TableRow, kept: ReadonlyMap<TextBlock, TextBlock>): TableRow[] {
  const cells = row.content.map((cell) => cell.content.flatMap((child) => prune(child, kept)));
  if (cells.every((content) => content.length === 0)) return [];
  const empty: TextBlock = { type: 'paragraph', attrs: { lead: '\t' } };
  const content = row.content.map((cell, at) => ({
    ...cell,
    content: cells[at]?.length ? cells[at] : [empty],
  }));
  return [{ ...row, content }];
}

/** Items whose markers in the text count on from `start`. */
function numbered(items: readonly ListItem[], start: number): ListItem[] {
  return items.map((item, at) => {
    const [first, ...rest] = item.content;
    if (first?.type !== 'paragraph' && first?.type !== 'heading' && first?.type !== 'codeBlock') return item;
    return { ...item, content: [withLead(first, first.attrs.lead.replace(/\d+/, `${start + at}`)), ...rest] };
  });
}

/** A list made of one paragraph joins the lists beside it. */
function joinLists(content: readonly ArticleBlock[], made: ArticleBlock): ArticleBlock[] {
  return content.reduce<ArticleBlock[]>((joined, node, at) => {
    const last = joined.at(-1);
    const touches = node === made || content[at - 1] === made;
    if (touches && last?.type === 'bulletList' && node.type === 'bulletList') {
      joined[joined.length - 1] = { ...last, content: [...last.content, ...node.content] };
    } else joined.push(node);
    return joined;
  }, []);
}

function replaceBlock(doc: ArticleDoc, block: TextBlock, by: TextBlock): ArticleDoc {
  const visit = <N extends ArticleNode>(node: N): N => {
    // A text block takes the place of a text block, and a parent keeps its own kind of children.
    if (node === block) return by as N;
    return holds(node, block) ? ({ ...node, content: childrenOf(node).map(visit) } as N) : node;
  };
  return docOf(doc.content.map(visit));
}

/** The document with a blank line before one of its blocks. */
export function parted(doc: ArticleDoc, block: TextBlock | undefined): ArticleDoc {
  return block ? replaceBlock(doc, block, withBreaks(block, longer(breaksOf(block), '\n\n'))) : doc;
}

const docOf = (content: readonly ArticleBlock[]): ArticleDoc => ({ type: 'doc', content });

const headline = (words: string, lead: string): TextBlock => ({
  type: 'heading',
  attrs: { lead, level: 1 },
  content: [{ type: 'text', text: words }],
});

const oneLine = (words: string): string => words.replace(/\s+/gu, ' ').trim();

function withLead(block: TextBlock, lead: string): TextBlock {
  return block.type === 'heading'
    ? { ...block, attrs: { ...block.attrs, lead } }
    : { ...block, attrs: { lead } };
}

/** The blank lines at the beginning of a block's lead; indentation and list marker follow them. */
const breaksOf = (block: TextBlock): string => /^\s*\n/u.exec(block.attrs.lead)?.[0] ?? '';

function withBreaks(block: TextBlock, breaks: string): TextBlock {
  const before = breaksOf(block);
  if (before === breaks) return block;
  const marker = block.attrs.lead.slice(before.length);
  return withLead(block, breaks === '' ? marker.trimStart() : breaks + marker);
}

const longer = (a: string, b: string): string => (lineFeeds(a) > lineFeeds(b) ? a : b);
const lineFeeds = (text: string): number => text.split('\n').length;

/** A rule at either end of an article parts nothing. */
function withoutOuterRules(content: readonly ArticleBlock[]): ArticleBlock[] {
  const isText = (node: ArticleBlock): boolean => isTextBlock(node) || childrenOf(node).length > 0;
  return content.slice(content.findIndex(isText), content.findLastIndex(isText) + 1);
}

const holds = (node: ArticleNode, block: TextBlock): boolean =>
  node === block || childrenOf(node).some((child) => holds(child, block));

const isParent = (node: ArticleNode): node is ArticleParent => !isTextBlock(node) && 'content' in node;
