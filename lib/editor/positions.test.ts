import { Node as EditorNode } from '@tiptap/pm/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ArticleDoc, canonicalText } from '@/lib/domain/article-doc';
import { articleDocSchema } from '@/lib/domain/article-doc-schema';
import { articleSchema } from './article-schema';
import { createPositions } from './positions';
import { arbitraryArticle } from './testing/arbitrary-article';

const schema = articleSchema();
const load = (doc: ArticleDoc): EditorNode => EditorNode.fromJSON(schema, doc);

const breakText = (leaf: EditorNode): string => (leaf.type.name === 'hardBreak' ? '\n' : '');

/** Every offset of an article's text, and whether it lies on or between the characters of a block (not in a lead). */
function offsetsInText(node: EditorNode): { offset: number; position: number }[] {
  const found: { offset: number; position: number }[] = [];
  let offset = 0;
  node.descendants((child, position) => {
    if (!child.isTextblock) return true;
    offset += String(child.attrs.lead).length;
    for (let at = 0; at <= child.content.size; at += 1) {
      found.push({ offset: offset + at, position: position + 1 + at });
    }
    offset += child.content.size;
    return false;
  });
  return found;
}

describe('positions', () => {
  it('gives every offset of every article its position and back', () => {
    fc.assert(
      fc.property(arbitraryArticle, (doc) => {
        const node = load(doc);
        const positions = createPositions(node);
        expect(positions.textLength).toBe(canonicalText(doc).length);
        const all = offsetsInText(node);
        // Only where blocks touch without a lead has one offset several positions: the bias chooses.
        const last = new Map(all.map(({ offset, position }) => [offset, position]));
        const first = new Map(all.toReversed().map(({ offset, position }) => [offset, position]));
        const expected = all.map(({ offset }) => [offset, first.get(offset), last.get(offset)]);
        const seen = all.map(({ offset, position }) => [
          positions.toOffset(position),
          positions.toPosition(offset, -1),
          positions.toPosition(offset, 1),
        ]);
        expect(seen).toEqual(expected);
      }),
      { numRuns: 150 },
    );
  });

  it('finds the same characters in the editor as in the canonical text', () => {
    fc.assert(
      fc.property(arbitraryArticle, fc.nat(), fc.nat(), (doc, a, b) => {
        const text = canonicalText(doc);
        const positions = createPositions(load(doc));
        const at = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
        const passage = { start: at[0] ?? 0, end: at[1] ?? 0 };
        const node = load(doc);
        const seen = positions
          .blocksIn(passage)
          .map((block) => {
            const start = Math.max(block.start, passage.start);
            const end = Math.min(block.end, passage.end);
            const { from, to } = positions.rangeOf({ start, end });
            const words = node.textBetween(from, to, '', breakText);
            expect(words).toBe(text.slice(start, end));
            return words;
          })
          .join('');
        const { from, to } = positions.rangeOf(passage);
        expect(node.textBetween(from, to, '', breakText)).toBe(seen);
      }),
      { numRuns: 150 },
    );
  });

  it('takes a range to its passage and back', () => {
    fc.assert(
      fc.property(arbitraryArticle, fc.nat(), fc.nat(), (doc, a, b) => {
        const node = load(doc);
        const positions = createPositions(node);
        const size = node.content.size + 1;
        const [from = 0, to = 0] = [a % size, b % size].sort((x, y) => x - y);
        const passage = positions.passageOf(from, to);
        expect(passage.start).toBeLessThanOrEqual(passage.end);
        expect(passage.end).toBeLessThanOrEqual(positions.textLength);
        if (passage.start === passage.end) return;
        const range = positions.rangeOf(passage);
        expect(range.from).toBeGreaterThanOrEqual(from);
        expect(range.to).toBeLessThanOrEqual(to);
        expect(positions.passageOf(range.from, range.to)).toEqual(passage);
      }),
      { numRuns: 150 },
    );
  });

  it('loads every article of the domain exactly, marks in order', () => {
    fc.assert(
      fc.property(arbitraryArticle, (doc) => {
        expect(articleDocSchema.safeParse(doc).success).toBe(true);
        expect(() => load(doc).check()).not.toThrow();
      }),
    );
  });

  describe('in a list after a paragraph', () => {
    const doc: ArticleDoc = {
      type: 'doc',
      content: [
        { type: 'paragraph', attrs: { lead: '' }, content: [{ type: 'text', text: 'One' }] },
        {
          type: 'orderedList',
          attrs: { start: 1 },
          content: [
            {
              type: 'listItem',
              content: [
                { type: 'paragraph', attrs: { lead: '\n\n  1. ' }, content: [{ type: 'text', text: 'Two' }] },
              ],
            },
          ],
        },
      ],
    };
    const positions = createPositions(load(doc));

    it('clamps an offset inside the lead to the edge that the bias names', () => {
      for (let offset = 4; offset < 10; offset += 1) {
        expect(positions.toPosition(offset, -1)).toBe(4);
        expect(positions.toPosition(offset, 1)).toBe(8);
      }
    });

    it('clamps a position between the blocks likewise', () => {
      for (const position of [5, 6, 7]) {
        expect(positions.toOffset(position, -1)).toBe(3);
        expect(positions.toOffset(position, 1)).toBe(10);
      }
      expect(positions.passageOf(0, 14)).toEqual({ start: 0, end: 13 });
    });

    it('gives a passage that holds nothing but a lead an empty range', () => {
      const { from, to } = positions.rangeOf({ start: 4, end: 9 });
      expect(from).toBe(to);
    });

    it('stays inside the document', () => {
      expect(positions.toOffset(999)).toBe(13);
      expect(positions.toOffset(-5)).toBe(0);
      expect(positions.toPosition(999)).toBe(11);
      expect(positions.toPosition(-5)).toBe(1);
    });
  });
});
