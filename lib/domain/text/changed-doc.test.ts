import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ArticleDoc, blockText, canonicalText, placedBlocks, textBlocks } from '../article-doc';
import { articleDocSchema } from '../article-doc-schema';
import { articleDoc } from '../testing/arbitraries';
import { changedDoc, type DocEdit } from './changed-doc';
import { tidyDoc } from './tidy-doc';

const paragraph = (text: string, lead = '\n\n') =>
  ({ type: 'paragraph', attrs: { lead }, content: [{ type: 'text', text }] }) as const;
const heading = (text: string) =>
  ({ type: 'heading', attrs: { lead: '', level: 2 }, content: [{ type: 'text', text }] }) as const;
const item = (text: string) => ({ type: 'listItem', content: [paragraph(text, '\n- ')] }) as const;
const port: ArticleDoc = {
  type: 'doc',
  content: [
    heading('The port'),
    {
      type: 'paragraph',
      attrs: { lead: '\n\n' },
      content: [
        { type: 'text', text: 'It costs ' },
        { type: 'text', text: '412', marks: [{ type: 'bold' }] },
        { type: 'text', text: ' million.' },
      ],
    },
    { type: 'bulletList', content: [item('One'), item('Two')] },
  ],
};
const at = (doc: ArticleDoc, words: string): { start: number; end: number } => {
  const start = canonicalText(doc).indexOf(words);
  return { start, end: start + words.length };
};
const become = (doc: ArticleDoc, ...edits: DocEdit[]) => tidyDoc(changedDoc(doc, edits));
/** The words as paragraphs, without empty ones. */
const linesOf = (doc: ArticleDoc): string[] =>
  textBlocks(doc)
    .map((block) => blockText(block).replaceAll('\n', '\u2028'))
    .filter((line) => line !== '');

describe('changedDoc', () => {
  it('changes words inside their marks', () => {
    const { content } = become(port, { ...at(port, '412'), inserted: '421' });
    expect(content[1]).toMatchObject({ content: [{}, { text: '421', marks: [{ type: 'bold' }] }, {}] });
  });

  it('makes a paragraph after a heading a paragraph, and one in a list an item', () => {
    const end = at(port, 'The port').end;
    expect(become(port, { start: end, end, inserted: '\nA line.' }).content[1]).toMatchObject(
      paragraph('A line.'),
    );
    const two = at(port, 'One').end;
    const doc = become(port, { start: two, end: two, inserted: '\nHalf' });
    expect(canonicalText(doc)).toContain('\n- One\n- Half\n- Two');
  });

  it('puts whole paragraphs before the first block, which stays what it is', () => {
    const doc = become(port, { start: 0, end: 0, inserted: 'Above.\n' });
    expect(doc.content.slice(0, 2).map(({ type }) => type)).toEqual(['paragraph', 'heading']);
    expect(canonicalText(doc)).toMatch(/^Above\.\n\nThe port\n\nIt costs/);
  });

  it('joins and parts paragraphs and lets empty ones go', () => {
    const [costs, two] = [at(port, 'It costs 412 million.'), at(port, 'Two')];
    expect(linesOf(become(port, { start: costs.start - 2, end: costs.end, inserted: '' }))).toEqual([
      'The port',
      'One',
      'Two',
    ]);
    expect(linesOf(become(port, { ...two, inserted: '' }))).toEqual([
      'The port',
      'It costs 412 million.',
      'One',
    ]);
    expect(linesOf(become(port, { ...at(port, ' 412'), inserted: '\n' }))).toEqual([
      'The port',
      'It costs',
      ' million.',
      'One',
      'Two',
    ]);
  });

  it('reads as the words do in which the same was changed, whatever the article and the changes', () => {
    fc.assert(
      fc.property(
        articleDoc,
        fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom('', 'new', '\nnew', 'a\nb'))),
        (doc, wanted) => {
          const places = placedBlocks(doc).filter(({ start, end }) => end > start);
          const flat = places.map(({ block }) => blockText(block).replaceAll('\n', '\u2028')).join('\n');
          const starts: number[] = [];
          for (const { start, end } of places)
            for (let offset = start; offset <= end; offset += 1) starts.push(offset);
          let [free, words, taken] = [0, '', 0];
          const edits: DocEdit[] = [];
          for (const [skip, length, inserted] of wanted) {
            const from = free + (skip % 9);
            const to = from + (length % 30);
            if (to >= starts.length) break;
            edits.push({ start: starts[from] ?? 0, end: starts[to] ?? 0, inserted });
            words += flat.slice(taken, from) + inserted;
            taken = to;
            free = to + 1;
          }
          words += flat.slice(taken);
          const changed = changedDoc(doc, edits);
          expect(linesOf(changed)).toEqual(words.split('\n').filter((line) => line !== ''));
          if (changed.content.length > 0)
            expect(articleDocSchema.safeParse(tidyDoc(changed)).success).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});
