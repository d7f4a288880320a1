export type Side = 'top' | 'bottom' | 'left' | 'right';
export type Align = 'start' | 'center' | 'end';
export type Box = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

type Wish = {
  /** What the popup belongs to, in CSS pixels of the viewport. */
  readonly anchor: Box;
  readonly popup: { readonly width: number; readonly height: number };
  readonly viewport: { readonly width: number; readonly height: number };
  readonly side: Side;
  readonly align: Align;
  /** Distance from the anchor. */
  readonly gap: number;
};

/** Where a popup goes: at the wished side, at the opposite one when only that has room, always inside the viewport. */
export function placePopup(wish: Wish): { readonly left: number; readonly top: number } {
  const side = roomiest(wish);
  const { anchor, popup, viewport, gap } = wish;
  const upright = side === 'top' || side === 'bottom';
  const left = upright
    ? aligned(anchor.left, anchor.width, popup.width, wish.align)
    : side === 'left'
      ? anchor.left - gap - popup.width
      : anchor.left + anchor.width + gap;
  const top = upright
    ? side === 'top'
      ? anchor.top - gap - popup.height
      : anchor.top + anchor.height + gap
    : aligned(anchor.top, anchor.height, popup.height, wish.align);
  return {
    left: clamp(left, viewport.width - popup.width - margin),
    top: clamp(top, viewport.height - popup.height - margin),
  };
}

const margin = 8;
const opposite: Record<Side, Side> = { top: 'bottom', bottom: 'top', left: 'right', right: 'left' };

function roomiest({ anchor, popup, viewport, side, gap }: Wish): Side {
  const room: Record<Side, number> = {
    top: anchor.top,
    bottom: viewport.height - anchor.top - anchor.height,
    left: anchor.left,
    right: viewport.width - anchor.left - anchor.width,
  };
  const needed = gap + margin + (side === 'top' || side === 'bottom' ? popup.height : popup.width);
  const other = opposite[side];
  return room[side] < needed && room[other] > room[side] ? other : side;
}

function aligned(start: number, length: number, popupLength: number, align: Align): number {
  if (align === 'start') return start;
  return start + (length - popupLength) * (align === 'center' ? 0.5 : 1);
}

function clamp(value: number, most: number): number {
  return Math.round(Math.max(margin, Math.min(value, most)));
}
