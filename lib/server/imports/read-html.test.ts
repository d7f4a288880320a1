import { Node as EditorNode } from '@tiptap/pm/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ArticleDoc, blockText, canonicalText, textBlocks } from '@/lib/domain/article-doc';
import { articleDocSchema } from '@/lib/domain/article-doc-schema';
import { articleSchema } from '@/lib/editor/article-schema';
import { readHtml } from './read-html';

const read = (html: string, title?: string) => readHtml(html, { title });
const textOf = (html: string) => canonicalText(read(html).doc);

/** A document as one short line: `h1(Head) p(a *b) ol3(li(p(x)))`; marks as their first letters before `:`. */
function outline(doc: ArticleDoc): string {
  const visit = (node: unknown): string => {
    const { type, attrs = {}, content = [], text, marks = [] } = Object(node);
    if (type === 'text') {
      const names = marks.map(
        (mark: { type: string; attrs?: { href: string } }) => mark.attrs?.href ?? mark.type,
      );
      return names.length === 0 ? text : `{${names.join('+')}:${text}}`;
    }
    if (type === 'hardBreak') return '/';
    const inner = content.map(visit).join(['paragraph', 'heading', 'codeBlock'].includes(type) ? '' : ' ');
    return `${type}${attrs.level ?? attrs.start ?? ''}(${inner})`;
  };
  return doc.content.map(visit).join(' ');
}

describe('a long page', () => {
  it('is read in parts just as in one', () => {
    const paragraphs = Array.from(
      { length: 4_000 },
      (_, n) => `<p>Sentence &lt;${n}&gt; of <b>many</b>.</p>${n} &amp; words`,
    );
    const long = readHtml(`<div><main>${paragraphs.join('')}</main></div>`);
    const texts = textBlocks(long.doc).map(blockText);
    expect(texts).toHaveLength(8_000);
    expect(texts.slice(-2)).toEqual(['Sentence <3999> of many.', '3999 & words']);
  });
});

describe('readHtml', () => {
  it.each([
    [
      'headings and paragraphs',
      '<h1>A</h1><h3>B</h3><p>c</p><div>d</div>',
      'heading1(A) heading3(B) paragraph(c) paragraph(d)',
    ],
    ['loose text around blocks', 'a<p>b</p>c', 'paragraph(a) paragraph(b) paragraph(c)'],
    ['white space as browsers show it', '<p>  a\n\t b <b> c</b> </p>', 'paragraph(a b {bold:c})'],
    ['no-break spaces stay', '<p>a&nbsp; b</p><p>&nbsp;</p>', 'paragraph(a\u00a0 b)'],
    ['line breaks', '<p>a <br> b<br><br>c<br></p>', 'paragraph(a/b//c)'],
    [
      'marks in the order of the schema',
      '<p><code><i><b>x</b></i></code></p>',
      'paragraph({bold+italic+code:x})',
    ],
    [
      'all marks',
      '<p><u>a</u><s>b</s><sup>c</sup><sub>d</sub><kbd>e</kbd></p>',
      'paragraph({underline:a}{strike:b}{superscript:c}{subscript:d}{code:e})',
    ],
    ['marks around blocks', '<b><p>a</p><p>b</p></b>', 'paragraph({bold:a}) paragraph({bold:b})'],
    [
      'nested lists',
      '<ol start="3"><li>a<ul><li>b</li></ul></li><li><p>c</p><p>d</p></li></ol>',
      'orderedList3(listItem(paragraph(a) bulletList(listItem(paragraph(b)))) listItem(paragraph(c) paragraph(d)))',
    ],
    [
      'a list inside a list without an item',
      '<ul><li>a</li><ul><li>b</li></ul></ul>',
      'bulletList(listItem(paragraph(a)) listItem(bulletList(listItem(paragraph(b)))))',
    ],
    ['empty lists and items', '<p>x</p><ul></ul><ul><li> </li></ul>', 'paragraph(x)'],
    ['quotes', '<blockquote>a<p>b</p></blockquote>', 'blockquote(paragraph(a) paragraph(b))'],
    ['rules', '<p>a</p><hr><p>b</p>', 'paragraph(a) horizontalRule() paragraph(b)'],
    ['code with its space', '<pre><code>\n  a\n    b\n\n</code></pre>', 'codeBlock(  a\n    b)'],
    [
      'links',
      '<p><a href="HTTPS://Example.org/x y">a</a> <a href="mailto:a@b.example">b</a></p>',
      'paragraph({https://example.org/x%20y:a} {mailto:a@b.example:b})',
    ],
    [
      'tables',
      '<table><caption>T</caption><tr><th>A<th>B</tr><tr><td>1<td><p>2</p></table>',
      'paragraph(T) table(tableRow(tableCell(paragraph(A)) tableCell(paragraph(B))) tableRow(tableCell(paragraph(1)) tableCell(paragraph(2))))',
    ],
    [
      'tables in tables',
      '<table><tr><td>1<td><table><tr><td>2</table></table>',
      'table(tableRow(tableCell(paragraph(1)) tableCell(table(tableRow(tableCell(paragraph(2)))))))',
    ],
    [
      'tables that only lay out a page',
      '<table><tr><td><p>a</p><p>b</p></td></tr></table>',
      'paragraph(a) paragraph(b)',
    ],
    [
      'images by their description',
      '<p>a <img alt=" A  pier " src="x"> b</p>',
      'paragraph(a b) paragraph([Image: A pier])',
    ],
    [
      'figures',
      '<figure><img alt="Pier" src="x"><figcaption>The pier.</figcaption></figure>',
      'figure(paragraph([Image: Pier]) paragraph(The pier.))',
    ],
    ['definition lists', '<dl><dt>a</dt><dd>b</dd></dl>', 'paragraph(a) paragraph(b)'],
    [
      'an accent in the next element goes onto its letter',
      '<p>caf<b>e</b><i>\u0301s</i></p>',
      'paragraph(caf{bold:é}{italic:s})',
    ],
  ])('reads %s', (_name, html, expected) => {
    expect(outline(read(html).doc)).toBe(expected);
  });

  it('writes list markers and blank lines into the text', () => {
    const html = '<p>Intro</p><ol><li>a<ul><li>b</li><li>c</li></ul></li><li>d</li></ol><p>End</p>';
    expect(textOf(html)).toBe('Intro\n\n1. a\n  • b\n  • c\n2. d\n\nEnd');
    expect(textOf('<ul><li>a</li></ul>')).toBe('• a');
    expect(
      textOf(
        '<p>Costs</p><table><tr><th>Year<th>Costs<tr><td>2024<td><p>190</p><p>planned</p><tr><td><td><ul><li>a<li>b</ul></table><p>End</p>',
      ),
    ).toBe('Costs\n\nYear\tCosts\n2024\t190\nplanned\n\t  • a\n  • b\n\nEnd');
  });

  it('counts what did not come in, in words', () => {
    const { dropped, warnings } = read(
      '<style>p{}</style><nav>Menu</nav><p>Text</p><script>x()</script><script>y()</script><iframe src="x"></iframe>' +
        '<form><input><button>Go</button></form><input><video></video><svg></svg><img src="x"><p hidden>no</p>' +
        '<p style="color:red; display:none">no</p><a href="/relative">a</a><table><tr><td>1</td></tr></table>',
    );
    expect(Object.fromEntries(dropped.map(({ what, count }) => [what, count]))).toEqual({
      scripts: 2,
      'style sheets': 1,
      menus: 1,
      'embedded frames': 1,
      forms: 1,
      'form fields': 1,
      'videos and recordings': 1,
      'drawings and formulas': 1,
      'hidden passages': 2,
      'images without a description': 1,
      'links without a web address': 1,
    });
    expect(warnings).toEqual([]);
  });

  it('keeps the text of a page that is one large form', () => {
    expect(textOf('<form><h1>Head</h1><p>All of the text.</p><input></form>')).toBe(
      'Head\n\nAll of the text.',
    );
  });

  it('reads what the page says of itself', () => {
    const { details } = read(`<html lang="en-us"><head><title>Head | Daily</title>
      <link rel="canonical" href="https://daily.example/head">
      <meta property="og:site_name" content="The Daily"><meta property="og:title" content="Other head">
      <script type="application/ld+json">{"@graph":[{"@type":"WebPage"},{"@type":["NewsArticle"],
        "headline":"Linked head","author":[{"name":"Jane Roe"},{"name":"John Doe"}],
        "datePublished":"2026-03-03T10:00:00Z"}]}</script></head><body><p>Text, <a href="/more">more</a>.</p></body></html>`);
    expect(details).toEqual({
      title: 'Linked head',
      byline: 'Jane Roe, John Doe',
      publication: 'The Daily',
      publishedOn: '2026-03-03',
      sourceAddress: 'https://daily.example/head',
      language: 'en-US',
      direction: 'ltr',
    });
  });

  it('takes the one first-level heading for the headline, or what the sender says', () => {
    const html = '<title>Tab</title><h1>Seen</h1><p>By Jane Roe</p><p>x</p>';
    expect(read(html).details).toMatchObject({ title: 'Seen', byline: 'Jane Roe' });
    expect(read(html, 'Given').details.title).toBe('Given');
    expect(read('<title>Tab</title><p>x</p>').details.title).toBe('Tab');
  });

  it('takes nonsense in the head for silence', () => {
    const { details } = read(`<html lang="!!"><head><link rel="canonical" href="javascript:x">
      <meta name="date" content="yesterday"><script type="application/ld+json">{broken</script></head><p>x</p>`);
    expect(details).toMatchObject({ sourceAddress: null, publishedOn: null, language: null, title: '' });
  });

  it('finds links against the page’s own address', () => {
    const html = '<link rel="canonical" href="https://daily.example/a/b"><p><a href="../c">c</a></p>';
    expect(outline(read(html).doc)).toBe('paragraph({https://daily.example/c:c})');
  });

  it.each([
    ['no text', '<p> </p><script>x</script>', 'There is no text here.'],
    ['lists nested too deeply', `${'<ul><li>'.repeat(30)}x`, 'nested more than 24 levels deep'],
    ['quotes nested too deeply', `${'<blockquote>'.repeat(30)}x`, 'nested more than 24 levels deep'],
    ['tables nested too deeply', `${'<table><tr><td>'.repeat(30)}x`, 'nested more than 24 levels deep'],
    [
      'accents piled up as entities',
      `<p>a${'&#x301;&#x316;'.repeat(2_000)}</p>`,
      'stacks hundreds of accents',
    ],
  ])('refuses %s', (_name, html, sentence) => {
    expect(() => read(html)).toThrow(sentence);
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg onload=alert(1)><a xlink:href="javascript:alert(1)">s</a></svg>',
    '<a href="javascript:alert(1)">j</a>',
    '<a href=" &#x6A;avascript&colon;alert(1)">j</a>',
    '<a href="java\tscript:alert(1)">j</a>',
    '<a href="data:text/html,<script>alert(1)</script>">d</a>',
    '<a href="vbscript:x">v</a><a href="blob:x">b</a><a href="file:///etc/passwd">f</a>',
    '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe><object data="javascript:x"></object><embed src="x">',
    '<form action="javascript:alert(1)"><button formaction="javascript:x">b</button></form>',
    '<base href="javascript:/"><a href="x">b</a><meta http-equiv="refresh" content="0;url=javascript:x">',
    '<p style="background:url(javascript:x)" onclick="x()" id="location" name="cookie">p</p>',
    '<template><script>alert(1)</script></template><details ontoggle=alert(1) open>t</details>',
  ])('takes nothing dangerous from %j', (html) => {
    const { doc } = read(`<p>safe</p>${html}`);
    expect(articleDocSchema.parse(doc)).toEqual(doc);
    const links = JSON.stringify(doc).match(/"href":"[^"]*"/g) ?? [];
    for (const link of links) expect(link).toMatch(/"href":"(https?:\/\/|mailto:)/);
    expect(JSON.stringify(doc)).not.toMatch(/alert\(1\)"?>|onerror|onclick|srcdoc/);
  });

  it('makes of any tag soup an article that the editor takes exactly', () => {
    const schema = articleSchema();
    const piece = fc.constantFrom(
      ...[
        '<p>',
        '</p>',
        '<b>',
        '</b>',
        '<i>',
        '<ul>',
        '<li>',
        '</ul>',
        '<ol start=2>',
        '<h2>',
        '<pre>',
        '</pre>',
      ],
      ...[
        '<table>',
        '<tr>',
        '<td>',
        '</table>',
        '<blockquote>',
        '</blockquote>',
        '<br>',
        '<hr>',
        '<a href="https://a.example">',
      ],
      ...[
        'a',
        ' ',
        '\n',
        'e',
        '\u0301',
        '&nbsp;',
        '👩‍👩‍👧',
        '<img alt="x">',
        '<code>',
        '</code>',
        '<sup>',
        '<div>',
        '</div>',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const { doc } = read(`<p>start</p>${pieces.join('')}`);
        expect(articleDocSchema.parse(doc)).toEqual(doc);
        expect(() => EditorNode.fromJSON(schema, doc).check()).not.toThrow();
        expect(canonicalText(doc)).toBe(canonicalText(doc).normalize('NFC'));
      }),
      { numRuns: 100 },
    );
  });
});
