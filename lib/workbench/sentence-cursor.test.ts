import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cursorOn, nextGap, sentenceAt, stepCursor } from './sentence-cursor';
import { buildState } from './testing/build-state';

const { sentences } = buildState().revision;

describe('sentence cursor', () => {
  it('finds the sentence at every offset, or the next one, as a plain search does', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), (offset) => {
        const plain = sentences.findIndex(({ end }) => end > offset);
        expect(sentenceAt(sentences, offset)).toBe(plain === -1 ? sentences.length - 1 : plain);
      }),
    );
  });

  it('begins where the reader last was, steps both ways and stays at the ends', () => {
    const second = sentences[1];
    if (second === undefined) throw new Error('The fixture has four sentences.');
    let cursor = stepCursor(sentences, null, 1, second.start + 3);
    expect(cursor?.index).toBe(1);
    const visited = [1, 1, 1, 1].map(() => {
      cursor = stepCursor(sentences, cursor, 1, 0);
      return cursor?.index;
    });
    expect(visited).toEqual([2, 3, 3, 3]);
    expect(stepCursor(sentences, cursorOn(sentences, 0), -1, 0)?.index).toBe(0);
  });

  it('drops a refined passage when it moves on', () => {
    const refined = { index: 0, passage: { start: 4, end: 8 } };
    expect(stepCursor(sentences, refined, 1, 0)?.passage).toEqual(sentences[1]);
  });

  it('has nowhere to go in an article without sentences', () => {
    expect(stepCursor([], null, 1, 0)).toBeNull();
    expect(sentenceAt([], 5)).toBe(-1);
  });

  it('goes to the next gap and from the last one round to the first', () => {
    const gaps = [
      { start: 5, end: 9 },
      { start: 20, end: 30 },
    ];
    expect(nextGap(gaps, 5)).toEqual(gaps[1]);
    expect(nextGap(gaps, 25)).toEqual(gaps[0]);
    expect(nextGap([], 0)).toBeNull();
  });
});
