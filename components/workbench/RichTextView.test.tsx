import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { RichText } from '@/lib/domain/rich-text';
import { RichTextView } from './RichTextView';

const shown = (...content: RichText['content']): string =>
  renderToStaticMarkup(<RichTextView body={{ type: 'doc', content }} />);

const linkTo = (href: string): RichText['content'][number] => ({
  type: 'paragraph',
  content: [{ type: 'text', text: 'source', marks: [{ type: 'link', attrs: { href } }] }],
});

describe('RichTextView', () => {
  it('shows bold, italic, line breaks, lists and quotes', () => {
    const html = shown(
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'both', marks: [{ type: 'bold' }, { type: 'italic' }] },
          { type: 'hardBreak' },
          { type: 'text', text: 'next' },
        ],
      },
      {
        type: 'orderedList',
        content: [
          {
            type: 'listItem',
            content: [{ type: 'paragraph', content: [{ type: 'text', text: 'first' }] }],
          },
        ],
      },
      { type: 'blockquote', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'said' }] }] },
    );
    expect(html).toContain('<p><em><strong>both</strong></em><br/>next</p>');
    expect(html).toContain('<ol><li><p>first</p></li></ol>');
    expect(html).toContain('<blockquote><p>said</p></blockquote>');
  });

  it('opens a web link in a new tab without telling where it was followed', () => {
    const html = shown(linkTo('https://example.org/a?b=1&c=2'));
    expect(html).toContain('href="https://example.org/a?b=1&amp;c=2"');
    expect(html).toContain('target="_blank" rel="noopener noreferrer nofollow"');
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    '//evil.example',
    ' https://example.org',
    'vbscript:x',
  ])('shows only the words of a link to %s', (href) =>
    expect(shown(linkTo(href))).toBe('<div class="note-text" dir="auto"><p>source</p></div>'),
  );

  it('shows markup that somebody typed as the characters it is', () => {
    const html = shown({
      type: 'paragraph',
      content: [{ type: 'text', text: '<img src=x onerror=alert(1)>' }],
    });
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });
});
