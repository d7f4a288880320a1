import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { canonicalText } from '@/lib/domain/article-doc';
import { readHtml } from './read-html';
import { readMarkdown } from './read-markdown';

const read = (markdown: string, title?: string) => readMarkdown(markdown, title);

describe('readMarkdown', () => {
  it('reads headings, lists, quotes, code, links and emphasis', () => {
    const { doc, details } = read(
      '# Head\n\nA **bold** [link](https://example.org/) and `code`.\n\n2. two\n3. three\n   - inner\n\n> quote\n\n```\na\n  b\n```\n\n---\n\nEnd.',
    );
    expect(doc.content.map(({ type }) => type)).toEqual([
      'heading',
      'paragraph',
      'orderedList',
      'blockquote',
      'codeBlock',
      'horizontalRule',
      'paragraph',
    ]);
    expect(canonicalText(doc)).toBe(
      'Head\n\nA bold link and code.\n\n2. two\n3. three\n  • inner\n\nquote\n\na\n  b\n\nEnd.',
    );
    expect(details.title).toBe('Head');
  });

  it('reads tables and images by their description', () => {
    const { doc, warnings } = read('| A | B |\n|---|---|\n| 1 | 2 |\n\n![A pier](x.png)');
    expect(canonicalText(doc)).toBe('A\tB\n1\t2\n\n[Image: A pier]');
    expect(doc.content[0]?.type).toBe('table');
    expect(warnings).toEqual([]);
  });

  it('takes headline, author and date from the settings above the text', () => {
    const { details, doc, dropped } = read(
      '---\ntitle: "Head: one"\nauthor: Jane Roe\ndate: 2026-03-03T10:00\nlayout: post\n---\nText here.',
    );
    expect(details).toMatchObject({ title: 'Head: one', byline: 'Jane Roe', publishedOn: '2026-03-03' });
    expect(canonicalText(doc)).toBe('Text here.');
    expect(dropped).toEqual([{ what: 'lines of settings above the text', count: 1 }]);
  });

  it('takes a rule at the top for a rule', () => {
    expect(canonicalText(read('---\n\nText.\n\n---\n\nMore.').doc)).toBe('Text.\n\nMore.');
  });

  it('lets no script, handler or dangerous link in by way of HTML inside', () => {
    const { doc, dropped } = read('Text <script>x()</script> [a](javascript:x) <img src=x onerror=x()>');
    expect(JSON.stringify(doc)).not.toMatch(/script|onerror/);
    expect(dropped.map(({ what }) => what)).toContain('scripts');
  });

  it('reads a long text in parts just as in one', () => {
    const section = (n: number) =>
      `## Section ${n}\n\nIt *grew* by [${n} percent](https://example.org/${n}), [they][a] say.\n\n${n}. One\n${n + 1}. Two\n   - inner\n\n> A quote.\n\n| a | b |\n|---|---|\n| ${n} | two |\n\n`;
    const long = `# Head\n\n${Array.from({ length: 1_500 }, (_, n) => section(n + 1)).join('')}[a]: https://example.org/a`;
    const { doc, details } = read(long);
    const whole = readHtml(marked.parse(long, { async: false, gfm: true }));
    expect(doc).toEqual(whole.doc);
    expect(details).toEqual(whole.details);
  });

  it('refuses what holds no text', () => {
    expect(() => read('<!-- nothing -->')).toThrow('There is no text here.');
  });
});
