import {
  BorderStyle,
  HeadingLevel,
  type IParagraphOptions,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  WidthType,
} from 'docx';
import { type ArticleNode, blockText, isTextBlock, type TextBlock } from '@/lib/domain/article-doc';
import type { WritingDirection } from '@/lib/domain/direction';
import { isRightToLeft } from '../text-direction';

/** What stands in a Word file's body. */
export type WordBlock = Paragraph | Table;
/** Numbered lists count from where the article's does: each has a definition of its own. */
export type NumberedList = { readonly reference: string; readonly start: number };

type Context = {
  readonly childrenOf: (block: TextBlock) => NonNullable<IParagraphOptions['children']>;
  readonly lists: NumberedList[];
  readonly direction: WritingDirection | null;
};
type Look = {
  readonly quoteDepth: number;
  readonly list: { readonly reference: string | undefined; readonly level: number } | undefined;
};

/** The style of the line that says on which page of the original something stood; it is no text of the article. */
export const pageStyle = 'GalleyPage';
/** Its words. */
export const pageLine = (page: number): string => `Page ${page}`;

/** The blocks of an article for Word. `childrenOf` writes the words of one; numbered lists are noted in `lists`. */
export function toWordBlocks(nodes: readonly ArticleNode[], context: Context): WordBlock[] {
  return nodes.flatMap((node) => toWord(node, context, { quoteDepth: 0, list: undefined }));
}

const headings = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;

function toWord(node: ArticleNode, context: Context, look: Look): WordBlock[] {
  if (isTextBlock(node)) return [textBlock(node, context, look)];
  const inside = (next: Look): WordBlock[] => {
    if (!('content' in node)) return [];
    return node.content.flatMap((child: ArticleNode) => toWord(child, context, next));
  };
  switch (node.type) {
    case 'bulletList':
      return inside({ ...look, list: { reference: undefined, level: nextLevel(look) } });
    case 'orderedList': {
      const reference = `list-${context.lists.length + 1}`;
      context.lists.push({ reference, start: node.attrs.start });
      return inside({ ...look, list: { reference, level: nextLevel(look) } });
    }
    case 'listItem':
      return item(node.content, context, look);
    case 'blockquote':
      return inside({ ...look, quoteDepth: look.quoteDepth + 1 });
    case 'figure':
      return inside(look);
    case 'table':
      return [table(node.content, context)];
    case 'tableRow':
    case 'tableCell':
      return inside(look);
    case 'pageBreak':
      return [new Paragraph({ text: pageLine(node.attrs.page), style: pageStyle })];
    case 'horizontalRule':
      return [
        new Paragraph({
          border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: 'B3ADA1', space: 1 } },
        }),
      ];
  }
}

const nextLevel = ({ list }: Look): number => Math.min(8, (list?.level ?? -1) + 1);

/** Only the first paragraph of an item has its number; the others are indented beside it. */
function item(nodes: readonly ArticleNode[], context: Context, look: Look): WordBlock[] {
  return nodes.flatMap((child, index) => {
    if (index === 0 || !isTextBlock(child)) return toWord(child, context, look);
    return toWord(child, context, {
      quoteDepth: look.quoteDepth + 1 + (look.list?.level ?? 0),
      list: undefined,
    });
  });
}

function textBlock(block: TextBlock, context: Context, { quoteDepth, list }: Look): Paragraph {
  const numbering =
    list === undefined
      ? {}
      : list.reference === undefined
        ? { bullet: { level: list.level } }
        : { numbering: { reference: list.reference, level: list.level } };
  const heading = block.type === 'heading' ? headings[block.attrs.level - 1] : undefined;
  return new Paragraph({
    children: context.childrenOf(block),
    bidirectional: isRightToLeft(blockText(block), context.direction),
    ...(heading === undefined ? {} : { heading }),
    ...(block.type === 'codeBlock' ? { style: 'GalleyCode' } : {}),
    ...(quoteDepth > 0 ? { indent: { left: 420 * quoteDepth } } : {}),
    ...numbering,
  });
}

const rule = { style: BorderStyle.SINGLE, size: 4, color: 'B3ADA1' };

type Rows = Extract<ArticleNode, { readonly type: 'table' }>['content'];

function table(rows: Rows, context: Context): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: {
      ...{ top: rule, bottom: rule, left: rule, right: rule },
      ...{ insideHorizontal: rule, insideVertical: rule },
    },
    rows: rows.map(
      ({ content }, index) =>
        new TableRow({
          tableHeader: index === 0 && content.every(({ attrs }) => attrs.isHeader),
          children: content.map(
            ({ attrs, content: blocks }) =>
              new TableCell({
                columnSpan: attrs.colspan,
                rowSpan: attrs.rowspan,
                children: toWordBlocks(blocks, context),
                ...(attrs.isHeader ? { shading: { fill: 'EFEBE1' } } : {}),
              }),
          ),
        }),
    ),
  });
}
