import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { anchorAt } from '@/lib/domain/anchor';
import type { Mark } from '@/lib/domain/annotation';
import { type ArticleDoc, canonicalText } from '@/lib/domain/article-doc';
import { claim } from '@/lib/domain/testing/desk';
import { PastText } from './PastText';

const doc: ArticleDoc = {
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      attrs: { lead: '' },
      content: [
        { type: 'text', text: 'The port ' },
        { type: 'text', text: 'grew by 40', marks: [{ type: 'bold' }] },
        { type: 'text', text: ' percent.' },
      ],
    },
    { type: 'paragraph', attrs: { lead: '\n\n' }, content: [{ type: 'text', text: 'Splendid.' }] },
  ],
};
const text = canonicalText(doc);

function marked(words: string, number: number, mark: Mark = 'claim', state: 'exact' | 'orphaned' = 'exact') {
  const start = text.indexOf(words);
  const anchor = { ...anchorAt({ id: 'x', text }, { start, end: start + words.length }), state };
  return { annotation: claim({}, { id: `a${number}`, mark, anchor }), number };
}

const html = (...numbered: ReturnType<typeof marked>[]): string =>
  renderToStaticMarkup(<PastText doc={doc} direction={null} numbered={numbered} />);
const plain = (markup: string): string => markup.replace(/<a .*?<\/a>|<[^>]+>/g, '');

it('keeps every word, whatever lies on it', () => {
  const overlapping = [
    marked('port grew', 1),
    marked('grew by 40 percent', 2, 'opinion'),
    marked('40', 3, 'sourced_fact'),
    marked('percent.\n\nSplendid', 4, 'no_fact'),
  ];
  expect(plain(html(...overlapping))).toBe(text.replaceAll('\n', ''));
});

it('puts the longer mark outside and the way to a card where its passage ends', () => {
  const markup = html(marked('grew by 40 percent', 1, 'opinion'), marked('40', 2));
  expect(markup).toMatch(/<mark data-annotation-id="a1"[^>]*><mark data-annotation-id="a2"[^>]*>/);
  const ways = [...markup.matchAll(/href="#card-(a\d)"/g)].map(([, id]) => id);
  expect(ways).toEqual(['a2', 'a1']);
});

it('leaves a passage that is no longer in the text unpainted', () => {
  expect(html(marked('port', 1, 'claim', 'orphaned'))).not.toContain('<mark');
});
