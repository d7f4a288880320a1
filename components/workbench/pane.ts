import type { EditorView } from '@tiptap/pm/view';
import type { Passage } from '@/lib/domain/article';
import { positionsOf } from '@/lib/editor/positions';
import { visiblePassage } from '@/lib/editor/scroll-window';
import { type Box, clearSelection, lineTop, passageBox, rangeOf, selectPassage } from './article-view';

/** What the rest of the workbench may ask of the article on the screen. Heights are those of the screen. */
export type Pane = {
  readonly lineTop: (offset: number) => number;
  readonly boxOf: (passage: Passage) => Box & { readonly end: number };
  /** A passage as a stretch of the page, as it is drawn now; null when it holds no text. */
  readonly rangeOf: (passage: Passage) => globalThis.Range | null;
  readonly offsetAt: (x: number, y: number) => number | null;
  /** The text between two heights of the screen. */
  readonly visible: (top: number, bottom: number) => Passage;
  readonly select: (passage: Passage) => void;
  readonly clearSelection: () => void;
  /** Gives the keyboard to the text, without scrolling. */
  readonly focus: () => void;
  /** Scrolls a passage into sight between two heights; nothing happens when it is in sight already. */
  readonly reveal: (passage: Passage, top: number, bottom?: number) => void;
  readonly element: HTMLElement;
  /** For what shows another text in it. */
  readonly view: EditorView;
};

/** Room that a revealed passage keeps to the edges of the screen, in pixels. */
const airPx = 72;

export function createPane(view: EditorView): Pane {
  const element = view.dom;
  return {
    view,
    element,
    lineTop: (offset) => lineTop(view, offset),
    boxOf: (passage) => passageBox(view, passage),
    rangeOf: (passage) => rangeOf(view, passage),
    offsetAt(x, y) {
      const position = view.posAtCoords({ left: x, top: y })?.pos;
      return position === undefined ? null : positionsOf(view.state.doc).toOffset(position);
    },
    visible: (top, bottom) => visiblePassage(view, top, bottom),
    select: (passage) => selectPassage(view, passage),
    clearSelection: () => clearSelection(view),
    focus: () => element.focus({ preventScroll: true }),
    reveal(passage, top, bottom = window.innerHeight) {
      const { top: start, end } = passageBox(view, passage);
      const isInSight = start >= top && Math.min(end, start + bottom / 3) <= bottom;
      if (!isInSight)
        window.scrollBy({ top: start - top - Math.min(airPx, bottom / 6), behavior: 'instant' });
    },
  };
}
