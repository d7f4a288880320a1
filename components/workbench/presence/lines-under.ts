/** A box on the screen, as `getClientRects` gives it. */
type Rect = Pick<DOMRect, 'left' | 'right' | 'bottom'>;

/** A stroke under words: its ends, and the lower edge of the words. */
export type Stroke = { readonly left: number; readonly right: number; readonly bottom: number };

/** As far as boxes of one line may differ in height: marks and letters of another size stand in it. */
const sameLinePx = 8;
const touchPx = 2;

/** The strokes under a stretch of text, from its boxes: one per line and run, however many boxes it is painted with. */
export function linesUnder(boxes: Iterable<Rect>): readonly Stroke[] {
  const strokes: Stroke[] = [];
  const rest = [...boxes].filter(({ left, right }) => right > left).sort((a, b) => a.left - b.left);
  for (const { left, right, bottom } of rest) {
    const at = strokes.findIndex(
      (other) => Math.abs(other.bottom - bottom) < sameLinePx && left <= other.right + touchPx,
    );
    const other = strokes[at];
    if (other === undefined) strokes.push({ left, right, bottom });
    else
      strokes[at] = { ...other, right: Math.max(other.right, right), bottom: Math.max(other.bottom, bottom) };
  }
  return strokes.sort((a, b) => a.bottom - b.bottom || a.left - b.left);
}
