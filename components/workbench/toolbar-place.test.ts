import { describe, expect, it } from 'vitest';
import { placeToolbar } from './toolbar-place';

const bounds = { top: 60, bottom: 800, left: 10, right: 990 };
const size = { width: 400, height: 40 };
const at = (top: number, left = 400, right = 600) => ({ top, bottom: top + 30, left, right, end: top + 30 });

describe('place of the toolbar', () => {
  it('stands centred above the selection', () => {
    expect(placeToolbar({ selection: at(300), bounds, ...size })).toEqual({
      left: 300,
      top: 250,
      side: 'above',
    });
  });

  it('goes below the last selected line when the header is in the way', () => {
    expect(placeToolbar({ selection: { ...at(80), end: 170 }, bounds, ...size })).toMatchObject({
      top: 180,
      side: 'below',
    });
  });

  it('stays on the screen when the selection fills it', () => {
    expect(placeToolbar({ selection: { ...at(20), end: 900 }, bounds, ...size })).toMatchObject({ top: 760 });
  });

  it.each([
    ['above', { ...at(-20), end: 60 }],
    ['below', at(800)],
  ])('is away while the selection is out of sight %s', (_where, selection) => {
    expect(placeToolbar({ selection, bounds, ...size })).toBeNull();
  });

  it.each([
    ['left', at(300, 12, 40), 10],
    ['right', at(300, 900, 985), 590],
  ])('keeps inside the %s edge', (_edge, selection, left) => {
    expect(placeToolbar({ selection, bounds, ...size })?.left).toBe(left);
  });
});
