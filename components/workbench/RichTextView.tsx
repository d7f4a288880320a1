import { createElement, type ReactNode } from 'react';
import { isSafeHref } from '@/lib/domain/article-doc';
import type { RichBlock, RichInline, RichItem, RichMark, RichText } from '@/lib/domain/rich-text';
import { messages } from '../messages';

type RichTextViewProps = {
  readonly body: RichText;
  /** How a run of plain words is shown; as it is unless said. */
  readonly text?: (words: string) => ReactNode;
};

/** A verification note as it reads: no editor, no markup from outside, only links that are safe to follow. */
export function RichTextView({ body, text = asItIs }: RichTextViewProps) {
  const viewOf = (block: RichBlock | RichItem): ReactNode => {
    if (block.type === 'paragraph')
      return createElement('p', null, ...(block.content ?? []).map((part) => inlineView(part, text)));
    return createElement(elements[block.type], null, ...block.content.map(viewOf));
  };
  return createElement('div', { className: 'note-text', dir: 'auto' }, ...body.content.map(viewOf));
}

const asItIs = (words: string): ReactNode => words;

const elements = { bulletList: 'ul', orderedList: 'ol', listItem: 'li', blockquote: 'blockquote' } as const;

function inlineView(part: RichInline, text: (words: string) => ReactNode): ReactNode {
  if (part.type === 'hardBreak') return <br />;
  return (part.marks ?? []).reduce<ReactNode>(marked, text(part.text));
}

function marked(words: ReactNode, mark: RichMark): ReactNode {
  switch (mark.type) {
    case 'bold':
      return <strong>{words}</strong>;
    case 'italic':
      return <em>{words}</em>;
    case 'link':
      return <SafeLink href={mark.attrs.href}>{words}</SafeLink>;
  }
}

type SafeLinkProps = {
  readonly href: string;
  readonly className?: string;
  readonly children: ReactNode;
};

/** A link out of Galley, in a new tab and without a trace of where it was followed; plain words when it is not safe. */
export function SafeLink({ href, className, children }: SafeLinkProps) {
  if (!isSafeHref(href)) return children;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow" className={className}>
      {children}
      <span className="sr-only"> {messages.ui.newTab}</span>
    </a>
  );
}
