import type { HTMLAttributes, ReactNode } from 'react';
import {
  type ArticleBlock,
  type ArticleDoc,
  type ArticleInline,
  type InlineMark,
  type TextBlock,
  textBlocks,
} from '@/lib/domain/article-doc';

/** What a caller adds to the element of a text block; numbered in reading order from 0. */
export type BlockProps = (number: number) => HTMLAttributes<HTMLElement> & { readonly 'data-block'?: number };

type ArticleDocViewProps = {
  readonly doc: ArticleDoc;
  readonly blockProps?: BlockProps | undefined;
};

/** An article's text as it stands, to be read: no marks, no editor. */
export function ArticleDocView({ doc, blockProps }: ArticleDocViewProps) {
  const numbers = new Map(textBlocks(doc).map((block, number) => [block, number]));
  const propsOf = (block: TextBlock) => blockProps?.(numbers.get(block) ?? 0) ?? {};
  return <div className="article-text">{blocks(doc.content, propsOf)}</div>;
}

type PropsOf = (block: TextBlock) => ReturnType<BlockProps>;

function blocks(content: readonly ArticleBlock[], propsOf: PropsOf): ReactNode {
  return content.map((node, at) => {
    // A document never changes in place: a change makes a new one, whose parts are told apart by place alone.
    const key = at;
    switch (node.type) {
      case 'horizontalRule':
        return <hr key={key} />;
      case 'blockquote':
        return <blockquote key={key}>{blocks(node.content, propsOf)}</blockquote>;
      case 'bulletList':
      case 'orderedList': {
        const items = node.content.map((item, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <li key={place}>{blocks(item.content, propsOf)}</li>
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
        return <TextBlockView key={key} block={node} own={propsOf(node)} />;
    }
  });
}

function TextBlockView({ block, own }: { readonly block: TextBlock; readonly own: ReturnType<BlockProps> }) {
  const words = inlines(block.content ?? []);
  if (block.type === 'paragraph') {
    return (
      <p dir="auto" {...own}>
        {words}
      </p>
    );
  }
  if (block.type === 'codeBlock') {
    return (
      <pre dir="auto" {...own}>
        <code>{words}</code>
      </pre>
    );
  }
  const Heading = headings[Math.min(block.attrs.level, 4) - 1] ?? 'h4';
  return (
    <Heading dir="auto" {...own}>
      {words}
    </Heading>
  );
}

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

function Marked({ marks, children }: { readonly marks: readonly InlineMark[]; readonly children: string }) {
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
