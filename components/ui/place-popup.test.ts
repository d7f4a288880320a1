import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placePopup } from './place-popup';

const viewport = { width: 1000, height: 800 };
const anchor = { left: 400, top: 300, width: 100, height: 30 };
const popup = { width: 200, height: 120 };
const wish = { anchor, popup, viewport, gap: 6, side: 'bottom', align: 'start' } as const;

describe('placePopup', () => {
  it.each([
    ['bottom', 'start', 400, 336],
    ['bottom', 'center', 350, 336],
    ['bottom', 'end', 300, 336],
    ['top', 'start', 400, 174],
    ['right', 'start', 506, 300],
    ['right', 'end', 506, 210],
    ['left', 'center', 194, 255],
  ] as const)('puts it at %s, %s', (side, align, left, top) => {
    expect(placePopup({ ...wish, side, align })).toEqual({ left, top });
  });

  it('goes to the other side when the wished one has no room', () => {
    expect(placePopup({ ...wish, anchor: { ...anchor, top: 760 } })).toEqual({ left: 400, top: 634 });
    expect(placePopup({ ...wish, side: 'top', anchor: { ...anchor, top: 10 } })).toEqual({
      left: 400,
      top: 46,
    });
  });

  it('keeps the wished side when the other has even less room', () => {
    const tall = { width: 200, height: 700 };
    expect(placePopup({ ...wish, popup: tall, anchor: { ...anchor, top: 100 } }).top).toBe(92);
  });

  it('never leaves a viewport that is large enough', () => {
    const coordinate = fc.integer({ min: -200, max: 1_200 });
    const size = fc.integer({ min: 1, max: 700 });
    fc.assert(
      fc.property(
        fc.record({ left: coordinate, top: coordinate, width: size, height: size }),
        fc.record({ width: size, height: size }),
        fc.constantFrom('top', 'bottom', 'left', 'right'),
        fc.constantFrom('start', 'center', 'end'),
        (anyAnchor, anyPopup, side, align) => {
          const { left, top } = placePopup({
            anchor: anyAnchor,
            popup: anyPopup,
            viewport,
            side,
            align,
            gap: 6,
          });
          expect(left).toBeGreaterThanOrEqual(8);
          expect(top).toBeGreaterThanOrEqual(8);
          expect(left + anyPopup.width).toBeLessThanOrEqual(viewport.width - 8 + 1);
          expect(top + anyPopup.height).toBeLessThanOrEqual(viewport.height - 8 + 1);
        },
      ),
    );
  });
});
