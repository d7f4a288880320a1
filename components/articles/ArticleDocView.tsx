import { type HTMLAttributes, memo, type ReactNode } from 'react';
import {
  type ArticleBlock,
  type ArticleDoc,
  type ArticleInline,
  blockText,
  type InlineMark,
  type TextBlock,
  textBlocks,
} from '@/lib/domain/article-doc';
import { directionOfParagraph, type WritingDirection } from '@/lib/domain/direction';

/** What a caller adds to the element of a text block; numbered in reading order from 0. The same function each time. */
export type BlockProps = (number: number) => HTMLAttributes<HTMLElement> & { readonly 'data-block'?: number };

type ArticleDocViewProps = {
  readonly doc: ArticleDoc;
  /** Which way its lines run; each paragraph by its letters where that is not known. */
  readonly direction: WritingDirection | null;
  readonly blockProps?: BlockProps | undefined;
  /** Paints the words of a text block in a way of its own, for example with marks. */
  readonly wordsOf?: WordsOf | undefined;
};

/** The words of a text block; numbered in reading order from 0. The same function each time. */
export type WordsOf = (block: TextBlock, number: number) => ReactNode;

/** An article's text as it stands, to be read, without an editor; without marks unless `wordsOf` paints them. */
export const ArticleDocView = memo(function ArticleDocView({
  doc,
  direction,
  blockProps,
  wordsOf,
}: ArticleDocViewProps) {
  const numbers = new Map(textBlocks(doc).map((block, number) => [block, number]));
  return (
    <div className="article-text" dir={direction ?? 'auto'}>
      {blocks(doc.content, { numbers, direction, blockProps, wordsOf })}
    </div>
  );
});

type Numbering = {
  readonly numbers: ReadonlyMap<TextBlock, number>;
  readonly direction: WritingDirection | null;
  readonly blockProps: BlockProps | undefined;
  readonly wordsOf: WordsOf | undefined;
};

function blocks(content: readonly ArticleBlock[], numbering: Numbering): ReactNode {
  return content.map((node, at) => {
    // A document never changes in place: a change makes a new one, whose parts are told apart by place alone.
    const key = at;
    switch (node.type) {
      case 'horizontalRule':
        return <hr key={key} />;
      case 'pageBreak':
        return <hr key={key} className="page-break" aria-label={`Page ${node.attrs.page}`} />;
      case 'figure':
        return <figure key={key}>{blocks(node.content, numbering)}</figure>;
      case 'table':
        return <TableView key={key} table={node} numbering={numbering} />;
      case 'blockquote':
        return <blockquote key={key}>{blocks(node.content, numbering)}</blockquote>;
      case 'bulletList':
      case 'orderedList': {
        const items = node.content.map((item, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <li key={place}>{blocks(item.content, numbering)}</li>
        ));
        return node.type === 'bulletList' ? (
          <ul key={key}>{items}</ul>
        ) : (
          <ol key={key} start={node.attrs.start}>
            {items}
          </ol>
        );
      }
      default:
        return (
          <TextBlockView
            key={key}
            block={node}
            number={numbering.numbers.get(node) ?? 0}
            direction={numbering.direction}
            blockProps={numbering.blockProps}
            wordsOf={numbering.wordsOf}
          />
        );
    }
  });
}

type TableViewProps = {
  readonly table: Extract<ArticleBlock, { readonly type: 'table' }>;
  readonly numbering: Numbering;
};

function TableView({ table, numbering }: TableViewProps) {
  return (
    <table>
      <tbody>
        {table.content.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <tr key={at}>
            {row.content.map(({ attrs: { isHeader, ...spans }, content }, place) => {
              const Cell = isHeader ? 'th' : 'td';
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                <Cell key={place} colSpan={spans.colspan} rowSpan={spans.rowspan}>
                  {blocks(content, numbering)}
                </Cell>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type TextBlockViewProps = {
  readonly block: TextBlock;
  readonly number: number;
  readonly direction: WritingDirection | null;
  readonly blockProps: BlockProps | undefined;
  readonly wordsOf: WordsOf | undefined;
};

/** Made anew only when its block changes, so that a correction of a long article costs one paragraph. */
const TextBlockView = memo(function TextBlockView({
  block,
  number,
  direction,
  blockProps,
  wordsOf,
}: TextBlockViewProps) {
  const own = { dir: directionOfParagraph(blockText(block), direction), ...blockProps?.(number) };
  const words = wordsOf?.(block, number) ?? inlines(block.content ?? []);
  if (block.type === 'paragraph') {
    return <p {...own}>{words}</p>;
  }
  if (block.type === 'codeBlock') {
    return (
      <pre {...own}>
        <code>{words}</code>
      </pre>
    );
  }
  const Heading = headings[Math.min(block.attrs.level, 4) - 1] ?? 'h4';
  return <Heading {...own}>{words}</Heading>;
});

const headings = ['h1', 'h2', 'h3', 'h4'] as const;

function inlines(content: readonly ArticleInline[]): ReactNode {
  return content.map((part, at) => {
    const key = at;
    if (part.type === 'hardBreak') return <br key={key} />;
    return (
      <Marked key={key} marks={part.marks ?? []}>
        {part.text}
      </Marked>
    );
  });
}

type MarkedProps = { readonly marks: readonly InlineMark[]; readonly children: ReactNode };

/** Words in bold, italic, as a link and so on. */
export function Marked({ marks, children }: MarkedProps) {
  return marks.reduceRight<ReactNode>((inner, mark) => wrap(mark, inner), children);
}

function wrap(mark: InlineMark, inner: ReactNode): ReactNode {
  if (mark.type === 'link') {
    return (
      <a href={mark.attrs.href} target="_blank" rel="noopener noreferrer nofollow">
        {inner}
      </a>
    );
  }
  const Tag = tags[mark.type];
  return <Tag>{inner}</Tag>;
}

const tags = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
  code: 'code',
  superscript: 'sup',
  subscript: 'sub',
} as const;
