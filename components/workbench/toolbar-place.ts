import type { Box } from './article-view';

export type ToolbarPlace = { readonly left: number; readonly top: number; readonly side: 'above' | 'below' };

type Room = {
  /** The first line of the selection, and the lower edge of its last line. */
  readonly selection: Box & { readonly end: number };
  readonly width: number;
  readonly height: number;
  /** What the toolbar must stay inside: the screen below the header. */
  readonly bounds: Box;
};

/** Pixels between the selection and its toolbar; the letter of a mark stands in them. */
const gapPx = 10;

/**
 * Centred above the selection, below it where there is no room above, never outside the bounds; null while the whole
 * selection is out of sight.
 */
export function placeToolbar({ selection, width, height, bounds }: Room): ToolbarPlace | null {
  if (selection.end <= bounds.top || selection.top >= bounds.bottom) return null;
  const middle = (selection.left + selection.right) / 2;
  const left = Math.max(bounds.left, Math.min(middle - width / 2, bounds.right - width));
  const above = selection.top - gapPx - height;
  if (above >= bounds.top) return { left, top: Math.min(above, bounds.bottom - height), side: 'above' };
  return { left, top: Math.min(selection.end + gapPx, bounds.bottom - height), side: 'below' };
}
