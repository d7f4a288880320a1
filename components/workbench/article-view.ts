import { TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { Passage } from '@/lib/domain/article';
import { positionsOf } from '@/lib/editor/positions';

/** A box on the screen, in the pixels of `getBoundingClientRect`. */
export type Box = {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
};

/** What the page's selection holds of the article, untrimmed; null when it holds nothing of it. */
export function selectedPassage(view: EditorView): Passage | null {
  const selection = view.dom.ownerDocument.getSelection();
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(view.dom)) return null;
  // A selection may begin above the article or end below it.
  const from = view.dom.contains(range.startContainer)
    ? view.posAtDOM(range.startContainer, range.startOffset, 1)
    : 0;
  const to = view.dom.contains(range.endContainer)
    ? view.posAtDOM(range.endContainer, range.endOffset, -1)
    : view.state.doc.content.size;
  const passage = positionsOf(view.state.doc).passageOf(from, to);
  return passage.start < passage.end ? passage : null;
}

/** Selects a passage as a mouse would. */
export function selectPassage(view: EditorView, passage: Passage): void {
  const { from, to } = positionsOf(view.state.doc).rangeOf(passage);
  // The editor is told too: after a mouse it puts its own selection back on the page.
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, from, to)));
  const start = view.domAtPos(from, 1);
  const end = view.domAtPos(to, -1);
  view.dom.ownerDocument.getSelection()?.setBaseAndExtent(start.node, start.offset, end.node, end.offset);
}

/** A passage as a stretch of the page; null when it holds no text. */
export function rangeOf(view: EditorView, passage: Passage): Range | null {
  const { from, to } = positionsOf(view.state.doc).rangeOf(passage);
  if (from >= to) return null;
  const start = view.domAtPos(from, 1);
  const end = view.domAtPos(to, -1);
  const range = view.dom.ownerDocument.createRange();
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset);
  return range;
}

/** Lets go of a selection in the article. */
export function clearSelection(view: EditorView): void {
  const selection = view.dom.ownerDocument.getSelection();
  if (!selection?.anchorNode || !view.dom.contains(selection.anchorNode)) return;
  const { doc, selection: own, tr } = view.state;
  if (!own.empty) view.dispatch(tr.setSelection(TextSelection.create(doc, own.from)));
  selection.removeAllRanges();
}

/** The first line of a passage, as wide as the passage is on it, and where the whole passage ends. */
export function passageBox(view: EditorView, passage: Passage): Box & { readonly end: number } {
  const { from, to } = positionsOf(view.state.doc).rangeOf(passage);
  const start = view.coordsAtPos(from, 1);
  const end = view.coordsAtPos(Math.max(from, to), -1);
  const isOneLine = end.top < start.bottom;
  const column = view.dom.getBoundingClientRect();
  return {
    top: start.top,
    bottom: start.bottom,
    left: isOneLine ? Math.min(start.left, end.left) : Math.min(start.left, column.right - 60),
    right: isOneLine ? Math.max(start.right, end.right) : column.right,
    end: end.bottom,
  };
}

/** The upper edge of the line on which an offset stands. */
export function lineTop(view: EditorView, offset: number): number {
  return view.coordsAtPos(positionsOf(view.state.doc).toPosition(offset, 1), 1).top;
}
