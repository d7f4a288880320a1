import { Extension } from '@tiptap/core';
import type { EditorView } from '@tiptap/pm/view';
import type { Passage } from '@/lib/domain/article';
import { annotationLayer, type Painted, putPainted } from './annotation-layer';
import { cursorLayer, putCursor } from './cursor-layer';
import { gapLayer, type PaintedCoverage, putCoverage } from './gap-layer';

/** All that is painted over an article in review, as one extension beside `articleExtensions()`. */
export function reviewLayers(): Extension {
  return Extension.create({
    name: 'reviewLayers',
    addProseMirrorPlugins: () => [annotationLayer(), gapLayer(), cursorLayer()],
  });
}

/** What lies over the text; what is left out stays as it is. */
export type Review = {
  readonly painted?: Painted;
  readonly coverage?: PaintedCoverage;
  readonly cursor?: Passage | null;
};

/** Shows a review over the text, in one transaction: the page is laid out once, and not at all when nothing changes. */
export function showReview(view: EditorView, { painted, coverage, cursor }: Review): void {
  const { state } = view;
  const { tr } = state;
  const isChanged = [
    painted !== undefined && putPainted(tr, state, painted),
    coverage !== undefined && putCoverage(tr, state, coverage),
    cursor !== undefined && putCursor(tr, state, cursor),
  ];
  if (isChanged.includes(true)) view.dispatch(tr.setMeta('addToHistory', false));
}
