import { describe, expect, it } from 'vitest';
import { unknownDetails } from '@/lib/domain/article';
import type { ArticleBlock } from '@/lib/domain/article-doc';
import type { ArticleDraft, ReadProgress } from '@/lib/domain/lists';
import { parserAnswerReader } from './parser-answer';
import { listedInLine } from './parser-answer-schema';
import type { ParserAnswer } from './parser-job';
import { writeAnswer } from './write-answer';

const paragraph = (text: string): ArticleBlock => ({
  type: 'paragraph',
  attrs: { lead: '' },
  content: [{ type: 'text', text }],
});
const draftOf = (content: readonly ArticleBlock[]): ArticleDraft => ({
  details: { ...unknownDetails, title: 'Head' },
  doc: { type: 'doc', content },
  dropped: [{ what: 'scripts', count: 1 }],
  warnings: [],
  comments: [],
  original: null,
});

/** What the app takes from words that a parser process has written. */
function taken(written: string, heard: ReadProgress[] = []): ParserAnswer | 'not believed' | undefined {
  const reader = parserAnswerReader((progress) => void heard.push(progress));
  const end = written.lastIndexOf('\n');
  if (end !== -1 && !reader.take(written.slice(0, end))) return 'not believed';
  return reader.end(written.slice(end + 1));
}

function wordsOf(answer: ParserAnswer): string {
  let words = '';
  writeAnswer(answer, (more) => {
    words += more;
  });
  return words;
}

/** An answer with other blocks in its first line than our own reader would write. */
const withBlocks = (...blocks: unknown[]): string =>
  `${JSON.stringify({ blocks })}\n${wordsOf({ ok: true, draft: draftOf([paragraph('x')]) })
    .split('\n')
    .at(-1)}`;

describe('parserAnswerReader', () => {
  it('gives back what was written, block by block', () => {
    const content = Array.from({ length: listedInLine * 2 + 1 }, (_, n) => paragraph(`Line ${n}`));
    const answer = { ok: true, draft: draftOf(content) } as const;
    const heard: ReadProgress[] = [];
    expect(taken(`{"progress":{"stage":"reading"}}\n${wordsOf(answer)}`, heard)).toEqual(answer);
    expect(heard).toEqual([{ stage: 'reading' }]);
    const refusal = { ok: false, error: { code: 'TOO_LARGE', message: 'Too much.' } } as const;
    expect(taken(wordsOf(refusal))).toEqual(refusal);
  });

  const deep = `${'{"type":"blockquote","content":['.repeat(20_000)}${']}'.repeat(20_000)}`;
  it.each([
    [
      'a link that acts',
      withBlocks({
        ...paragraph(''),
        content: [
          { type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] },
        ],
      }),
    ],
    ['a node that articles do not know', withBlocks({ type: 'image', attrs: { src: 'https://a.example' } })],
    ['words between two paragraphs', withBlocks({ ...paragraph('x'), attrs: { lead: 'smuggled' } })],
    ['more paragraphs than may come in', withBlocks(...Array.from({ length: 50_001 }, () => paragraph('x')))],
    ['a nesting that fills the stack', `{"blocks":[${deep}]}\n{}`],
    ['a line of something else', 'warning: something\n{}'],
  ])('believes no process that writes %s', (_, written) => {
    expect(taken(written)).toBe('not believed');
  });

  it.each([
    ['is cut off', wordsOf({ ok: true, draft: draftOf([paragraph('x')]) }).slice(0, -5)],
    ['has no article in it', wordsOf({ ok: true, draft: draftOf([]) })],
    ['says that somebody is not signed in', '{"ok":false,"error":{"code":"UNAUTHENTICATED","message":"x"}}'],
    ['holds more than it should', '{"ok":true,"draft":{"doc":{}}}'],
    ['is empty', ''],
  ])('takes no answer that %s', (_, written) => {
    expect(taken(written)).toBeUndefined();
  });
});
