import { Node as EditorNode } from '@tiptap/pm/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ArticleDoc, canonicalText } from '@/lib/domain/article-doc';
import { articleSchema } from './article-schema';
import { piecesOf } from './mark-pieces';
import { createPositions } from './positions';
import { arbitraryArticle } from './testing/arbitrary-article';

const schema = articleSchema();

function firstBlock(content: unknown[]) {
  const doc = { type: 'doc', content: [{ type: 'paragraph', attrs: { lead: '' }, content }] };
  const [block] = createPositions(EditorNode.fromJSON(schema, doc)).blocks;
  if (block === undefined) throw new Error('A paragraph is a block.');
  return block;
}

const span = (id: string, start: number, end: number) => ({ id, start, end });

function shown(content: unknown[], spans: { id: string; start: number; end: number }[], cuts: number[] = []) {
  return piecesOf(firstBlock(content), spans, cuts, () => false).map(
    ({ start, end, spans: covering, starting }) =>
      `${start}-${end} ${covering.map(({ id }) => id).join('')}/${starting.map(({ id }) => id).join('')}`,
  );
}

describe('piecesOf', () => {
  const text = [{ type: 'text', text: '0123456789' }];

  it.each([
    ['one span', [span('a', 2, 5)], ['2-5 a/a']],
    [
      'nested spans, the longest outside',
      [span('a', 2, 5), span('b', 0, 9)],
      ['0-2 b/b', '2-5 ba/a', '5-9 b/'],
    ],
    ['overlapping spans', [span('a', 0, 5), span('b', 3, 9)], ['0-3 a/a', '3-5 ba/b', '5-9 b/']],
    ['identical spans, both', [span('a', 2, 5), span('b', 2, 5)], ['2-5 ab/ab']],
    ['neighbours apart', [span('a', 0, 2), span('b', 2, 4)], ['0-2 a/a', '2-4 b/b']],
    ['nothing', [], []],
  ])('%s', (_name, spans, expected) => {
    expect(shown(text, spans)).toEqual(expected);
  });

  it('cuts where the formatting changes and leaves hard breaks out; a mark starts once', () => {
    const content = [
      { type: 'text', text: 'ab' },
      { type: 'text', text: 'cd', marks: [{ type: 'bold' }] },
      { type: 'hardBreak' },
      { type: 'text', text: 'ef' },
    ];
    expect(shown(content, [span('a', 1, 6)])).toEqual(['1-2 a/a', '2-4 a/', '5-6 a/']);
  });

  it('cuts where the cursor begins and ends', () => {
    expect(shown(text, [span('a', 0, 9)], [4, 6])).toEqual(['0-4 a/a', '4-6 a/', '6-9 a/']);
  });

  it('covers every character of every span of any article once for each span, and starts each span once', () => {
    const cut = fc.tuple(fc.nat(), fc.nat());
    fc.assert(
      fc.property(arbitraryArticle, fc.array(cut, { maxLength: 8 }), (doc: ArticleDoc, pairs) => {
        const length = canonicalText(doc).length;
        const spans = pairs.map(([a, b], index) => {
          const [start = 0, end = 0] = [a % (length + 1), b % (length + 1)].sort((x, y) => x - y);
          return span(String(index), start, end);
        });
        const painted = new Map<string, number>();
        const starts = new Map<string, number>();
        const { blocks } = createPositions(EditorNode.fromJSON(schema, doc));
        const expected = new Map<string, number>();
        for (const block of blocks) {
          const onBlock = spans.filter((one) => one.start < block.end && one.end > block.start);
          for (const one of onBlock) {
            for (let at = Math.max(one.start, block.start); at < Math.min(one.end, block.end); at += 1) {
              const isText = block.node.nodeAt(at - block.start)?.isText === true;
              if (isText) expected.set(`${one.id} ${at}`, 1);
            }
          }
          const before = blocks[block.index - 1]?.end ?? 0;
          for (const piece of piecesOf(block, onBlock, [], (one) => block.index > 0 && one.start < before)) {
            for (const one of piece.starting) starts.set(one.id, (starts.get(one.id) ?? 0) + 1);
            for (const one of piece.spans) {
              for (let at = piece.start; at < piece.end; at += 1) {
                painted.set(`${one.id} ${at}`, (painted.get(`${one.id} ${at}`) ?? 0) + 1);
              }
            }
          }
        }
        expect(painted).toEqual(expected);
        for (const times of starts.values()) expect(times).toBe(1);
      }),
    );
  });
});
