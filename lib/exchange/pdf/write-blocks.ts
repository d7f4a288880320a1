import { type ArticleInline, type ArticleNode, isTextBlock, type TextBlock } from '@/lib/domain/article-doc';
import type { WritingDirection } from '@/lib/domain/direction';
import type { ReportEntry } from '@/lib/domain/report/report';
import { entryLabel } from '../entry-parts';
import type { Piece, PlacedEntries } from '../placed-entries';
import type { Look, StyledRun } from './lay-out';
import { looks, markLooks } from './looks';
import type { Sheet } from './sheet';

/** Writes a block of an article with its marks, and what stands in it. */
export function writeBlock(sheet: Sheet, node: ArticleNode, about: AboutBlock): void {
  writeNode(sheet, node, { ...about, indent: 0, lead: '' });
}

type AboutBlock = {
  readonly placed: PlacedEntries;
  readonly direction: WritingDirection | null;
  /** Called under each block of words, with the annotations that end in it. */
  readonly below: (entries: readonly ReportEntry[]) => void;
};

type Context = AboutBlock & {
  readonly indent: number;
  /** The number or dot of a list that stands before the next block. */
  readonly lead: string;
};

function writeNode(sheet: Sheet, node: ArticleNode, context: Context): void {
  if (isTextBlock(node)) {
    writeText(sheet, node, context);
    context.below(endingIn(node, context.placed));
    return;
  }
  const deeper = { ...context, indent: context.indent + 16 };
  switch (node.type) {
    case 'bulletList':
    case 'orderedList':
      sheet.within('L', () => {
        for (const [index, item] of node.content.entries()) {
          const lead = node.type === 'bulletList' ? '•' : `${node.attrs.start + index}.`;
          writeItem(sheet, item.content, { ...deeper, lead });
        }
      });
      return;
    case 'blockquote':
      sheet.within('BlockQuote', () => {
        for (const child of node.content) writeNode(sheet, child, deeper);
      });
      return;
    case 'figure':
      for (const child of node.content) writeNode(sheet, child, context);
      return;
    case 'table':
      writeTable(sheet, node.content, context);
      return;
    case 'pageBreak':
      sheet.paragraph([{ text: `Page ${node.attrs.page}`, look: looks.page }], {
        type: 'P',
        lineHeight: 12,
        after: 4,
      });
      return;
    case 'horizontalRule':
      sheet.rule();
      return;
    default:
      for (const child of node.content) writeNode(sheet, child, context);
  }
}

function writeItem(sheet: Sheet, nodes: readonly ArticleNode[], context: Context): void {
  sheet.within('LI', () => {
    sheet.within('LBody', () => {
      for (const [index, child] of nodes.entries())
        writeNode(sheet, child, index === 0 ? context : { ...context, lead: '' });
    });
  });
}

type Rows = Extract<ArticleNode, { readonly type: 'table' }>['content'];

function writeTable(sheet: Sheet, rows: Rows, { placed, direction, below }: Context): void {
  const columns = Math.max(
    1,
    ...rows.map(({ content }) => content.reduce((sum, { attrs }) => sum + attrs.colspan, 0)),
  );
  const blocks = rows.flatMap(({ content }) => content.flatMap((cell) => textBlocksIn(cell)));
  sheet.within('Table', () => {
    for (const { content } of rows) {
      sheet.row(
        content.map(({ attrs, content: inside }) => ({
          type: attrs.isHeader ? ('TH' as const) : ('TD' as const),
          width: (sheet.width * attrs.colspan) / columns,
          lineHeight: 14,
          direction,
          runs: inside.flatMap(textBlocksIn).flatMap((block, index) => [
            ...(index > 0 ? [{ text: '\n', look: looks.body }] : []),
            ...runsOf(block, placed, {
              ...looks.body,
              size: 9.5,
              face: { ...looks.body.face, isBold: attrs.isHeader },
            }),
          ]),
        })),
      );
    }
  });
  sheet.space(8);
  below(blocks.flatMap((block) => endingIn(block, placed)));
}

function textBlocksIn(node: ArticleNode): readonly TextBlock[] {
  if (isTextBlock(node)) return [node];
  return 'content' in node ? node.content.flatMap((child: ArticleNode) => textBlocksIn(child)) : [];
}

function endingIn(block: TextBlock, placed: PlacedEntries): readonly ReportEntry[] {
  return placed
    .piecesOf(block)
    .flatMap(({ ending }) => ending)
    .sort((a, b) => a.number - b.number);
}

const headingSizes = [23, 16, 13.5, 12, 11, 11] as const;

function writeText(sheet: Sheet, block: TextBlock, { placed, direction, indent, lead }: Context): void {
  const level = block.type === 'heading' ? block.attrs.level : 0;
  const size = headingSizes[level - 1];
  const bold = { ...looks.body.face, isBold: true };
  const base: Look =
    size !== undefined
      ? { ...looks.body, face: bold, size }
      : block.type === 'codeBlock'
        ? looks.code
        : looks.body;
  const runs = runsOf(block, placed, base);
  if (runs.length === 0) return;
  if (size !== undefined) {
    sheet.space(level === 1 ? 0 : 8);
    sheet.keep(size * 1.25 + 50);
    sheet.bookmark(
      runs
        .map(({ text }) => text)
        .join('')
        .slice(0, 200),
      2,
    );
  }
  sheet.paragraph(lead === '' ? runs : [{ text: `${lead} `, look: base }, ...runs], {
    type: size === undefined ? (block.type === 'codeBlock' ? 'Code' : 'P') : `H${level}`,
    lineHeight: size === undefined ? 16.5 : size * 1.25,
    indent,
    direction,
    after: size === undefined ? 7 : 6,
  });
}

/** The words of a block in the looks of their marks, each passage followed by the label of its annotation. */
function runsOf(block: TextBlock, placed: PlacedEntries, base: Look): readonly StyledRun[] {
  return placed.piecesOf(block).flatMap((piece) => [
    ...wordsOf(piece, base),
    ...piece.ending.map((entry) => ({
      text: entryLabel(entry),
      look: {
        ...looks.entryBold,
        size: 6.2,
        rise: base.size * 0.36,
        color: markLooks[entry.annotation.mark].color,
        goTo: `annotation-${entry.number}`,
      },
    })),
  ]);
}

function wordsOf({ part, from, to, covering }: Piece, base: Look): readonly StyledRun[] {
  if (part.type === 'hardBreak') return [{ text: '\n', look: base }];
  // The shortest lies on top; the longer ones keep their line below it.
  const marks = covering.map(({ annotation }) => markLooks[annotation.mark]).reverse();
  const fill = marks[0]?.fill;
  const look = { ...inlineLook(part, base), under: marks.map(({ under }) => under), fill };
  return [{ text: part.text.slice(from, to), look }];
}

function inlineLook(part: ArticleInline, base: Look): Look {
  const marks = part.type === 'text' ? (part.marks ?? []) : [];
  const has = (type: string): boolean => marks.some((mark) => mark.type === type);
  const href = marks.flatMap((mark) => (mark.type === 'link' ? [mark.attrs.href] : []))[0];
  const shift = has('superscript') ? 0.35 : has('subscript') ? -0.15 : 0;
  return {
    ...base,
    face: {
      family: has('code') ? 'sans' : base.face.family,
      isBold: base.face.isBold || has('bold'),
      isItalic: base.face.isItalic || has('italic'),
    },
    isStruck: has('strike'),
    href,
    ...(shift === 0 ? {} : { rise: base.size * shift, size: base.size * 0.7 }),
  };
}
