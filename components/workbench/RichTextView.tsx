import { createElement, type ReactNode } from 'react';
import { safeHref } from '@/lib/domain/article-doc';
import type { RichBlock, RichInline, RichItem, RichMark, RichText } from '@/lib/domain/rich-text';
import { messages } from '../messages';

/** A verification note as it reads: no editor, no markup from outside, only links that are safe to follow. */
export function RichTextView({ body }: { readonly body: RichText }) {
  return createElement('div', { className: 'note-text', dir: 'auto' }, ...body.content.map(blockView));
}

function blockView(block: RichBlock | RichItem): ReactNode {
  switch (block.type) {
    case 'paragraph':
      return createElement('p', null, ...(block.content ?? []).map(inlineView));
    case 'bulletList':
      return createElement('ul', null, ...block.content.map(blockView));
    case 'orderedList':
      return createElement('ol', null, ...block.content.map(blockView));
    case 'listItem':
      return createElement('li', null, ...block.content.map(blockView));
    case 'blockquote':
      return createElement('blockquote', null, ...block.content.map(blockView));
  }
}

function inlineView(part: RichInline): ReactNode {
  if (part.type === 'hardBreak') return <br />;
  return (part.marks ?? []).reduce<ReactNode>(marked, part.text);
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
  if (!safeHref.safeParse(href).success) return children;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow" className={className}>
      {children}
      <span className="sr-only"> {messages.margin.note.newTab}</span>
    </a>
  );
}
