import { DOMParser, DOMSerializer, Node as EditorNode } from '@tiptap/pm/model';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import type { ArticleDoc } from '@/lib/domain/article-doc';
import { articleSchema } from './article-schema';

const schema = articleSchema();
const { document } = new JSDOM('').window;

function html(doc: unknown): string {
  const host = document.createElement('div');
  const node = EditorNode.fromJSON(schema, doc);
  host.append(DOMSerializer.fromSchema(schema).serializeFragment(node.content, { document }));
  return host.innerHTML;
}

const paragraphWith = (mark: unknown): unknown => ({
  type: 'doc',
  content: [
    { type: 'paragraph', attrs: { lead: '' }, content: [{ type: 'text', text: 'words', marks: [mark] }] },
  ],
});

describe('the article schema', () => {
  it('writes each node and mark as plain HTML, without leads', () => {
    const doc: ArticleDoc = {
      type: 'doc',
      content: [
        { type: 'heading', attrs: { lead: '', level: 1 }, content: [{ type: 'text', text: 'Head' }] },
        {
          type: 'orderedList',
          attrs: { start: 3 },
          content: [
            {
              type: 'listItem',
              content: [
                {
                  type: 'paragraph',
                  attrs: { lead: '\n\n3. ' },
                  content: [
                    { type: 'text', text: 'a', marks: [{ type: 'bold' }, { type: 'code' }] },
                    { type: 'hardBreak' },
                  ],
                },
              ],
            },
          ],
        },
        { type: 'horizontalRule' },
        { type: 'pageBreak', attrs: { page: 7 } },
        {
          type: 'table',
          content: [
            {
              type: 'tableRow',
              content: [
                {
                  type: 'tableCell',
                  attrs: { isHeader: true, colspan: 2, rowspan: 1 },
                  content: [
                    { type: 'paragraph', attrs: { lead: '\n\n' }, content: [{ type: 'text', text: 'T' }] },
                  ],
                },
              ],
            },
          ],
        },
        {
          type: 'figure',
          content: [{ type: 'paragraph', attrs: { lead: '\n\n' }, content: [{ type: 'text', text: 'F' }] }],
        },
        {
          type: 'blockquote',
          content: [
            { type: 'codeBlock', attrs: { lead: '\n\n' }, content: [{ type: 'text', text: 'x\ny' }] },
          ],
        },
      ],
    };
    expect(html(doc)).toBe(
      '<h1>Head</h1><ol start="3"><li><p><strong><code>a</code></strong><br></p></li></ol><hr>' +
        '<hr class="page-break" aria-label="Page 7">' +
        '<table><tr><th colspan="2" rowspan="1"><p>T</p></th></tr></table><figure><p>F</p></figure>' +
        '<blockquote><pre><code>x\ny</code></pre></blockquote>',
    );
    expect(EditorNode.fromJSON(schema, doc).toJSON()).toEqual(doc);
  });

  it('opens links in a new window that knows nothing of this one', () => {
    expect(html(paragraphWith({ type: 'link', attrs: { href: 'https://example.org/' } }))).toBe(
      '<p><a href="https://example.org/" target="_blank" rel="noopener noreferrer nofollow">words</a></p>',
    );
  });

  it.each([
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//host/x',
    '/x',
    '',
  ])('writes no address for the link %j', (href) => {
    expect(html(paragraphWith({ type: 'link', attrs: { href } }))).toBe('<p><a>words</a></p>');
  });

  it('lets no unknown attribute pass and refuses unknown nodes and marks', () => {
    const link = { type: 'link', attrs: { href: 'https://example.org/', onclick: 'x()', style: 'x' } };
    expect(html(paragraphWith(link))).not.toMatch(/onclick|style/);
    expect(() => html(paragraphWith({ type: 'highlight' }))).toThrow();
    expect(() => html({ type: 'doc', content: [{ type: 'image', attrs: { src: 'x' } }] })).toThrow();
    const wrong = { type: 'doc', content: [{ type: 'heading', attrs: { lead: '', level: 'x' } }] };
    expect(() => EditorNode.fromJSON(schema, wrong).check()).toThrow();
  });

  it('drops scripts, handlers, images and dangerous links of pasted HTML', () => {
    const host = document.createElement('div');
    host.innerHTML =
      '<p onclick="x()">a<img src=x onerror=x()><a href="javascript:x()">b</a></p><script>x()</script>';
    const doc = DOMParser.fromSchema(schema).parse(host);
    expect(html(doc.toJSON())).toBe('<p>ab</p>');
  });
});
