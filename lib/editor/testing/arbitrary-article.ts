import fc from 'fast-check';
import type {
  ArticleBlock,
  ArticleDoc,
  ArticleInline,
  InlineMark,
  ListItem,
  TableRow,
} from '@/lib/domain/article-doc';

const lead = fc.constantFrom('', '\n', '\n\n', '\n\n\n \n', '\t', '\n1. ', '\n  • ', '  1. ');

const words = fc
  .array(
    fc.constantFrom(
      'a',
      'word',
      ' ',
      '. ',
      '👩‍👩‍👧',
      '𝒳',
      'e\u0301',
      'مرحبا',
      'שלום',
      '港口',
      '\u200f',
      '\n',
      '"',
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => parts.join(''));

const markSets: readonly (readonly InlineMark[])[] = [
  [],
  [{ type: 'bold' }],
  [{ type: 'link', attrs: { href: 'https://example.org/' } }, { type: 'italic' }],
  [{ type: 'code' }, { type: 'superscript' }],
];

const inline: fc.Arbitrary<ArticleInline> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      type: fc.constant('text' as const),
      text: words,
      marks: fc.constantFrom(...markSets),
    }),
  },
  { weight: 1, arbitrary: fc.constant<ArticleInline>({ type: 'hardBreak' }) },
);

const inlines = fc.array(inline, { maxLength: 5 });

const textBlock: fc.Arbitrary<ArticleBlock> = fc.oneof(
  fc.record({ type: fc.constant('paragraph' as const), attrs: fc.record({ lead }), content: inlines }),
  fc.record({
    type: fc.constant('heading' as const),
    attrs: fc.record({ lead, level: fc.integer({ min: 1, max: 6 }) }),
    content: inlines,
  }),
  fc.record({ type: fc.constant('codeBlock' as const), attrs: fc.record({ lead }), content: inlines }),
);

const tableRow = (cells: readonly (readonly ArticleBlock[])[]): TableRow => ({
  type: 'tableRow',
  content: cells.map((content, at) => ({
    type: 'tableCell',
    attrs: { isHeader: at === 0, colspan: 1, rowspan: 1 },
    content,
  })),
});

const { block } = fc.letrec<{ block: ArticleBlock; item: ListItem }>((tie) => {
  const items = fc.array(tie('item'), { minLength: 1, maxLength: 3 });
  const blocks = fc.array(tie('block'), { minLength: 1, maxLength: 3 });
  return {
    item: blocks.map((content): ListItem => ({ type: 'listItem', content })),
    block: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      textBlock,
      fc.constant<ArticleBlock>({ type: 'horizontalRule' }),
      items.map((content): ArticleBlock => ({ type: 'bulletList', content })),
      fc
        .record({ start: fc.nat(30), content: items })
        .map(({ start, content }): ArticleBlock => ({ type: 'orderedList', attrs: { start }, content })),
      blocks.map((content): ArticleBlock => ({ type: 'blockquote', content })),
      blocks.map((content): ArticleBlock => ({ type: 'figure', content })),
      fc.integer({ min: 1, max: 99 }).map((page): ArticleBlock => ({ type: 'pageBreak', attrs: { page } })),
      fc
        .array(fc.tuple(blocks, blocks), { minLength: 1, maxLength: 2 })
        .map((rows): ArticleBlock => ({ type: 'table', content: rows.map(tableRow) })),
    ),
  };
});

/**
 * Articles as wild as the domain allows: nested lists and quotes, empty paragraphs, rules, hard breaks, leads of
 * every length, astral characters, combining marks, right-to-left and CJK text.
 */
export const arbitraryArticle: fc.Arbitrary<ArticleDoc> = fc
  .array(block, { minLength: 1, maxLength: 6 })
  .map((content) => ({ type: 'doc', content }));
