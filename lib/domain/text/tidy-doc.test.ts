import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ArticleBlock, type ArticleDoc, canonicalText } from '../article-doc';
import { articleDoc } from '../testing/arbitraries';
import { rebaseDoc } from './rebase-doc';
import { tidyDoc } from './tidy-doc';

const paragraph = (text: string, lead = '\n\n'): ArticleBlock => ({
  type: 'paragraph',
  attrs: { lead },
  content: [{ type: 'text', text }],
});
const docOf = (...content: readonly ArticleBlock[]): ArticleDoc => ({ type: 'doc', content });

describe('a document out of an editor', () => {
  it('begins with its words and is in normal form C', () => {
    const doc = tidyDoc(docOf(paragraph('E\u0301tat'), paragraph('Two')));
    expect(canonicalText(doc)).toBe('\u00c9tat\n\nTwo');
  });

  it('gives an item that was typed the marker of its list', () => {
    const item = (text: string, lead: string) => ({
      type: 'listItem' as const,
      content: [paragraph(text, lead)],
    });
    const bullets = docOf(paragraph('Head', ''), {
      type: 'bulletList',
      content: [item('one', '\n\n- '), item('two', '\n\n'), item('three', '\n- ')],
    });
    expect(canonicalText(tidyDoc(bullets))).toBe('Head\n\n- one\n- two\n- three');
    const numbers = docOf(paragraph('Head', ''), {
      type: 'orderedList',
      attrs: { start: 3 },
      content: [item('three', '\n\n3. '), item('four', '\n\n')],
    });
    expect(canonicalText(tidyDoc(numbers))).toBe('Head\n\n3. three\n4. four');
  });

  it('stays as it is once it is tidy', () => {
    fc.assert(
      fc.property(articleDoc, (doc) => {
        const tidy = tidyDoc(doc);
        expect(tidyDoc(tidy)).toEqual(tidy);
      }),
      { numRuns: 50 },
    );
  });
});

describe('two people’s changes of one text', () => {
  const [a, b, c, d] = ['One.', 'Two.', 'Three.', 'Four.'].map((text) => paragraph(text)) as [
    ArticleBlock,
    ArticleBlock,
    ArticleBlock,
    ArticleBlock,
  ];
  const base = docOf(a, b, c, d);

  it('go together where they are apart', () => {
    const mine = docOf(a, b, c, paragraph('Mine.'));
    const theirs = docOf(paragraph('New.'), a, b, c, d);
    expect(rebaseDoc(base, mine, theirs)).toEqual(docOf(paragraph('New.'), a, b, c, paragraph('Mine.')));
  });

  it('are put on top where a neighbouring block was changed, however each side orders its keys', () => {
    // The same block with its keys in another order.
    const reordered = (block: ArticleBlock) =>
      Object.fromEntries(Object.entries(block).reverse()) as ArticleBlock;
    const mine = docOf(...[a, paragraph('Mine.'), c, d].map(reordered));
    const merged = rebaseDoc(base, mine, docOf(a, b, paragraph('Theirs.'), d));
    expect(merged).toEqual(docOf(a, paragraph('Mine.'), paragraph('Theirs.'), d));
  });

  it('are not guessed together where both changed the same', () => {
    expect(
      rebaseDoc(base, docOf(a, paragraph('Mine.'), c, d), docOf(a, paragraph('Theirs.'), c, d)),
    ).toBeUndefined();
  });
});
