import fc from 'fast-check';
import { expect, it } from 'vitest';
import { maxNoteLength, richTextToPlain } from '@/lib/domain/rich-text';
import { richTextSchema } from '@/lib/domain/rich-text-schema';
import { processorMs } from '@/lib/domain/testing/processor-time';
import { htmlToNotes, markdownToNotes, plainToNotes } from './html-to-rich-text';
import { richTextToHtml } from './markup';

const clean = (html: string): string => htmlToNotes(html).map(richTextToHtml).join('|');

it.each([
  ['<p>Is <strong>this</strong> <em>so</em>?</p>', '<p>Is <strong>this</strong> <em>so</em>?</p>'],
  ['one<br>two <div>three</div> four', '<p>one<br>two</p><p>three</p><p>four</p>'],
  [
    '<h2>Head</h2><ol><li>a<li>b <b>c</b></ol>',
    '<p>Head</p><ol><li><p>a</p></li><li><p>b <strong>c</strong></p></li></ol>',
  ],
  ['<blockquote>said</blockquote>', '<blockquote><p>said</p></blockquote>'],
  ['a<script>alert(1)</script><style>b{}</style><svg><text>x</text></svg>', '<p>a</p>'],
  ['<img src=x onerror=alert(1) alt="A port"> seen', '<p>[Image: A port] seen</p>'],
  ['<a href="javascript:alert(1)">here</a>', '<p>here</p>'],
  [
    '<a href=" https://a.example.org/ " onclick=x()>here</a>',
    '<p><a href="https://a.example.org/" rel="noopener noreferrer">here</a></p>',
  ],
  ['<iframe src="https://a.example.org"></iframe>', ''],
  ['   \n ', ''],
])('makes of %j the note %j', (html, expected) => expect(clean(html)).toBe(expected));

it('reads Markdown with its links and lists, and no script in it', () => {
  const [note] = markdownToNotes(
    '**Who** says?\n\n- [a](https://a.example.org)\n- <script>alert(1)</script>b',
  );
  expect(richTextToHtml(note ?? { type: 'doc', content: [] })).toBe(
    '<p><strong>Who</strong> says?</p><ul><li><p><a href="https://a.example.org" rel="noopener noreferrer">a</a></p></li><li><p>b</p></li></ul>',
  );
});

it('gives only bodies that a note may have, whatever comes', () => {
  const tag = fc.constantFrom(
    '<b>',
    '</b>',
    '<ul>',
    '<li>',
    '</ul>',
    '<p>',
    '<a href="data:x">',
    '<table>',
    '<td>',
    '<!--',
    '-->',
    '&lt;',
    '<svg>',
  );
  const part = fc.oneof(tag, fc.string({ maxLength: 12, unit: 'grapheme' }));
  fc.assert(
    fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
      for (const note of [...htmlToNotes(parts.join('')), ...markdownToNotes(parts.join('\n'))])
        expect(richTextSchema.safeParse(note).success).toBe(true);
    }),
    { numRuns: 100 },
  );
});

it('divides what is longer than a note, and reads absurd nesting in no time', () => {
  const long = plainToNotes('word '.repeat(10_000));
  expect(long).toHaveLength(3);
  expect(long.every((note) => richTextToPlain(note).length <= maxNoteLength)).toBe(true);
  expect(long.map(richTextToPlain).join('').length).toBeGreaterThan(49_990);
  const begun = processorMs();
  for (const open of ['<b>', '<div>', '<blockquote>', '<ul><li>', '<a href=x><p>', '<table>'])
    expect(htmlToNotes(`${open.repeat(Math.floor(20_000 / open.length))}deep`).length).toBeLessThanOrEqual(1);
  expect(markdownToNotes('1. '.repeat(6_000))).toHaveLength(1);
  expect(processorMs() - begun).toBeLessThan(5_000);
});
