import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  aboveHeight,
  cardGap,
  cardsAbove,
  cardsWithin,
  groupBadges,
  layOutCards,
  layoutHeight,
  type WishedCard,
} from './margin-layout';

const card = (id: string, wish: number | null, height = 50): WishedCard => ({ id, wish, height });
const tops = (cards: readonly WishedCard[], activeId: string | null = null): number[] =>
  layOutCards(cards, activeId).map(({ top }) => top);

describe('layOutCards', () => {
  it('puts each card on its line where there is room', () => {
    expect(tops([card('a', 10), card('b', 100), card('c', 300)])).toEqual([10, 100, 300]);
  });

  it('pushes a colliding card down with the gap between', () => {
    expect(tops([card('a', 10), card('b', 20), card('c', 90)])).toEqual([10, 68, 126]);
  });

  it('gives the active card its exact line and moves those before it up', () => {
    expect(tops([card('a', 100), card('b', 110), card('c', 120)], 'b')).toEqual([52, 110, 168]);
  });

  it('keeps the active card on its line where too many stand before it, and knows which found no place', () => {
    const crowd = [card('a', 0, 300), card('b', 0, 60), card('c', 110)];
    expect(tops(crowd, 'c')).toEqual([-266, 42, 110]);
    expect(cardsAbove(layOutCards(crowd, 'c')).map(({ id }) => id)).toEqual(['a']);
    expect(cardsAbove(layOutCards(crowd, null))).toEqual([]);
  });

  it('leaves room on the first lines for the sentence that says how many wait above', () => {
    const crowd = [card('a', 0), card('b', 10)];
    expect(tops(crowd, 'b')).toEqual([aboveHeight - cardGap - 50, aboveHeight]);
    expect(cardsAbove(layOutCards(crowd, 'b')).map(({ id }) => id)).toEqual(['a']);
  });

  it('leaves cards before the active one alone when they are out of its way', () => {
    expect(tops([card('a', 0), card('b', 500)], 'b')).toEqual([0, 500]);
  });

  it('puts a card without a line below the one before it', () => {
    expect(tops([card('a', 10), card('lost', null), card('b', 40)])).toEqual([10, 68, 126]);
  });

  it('never begins above the list without an active card', () => {
    expect(tops([card('a', -30)])).toEqual([0]);
  });

  it('knows no cards', () => {
    expect(layOutCards([], 'gone')).toEqual([]);
    expect(layoutHeight([])).toBe(0);
  });

  const anyCards = fc
    .array(fc.record({ wish: fc.option(fc.nat(4_000)), height: fc.integer({ min: 1, max: 400 }) }), {
      maxLength: 60,
    })
    .map((list) => {
      let line = 0;
      return list.map(({ wish, height }, index): WishedCard => {
        if (wish !== null) line = Math.max(line, wish);
        return { id: `${index}`, wish: wish === null ? null : line, height };
      });
    });
  const withActive = fc.tuple(anyCards, fc.option(fc.nat(59).map(String)));

  it('keeps order and gap for any cards', () => {
    fc.assert(
      fc.property(withActive, ([cards, activeId]) => {
        const placed = layOutCards(cards, activeId);
        expect(placed.map(({ id }) => id)).toEqual(cards.map(({ id }) => id));
        for (const [index, { top }] of placed.entries()) {
          const before = placed[index - 1];
          if (before !== undefined) expect(top).toBeGreaterThanOrEqual(before.top + before.height + cardGap);
        }
      }),
    );
  });

  it('gives any active card exactly its line, below the sentence about those that wait above', () => {
    fc.assert(
      fc.property(withActive, ([cards, activeId]) => {
        const at = cards.findIndex(({ id }) => id === activeId);
        const wish = cards[at]?.wish;
        if (wish === undefined || wish === null) return;
        const placed = layOutCards(cards, activeId);
        const top = placed[at]?.top ?? -1;
        const room = cards.slice(0, at).reduce((sum, { height }) => sum + height + cardGap, 0);
        expect(top).toBe(Math.max(wish, Math.min(room, aboveHeight)));
        if (room <= top) expect(cardsAbove(placed)).toEqual([]);
        expect(cardsAbove(placed).some(({ id }) => id === activeId)).toBe(false);
      }),
    );
  });

  it('moves nothing above the active card that was not in its way, and nothing when asked again', () => {
    fc.assert(
      fc.property(withActive, ([cards, activeId]) => {
        const placed = layOutCards(cards, activeId);
        expect(layOutCards(cards, activeId)).toEqual(placed);
        const calm = layOutCards(cards, null);
        const active = cards.findIndex(({ id }) => id === activeId);
        for (const [index, { top }] of placed.entries()) {
          const calmTop = calm[index]?.top ?? 0;
          if (index < active) expect(top).toBeLessThanOrEqual(calmTop);
        }
      }),
    );
  });

  it('lays out 5 000 cards', () => {
    const many = Array.from({ length: 5_000 }, (_, index) => card(`${index}`, index * 7, 90));
    const placed = layOutCards(many, '4000');
    expect(placed).toHaveLength(5_000);
    expect(placed[4_000]?.top).toBe(4_000 * 7);
  });
});

describe('cardsWithin', () => {
  it('takes the cards that touch the window, and no other', () => {
    const placed = layOutCards([card('a', 0), card('b', 100), card('c', 200), card('d', 300)], null);
    expect(cardsWithin(placed, { from: 150, to: 200 }).map(({ id }) => id)).toEqual(['b', 'c']);
  });
});

describe('groupBadges', () => {
  it('joins what begins on the same or a close line, and leaves out what has no line', () => {
    const lines = [
      { id: 'a', top: 0 },
      { id: 'b', top: 10 },
      { id: 'lost', top: null },
      { id: 'c', top: 30 },
      { id: 'd', top: 53 },
    ];
    expect(groupBadges(lines, 28)).toEqual([
      { top: 0, ids: ['a', 'b'] },
      { top: 30, ids: ['c', 'd'] },
    ]);
  });
});
