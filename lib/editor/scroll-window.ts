import type { EditorView } from '@tiptap/pm/view';
import type { Passage } from '@/lib/domain/article';
import { paintAll, setWindow } from './annotation-layer';
import { type BlockPlace, positionsOf } from './positions';

/** The text of the blocks that are visible between two heights of the screen (pixels, as of `getBoundingClientRect`). */
export function visiblePassage(view: EditorView, top: number, bottom: number): Passage {
  const { blocks, textLength } = positionsOf(view.state.doc);
  const first = blocks[firstBlock(view, blocks, (edge) => edge.bottom > top)];
  const last = blocks[firstBlock(view, blocks, (edge) => edge.top >= bottom) - 1];
  const start = first?.start ?? textLength;
  return { start, end: Math.max(start, last?.end ?? 0) };
}

/**
 * Keeps what is painted in step with what is visible: on scroll and resize, once per frame, and everything before
 * printing. Returns the function that stops it.
 */
export function followScroll(view: EditorView): () => void {
  let frame = 0;
  const renew = (): void => {
    frame = 0;
    if (!view.isDestroyed) setWindow(view, visiblePassage(view, 0, window.innerHeight));
  };
  const ask = (): void => {
    if (frame === 0) frame = requestAnimationFrame(renew);
  };
  const paintForPrint = (): void => paintAll(view);
  // Captured, because the scroll event of an inner scroller does not bubble.
  window.addEventListener('scroll', ask, { passive: true, capture: true });
  window.addEventListener('resize', ask);
  window.addEventListener('beforeprint', paintForPrint);
  window.addEventListener('afterprint', ask);
  ask();
  return () => {
    cancelAnimationFrame(frame);
    window.removeEventListener('scroll', ask, { capture: true });
    window.removeEventListener('resize', ask);
    window.removeEventListener('beforeprint', paintForPrint);
    window.removeEventListener('afterprint', ask);
  };
}

/** Index of the first block whose place on the screen answers yes; a binary search, so a dozen reads of the page. */
function firstBlock(
  view: EditorView,
  blocks: readonly BlockPlace[],
  question: (edge: DOMRect) => boolean,
): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const block = blocks[middle];
    const element = block === undefined ? null : view.nodeDOM(block.from - 1);
    if (element instanceof Element && question(element.getBoundingClientRect())) high = middle;
    else low = middle + 1;
  }
  return low;
}
