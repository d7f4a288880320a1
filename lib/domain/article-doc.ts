/**
 * The text of an article as a Tiptap document, and its canonical plain text.
 *
 * Each text block (paragraph, heading, code block) carries `lead`: the exact characters that stand in the
 * canonical text between the previous block's text and its own (blank lines, a list marker). The canonical
 * text is therefore `lead + text` of each block in order, nothing else, and an offset inside a block differs
 * from its editor position by a constant. A hard break counts as one line feed.
 */
export type ArticleDoc = { readonly type: 'doc'; readonly content: readonly ArticleBlock[] };

export type ArticleBlock =
  | TextBlock
  | { readonly type: 'bulletList'; readonly content: readonly ListItem[] }
  | {
      readonly type: 'orderedList';
      readonly attrs: { readonly start: number };
      readonly content: readonly ListItem[];
    }
  | { readonly type: 'blockquote'; readonly content: readonly ArticleBlock[] }
  | { readonly type: 'table'; readonly content: readonly TableRow[] }
  /** An image's description with its caption; the image itself never comes in. */
  | { readonly type: 'figure'; readonly content: readonly ArticleBlock[] }
  | { readonly type: 'horizontalRule' }
  /** What follows stood on this page of the document that the text came from. */
  | { readonly type: 'pageBreak'; readonly attrs: { readonly page: number } };

export type TextBlock =
  | {
      readonly type: 'paragraph';
      readonly attrs: BlockAttrs;
      readonly content?: readonly ArticleInline[] | undefined;
    }
  | {
      readonly type: 'heading';
      readonly attrs: BlockAttrs & { readonly level: number };
      readonly content?: readonly ArticleInline[] | undefined;
    }
  | {
      readonly type: 'codeBlock';
      readonly attrs: BlockAttrs;
      readonly content?: readonly ArticleInline[] | undefined;
    };

export type BlockAttrs = { readonly lead: string };
export type ListItem = { readonly type: 'listItem'; readonly content: readonly ArticleBlock[] };
export type TableRow = { readonly type: 'tableRow'; readonly content: readonly TableCell[] };
export type TableCell = {
  readonly type: 'tableCell';
  /** How many columns and rows it takes, and whether it names the others. */
  readonly attrs: { readonly isHeader: boolean; readonly colspan: number; readonly rowspan: number };
  readonly content: readonly ArticleBlock[];
};
/** A node that holds other nodes; it adds nothing to the canonical text. */
export type ArticleParent = Extract<ArticleNode, { readonly content: readonly ArticleNode[] }>;
export type ArticleNode = ArticleBlock | ListItem | TableRow | TableCell;
export type ArticleInline =
  | { readonly type: 'text'; readonly text: string; readonly marks?: readonly InlineMark[] | undefined }
  | { readonly type: 'hardBreak' };
export type InlineMark =
  | { readonly type: 'bold' | 'italic' | 'underline' | 'strike' | 'code' | 'superscript' | 'subscript' }
  | { readonly type: 'link'; readonly attrs: { readonly href: string } };

/** Inline marks in the order in which a text carries them, the outermost first. */
export const inlineMarkTypes = [
  'link',
  'bold',
  'italic',
  'underline',
  'strike',
  'code',
  'superscript',
  'subscript',
] as const satisfies readonly InlineMark['type'][];

/** Lists and quotes may be nested this deep; deeper input is refused by the importer, never cut. */
export const maxNesting = 24;

/** Levels of `content` that so many lists in each other have: a table has three of them, a list two. */
const deepestContent = 3 * (maxNesting + 1);

/** Whether a document, of an article or of a note, is nested deeper than `maxNesting` can be. Descends no further. */
export function isNestedTooDeeply(doc: { readonly content: readonly unknown[] }): boolean {
  let level: readonly unknown[] = doc.content;
  for (let depth = 0; depth < deepestContent; depth += 1) {
    level = level.flatMap(contentOf);
    if (level.length === 0) return false;
  }
  return true;
}

function contentOf(node: unknown): readonly unknown[] {
  if (typeof node !== 'object' || node === null || !('content' in node)) return [];
  return Array.isArray(node.content) ? node.content : [];
}

/** How a refusal of `isNestedTooDeeply` sounds. */
export const nestedTooDeeply = `Lists and quotes may be nested at most ${maxNesting} levels deep.`;

/** Longest lead of one block; what is longer is spread over empty blocks by the importer. */
export const maxLeadLength = 400;

/** Whether an address has one of the only link schemes that an article or a note may carry. */
export function isSafeHref(href: unknown): boolean {
  return typeof href === 'string' && href.length <= 4_000 && /^(https?:\/\/|mailto:)/i.test(href);
}

/** The text blocks of a document in reading order. */
export function textBlocks(doc: ArticleDoc): TextBlock[] {
  const found: TextBlock[] = [];
  const visit = (node: ArticleNode): void => {
    if (isTextBlock(node)) found.push(node);
    else for (const child of childrenOf(node)) visit(child);
  };
  for (const node of doc.content) visit(node);
  return found;
}

/** Whether a node carries text itself. */
export function isTextBlock(node: ArticleNode): node is TextBlock {
  return node.type === 'paragraph' || node.type === 'heading' || node.type === 'codeBlock';
}

/** The nodes that a node holds; none in a text block, a rule and a page break. */
export function childrenOf(node: ArticleNode): readonly ArticleNode[] {
  return isTextBlock(node) || node.type === 'horizontalRule' || node.type === 'pageBreak' ? [] : node.content;
}

/** The text of one block, without its lead. */
export function blockText(textBlock: TextBlock): string {
  return (textBlock.content ?? []).map((part) => (part.type === 'text' ? part.text : '\n')).join('');
}

/** A text block with the place of its text (without the lead) in the canonical text, UTF-16 code units. */
export type PlacedBlock = { readonly block: TextBlock; readonly start: number; readonly end: number };

/** The text blocks of a document with their places, in reading order. */
export function placedBlocks(doc: ArticleDoc): PlacedBlock[] {
  let offset = 0;
  return textBlocks(doc).map((block) => {
    const start = offset + block.attrs.lead.length;
    offset = start + blockText(block).length;
    return { block, start, end: offset };
  });
}

/** The canonical plain text that all offsets of a revision count in (UTF-16 code units). */
export function canonicalText(doc: ArticleDoc): string {
  return textBlocks(doc)
    .map((textBlock) => textBlock.attrs.lead + blockText(textBlock))
    .join('');
}
