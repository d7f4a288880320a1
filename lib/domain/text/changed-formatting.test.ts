import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ArticleDoc, canonicalText } from '../article-doc';
import { articleDocSchema } from '../article-doc-schema';
import { articleDoc } from '../testing/arbitraries';
import { everyKindOfBlock } from '../testing/every-kind';
import { changedFormatting } from './changed-formatting';
import {
  blockKinds,
  type FormattingChange,
  type FormattingEdit,
  formattingMarks,
  kindsOf,
  listKinds,
  runsOf,
} from './formatting-of';
import { tidyDoc } from './tidy-doc';

const change: fc.Arbitrary<FormattingChange> = fc.oneof(
  fc.record({
    type: fc.constant('mark' as const),
    mark: fc.constantFrom(...formattingMarks),
    isOn: fc.boolean(),
  }),
  fc.record({ type: fc.constant('link' as const), href: fc.constantFrom(null, 'https://example.org/') }),
  fc.record({ type: fc.constant('kind' as const), kind: fc.constantFrom(...blockKinds) }),
  fc.record({ type: fc.constant('list' as const), list: fc.constantFrom(null, ...listKinds) }),
  fc.record({ type: fc.constant('quote' as const), isOn: fc.boolean() }),
);
const wishes = fc.array(
  fc.record({ block: fc.nat(), from: fc.nat(), length: fc.integer({ min: 1, max: 40 }), change }),
  { maxLength: 8 },
);

/** Each on a block as a whole, or on some of its words. */
function editsOf(
  doc: ArticleDoc,
  all: readonly { block: number; from: number; length: number; change: FormattingChange }[],
): FormattingEdit[] {
  const kinds = kindsOf(doc).filter(({ start, end }) => end > start);
  return all.flatMap((wish): FormattingEdit[] => {
    const block = kinds[wish.block % kinds.length];
    if (block === undefined) return [];
    if (wish.change.type !== 'mark' && wish.change.type !== 'link')
      return [{ start: block.start, end: block.end, change: wish.change }];
    const start = block.start + (wish.from % (block.end - block.start));
    return [{ start, end: Math.min(block.end, start + wish.length), change: wish.change }];
  });
}

const onWords = (doc: ArticleDoc, words: string, of: FormattingChange): ArticleDoc => {
  const start = canonicalText(doc).indexOf(words);
  return tidyDoc(changedFormatting(doc, [{ start, end: start + words.length, change: of }]));
};

describe('a document with other formatting', () => {
  it('has the very same canonical text and is a document that may be saved, whatever is changed', () => {
    fc.assert(
      fc.property(fc.oneof(articleDoc, fc.constant(everyKindOfBlock)), wishes, (any, all) => {
        const doc = tidyDoc(any);
        const changed = tidyDoc(changedFormatting(doc, editsOf(doc, all)));
        expect(canonicalText(changed)).toBe(canonicalText(doc));
        expect(articleDocSchema.safeParse(changed).success).toBe(true);
        expect(tidyDoc(changedFormatting(doc, []))).toEqual(doc);
      }),
      { numRuns: 60 },
    );
  });

  it('has a mark on just the words that were named, among the marks that they had', () => {
    const doc = onWords(everyKindOfBlock, 'port will co', { type: 'mark', mark: 'italic', isOn: true });
    const text = canonicalText(doc);
    expect(
      runsOf(doc)
        .slice(0, 5)
        .map(({ start, end, marks }) => [text.slice(start, end), marks]),
    ).toEqual([
      ['The ', []],
      ['port will ', ['italic']],
      ['co', ['bold', 'italic']],
      ['st', ['bold']],
      [' 412 million.', []],
    ]);
    const without = onWords(everyKindOfBlock, 'cost', { type: 'mark', mark: 'bold', isOn: false });
    expect(runsOf(without)[0]).toEqual({ start: 0, end: 31, marks: [], href: null });
    const unlinked = onWords(everyKindOfBlock, 'the budget', { type: 'link', href: null });
    expect(runsOf(unlinked).every(({ href }) => href === null)).toBe(true);
  });

  const shape = (doc: ArticleDoc): readonly string[] =>
    doc.content.map((node) => ('content' in node ? `${node.type} ${node.content?.length ?? 0}` : node.type));

  it('makes a heading of a paragraph, and lines of code become broken lines', () => {
    const doc = onWords(everyKindOfBlock, 'Ships come from everywhere.', { type: 'kind', kind: 'heading3' });
    expect(doc.content.at(-1)).toMatchObject({ type: 'heading', attrs: { level: 3 } });
    const code: ArticleDoc = {
      type: 'doc',
      content: [{ type: 'codeBlock', attrs: { lead: '' }, content: [{ type: 'text', text: 'a\nb' }] }],
    };
    expect(onWords(code, 'a\nb', { type: 'kind', kind: 'paragraph' }).content).toEqual([
      {
        type: 'paragraph',
        attrs: { lead: '' },
        content: [{ type: 'text', text: 'a' }, { type: 'hardBreak' }, { type: 'text', text: 'b' }],
      },
    ]);
  });

  it('takes an item out of its list, which goes on counting, and puts paragraphs into one', () => {
    const paragraph = (text: string, lead = '\n\n') => ({
      type: 'paragraph' as const,
      attrs: { lead },
      content: [{ type: 'text' as const, text }],
    });
    const doc: ArticleDoc = {
      type: 'doc',
      content: [
        paragraph('before', ''),
        {
          type: 'orderedList',
          attrs: { start: 4 },
          content: ['four', 'five', 'six'].map((text) => ({ type: 'listItem', content: [paragraph(text)] })),
        },
        paragraph('after'),
        paragraph('last'),
      ],
    };
    expect(shape(onWords(doc, 'five', { type: 'list', list: null }))).toEqual([
      'paragraph 1',
      'orderedList 1',
      'paragraph 1',
      'orderedList 1',
      'paragraph 1',
      'paragraph 1',
    ]);
    expect(onWords(doc, 'five', { type: 'list', list: null }).content[3]).toMatchObject({
      attrs: { start: 6 },
    });
    const starts = ['after', 'last'].map((word) => canonicalText(doc).indexOf(word));
    const both = changedFormatting(
      doc,
      starts.map((start) => ({ start, end: start + 4, change: { type: 'list', list: 'bulletList' } })),
    );
    expect(shape(both)).toEqual(['paragraph 1', 'orderedList 3', 'bulletList 2']);
    expect(shape(onWords(doc, 'before', { type: 'quote', isOn: true }))).toEqual([
      'blockquote 1',
      'orderedList 3',
      'paragraph 1',
      'paragraph 1',
    ]);
  });

  it('makes no list of what has a marker in the text and what has none, which would be given one', () => {
    const paragraph = (text: string, lead: string) => ({
      type: 'paragraph' as const,
      attrs: { lead },
      content: [{ type: 'text' as const, text }],
    });
    const doc: ArticleDoc = {
      type: 'doc',
      content: [
        {
          type: 'orderedList',
          attrs: { start: 1 },
          content: [{ type: 'listItem', content: [paragraph('one', '1. ')] }],
        },
        paragraph('two', '\n\n'),
      ],
    };
    const text = canonicalText(doc);
    const edits = ['one', 'two'].map((word): FormattingEdit => {
      const start = text.indexOf(word);
      return { start, end: start + word.length, change: { type: 'list', list: 'bulletList' } };
    });
    const changed = tidyDoc(changedFormatting(doc, edits));
    expect(shape(changed)).toEqual(['bulletList 1', 'bulletList 1']);
    expect(canonicalText(changed)).toBe(text);
  });
});
