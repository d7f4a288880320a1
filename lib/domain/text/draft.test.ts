import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unknownDetails } from '../article';
import {
  type ArticleBlock,
  blockText,
  canonicalText,
  type ListItem,
  type TextBlock,
  textBlocks,
} from '../article-doc';
import { articleDocSchema } from '../article-doc-schema';
import type { ArticleDraft } from '../lists';
import {
  type BlockKind,
  blockKinds,
  blocksFrom,
  findBlockKind,
  withBlockKind,
  withHeadline,
  withoutBlocks,
} from './draft';

const paragraph = (words: string, lead = '\n\n'): TextBlock => ({
  type: 'paragraph',
  attrs: { lead },
  content: [{ type: 'text', text: words }],
});
const heading = (words: string, level: number, lead = '\n\n'): TextBlock => ({
  type: 'heading',
  attrs: { lead, level },
  content: [{ type: 'text', text: words }],
});
const item = (...content: ArticleBlock[]): ListItem => ({ type: 'listItem', content });
const numbered = (...content: ListItem[]): ArticleBlock => ({
  type: 'orderedList',
  attrs: { start: 1 },
  content,
});

function draftOf(content: readonly ArticleBlock[], title = ''): ArticleDraft {
  const details = {
    ...unknownDetails,
    title,
  };
  return { details, doc: { type: 'doc', content }, dropped: [], warnings: [], comments: [], original: null };
}
const text = (draft: ArticleDraft): string => canonicalText(draft.doc);

const news = draftOf(
  [
    heading('Harbour costs double', 1, ''),
    paragraph('The port said so.', '\n\n\n'),
    numbered(
      item(paragraph('Silt.', '\n\n  1. ')),
      item(paragraph('Steel.', '\n  2. ')),
      item(paragraph('Staff.', '\n  3. ')),
    ),
    { type: 'blockquote', content: [paragraph('“Two in three.”'), paragraph('“Really.”')] },
    { type: 'horizontalRule' },
    paragraph('Comments (27)'),
    paragraph('First!', '\n'),
  ],
  'Harbour costs double',
);

describe('withHeadline', () => {
  it('rewrites the heading at the top of the text, and nothing else', () => {
    const changed = withHeadline(news, 'Harbour  to cost twice as much ');
    expect(changed.details.title).toBe('Harbour  to cost twice as much ');
    expect(text(changed)).toBe(text(news).replace('Harbour costs double', 'Harbour to cost twice as much'));
  });

  it('leaves the heading with its italics alone when only blank space differs', () => {
    expect(withHeadline(news, ' Harbour costs double ').doc).toBe(news.doc);
  });

  it('puts a headline in front of a text that has none, parted by a blank line', () => {
    const changed = withHeadline(draftOf([paragraph('Silt.', '')]), 'Harbour');
    expect(text(changed)).toBe('Harbour\n\nSilt.');
    expect(text(withHeadline(changed, 'Harbours'))).toBe('Harbours\n\nSilt.');
  });

  it('keeps the marker of a list that was first', () => {
    const list = draftOf([numbered(item(paragraph('Silt.', '1. ')), item(paragraph('Steel.', '\n2. ')))]);
    expect(text(withHeadline(list, 'Why'))).toBe('Why\n\n1. Silt.\n2. Steel.');
  });

  it('rewrites the heading further down that says what the details say', () => {
    const kicker = draftOf([paragraph('Regional desk', ''), heading('Harbour', 1)], 'Harbour');
    expect(text(withHeadline(kicker, 'Port'))).toBe('Regional desk\n\nPort');
  });

  it('keeps the text while the field is empty', () => {
    expect(withHeadline(news, ' ')).toEqual({ ...news, details: { ...news.details, title: ' ' } });
  });
});

describe('withoutBlocks', () => {
  it('leaves out a tail, with the rule above it', () => {
    const cut = withoutBlocks(news, blocksFrom(news.doc, 7));
    expect(text(cut)).toBe(text(news).slice(0, text(news).indexOf('\n\nComments')));
    expect(cut.doc.content.at(-1)?.type).toBe('blockquote');
  });

  it('numbers the rest of a list anew, in the text too', () => {
    const cut = withoutBlocks(news, new Set([2]));
    expect(text(cut)).toContain('The port said so.\n\n  1. Steel.\n  2. Staff.');
  });

  it('begins the text without blank lines when the first block goes', () => {
    expect(text(withoutBlocks(news, new Set([0, 1])))).toMatch(/^1\. Silt\.\n/);
  });

  it('empties a cell that is left out, and removes a row or a table of which nothing is left', () => {
    const cell = (words: string, lead: string) => ({
      type: 'tableCell' as const,
      attrs: { isHeader: false, colspan: 1, rowspan: 1 },
      content: [paragraph(words, lead)],
    });
    const row = (...content: ReturnType<typeof cell>[]) => ({ type: 'tableRow' as const, content });
    const content = [row(cell('a', ''), cell('b', '\t')), row(cell('c', '\n'), cell('d', '\t'))];
    const figures = draftOf([{ type: 'table', content }, paragraph('End.')]);
    expect(text(withoutBlocks(figures, new Set([1])))).toBe('a\t\nc\td\n\nEnd.');
    expect(text(withoutBlocks(figures, new Set([0, 1])))).toBe('c\td\n\nEnd.');
    expect(withoutBlocks(figures, new Set([0, 1, 2, 3])).doc.content).toEqual([paragraph('End.', '')]);
    expect(withHeadline(figures, 'Costs').doc.content).toHaveLength(3);
  });

  it('removes a list and a quote that are emptied', () => {
    const cut = withoutBlocks(news, new Set([2, 3, 4, 5, 6]));
    expect(cut.doc.content.map(({ type }) => type)).toEqual([
      'heading',
      'paragraph',
      'horizontalRule',
      'paragraph',
      'paragraph',
    ]);
  });

  it('never leaves an empty article', () => {
    expect(withoutBlocks(news, blocksFrom(news.doc, 0))).toBe(news);
  });
});

describe('withBlockKind', () => {
  it.each<[number, BlockKind, string]>([
    [1, 'heading', 'The port said so.'],
    [0, 'paragraph', 'Harbour costs double'],
    [5, 'paragraph', '“Two in three.”'],
  ])('makes block %i a %s without touching the words around it', (number, kind, words) => {
    const changed = withBlockKind(news, number, kind);
    expect(findBlockKind(changed.doc, number)).toBe(kind);
    expect(text(changed)).toContain(words);
    expect(textBlocks(changed.doc).map(blockText)).toEqual(textBlocks(news.doc).map(blockText));
  });

  it('takes an item out of the middle of a numbered list, which counts on after it', () => {
    const changed = withBlockKind(news, 3, 'paragraph');
    expect(text(changed)).toContain('  1. Silt.\n\nSteel.\n\n  3. Staff.');
    expect(changed.doc.content[4]).toMatchObject({ type: 'orderedList', attrs: { start: 3 } });
  });

  it('joins new bullets into one list', () => {
    const changed = withBlockKind(withBlockKind(news, 7, 'bullet'), 8, 'bullet');
    expect(changed.doc.content.at(-1)).toMatchObject({ type: 'bulletList', content: [{}, {}] });
    expect(text(changed)).toMatch(/\n\n• Comments \(27\)\n\n• First!$/);
  });

  it('makes a block the headline, and the former one a heading', () => {
    const changed = withBlockKind(news, 1, 'headline');
    expect(changed.details.title).toBe('The port said so.');
    expect([0, 1].map((number) => findBlockKind(changed.doc, number))).toEqual(['heading', 'headline']);
    expect(text(withHeadline(changed, 'So said the port'))).toContain('\n\n\nSo said the port\n');
  });
});

describe('any chain of corrections', () => {
  const words = fc.stringMatching(/^[a-zé“”,. ]{1,20}$/).filter((found) => found.trim() !== '');
  const block = (depth: number): fc.Arbitrary<ArticleBlock> => {
    const texts = fc.oneof(
      words.map((found) => paragraph(found)),
      fc.tuple(words, fc.integer({ min: 1, max: 3 })).map(([found, level]) => heading(found, level)),
    );
    if (depth === 0) return texts;
    const items = fc.array(fc.array(block(depth - 1), { minLength: 1, maxLength: 2 }), {
      minLength: 1,
      maxLength: 3,
    });
    return fc.oneof(
      { arbitrary: texts, weight: 4 },
      items.map(
        (found): ArticleBlock => ({
          type: 'bulletList',
          content: found.map((content) => item(...content)),
        }),
      ),
      items.map((found) => numbered(...found.map((content) => item(...content)))),
      items.map((found): ArticleBlock => ({ type: 'blockquote', content: found.flat() })),
    );
  };
  const step = fc.oneof(
    fc.record({ op: fc.constant('kind' as const), at: fc.nat(12), kind: fc.constantFrom(...blockKinds) }),
    fc.record({ op: fc.constant('without' as const), at: fc.nat(12) }),
    fc.record({ op: fc.constant('title' as const), title: words }),
  );

  it('keeps a valid document whose other words and their order never change', () => {
    fc.assert(
      fc.property(
        fc.array(block(2), { minLength: 1, maxLength: 5 }),
        fc.array(step, { maxLength: 6 }),
        (content, steps) => {
          let draft = withBlockKind(
            withoutBlocks(draftOf([paragraph('x', ''), ...content]), new Set([0])),
            0,
            'heading',
          );
          for (const change of steps) {
            const before = textBlocks(draft.doc).map(blockText);
            if (change.op === 'title') {
              draft = withHeadline(draft, change.title);
              expect(textBlocks(draft.doc).map(blockText)).toContain(
                change.title.replace(/\s+/g, ' ').trim(),
              );
            } else if (change.op === 'kind') {
              draft = withBlockKind(draft, change.at, change.kind);
              expect(textBlocks(draft.doc).map(blockText)).toEqual(before);
            } else {
              draft = withoutBlocks(draft, new Set([change.at]));
              const rest = before.filter((_, at) => at !== change.at);
              expect(textBlocks(draft.doc).map(blockText)).toEqual(rest.length === 0 ? before : rest);
            }
            expect(articleDocSchema.safeParse(draft.doc).success).toBe(true);
            expect(text(draft)).not.toMatch(/^\n/);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
