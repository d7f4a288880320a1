import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, type EditorView } from '@tiptap/pm/view';
import type { Mark } from '@/lib/domain/annotation';
import type { Passage } from '@/lib/domain/article';
import type { CheckStatus } from '@/lib/domain/check';
import { type BlockPaint, firstWindow, nothingPainted, repaint, windowMeta } from './block-paint';
import { cursorMeta } from './cursor-layer';
import { createIntervalIndex, type IntervalIndex } from './interval-index';
import { type Piece, piecesOf } from './mark-pieces';
import { type BlockPlace, positionsOf } from './positions';

/** An annotation as the text shows it; offsets in the canonical text. `label` is read out where given. */
export type PaintedSpan = Passage & {
  readonly id: string;
  readonly mark: Mark;
  readonly status: CheckStatus;
  readonly pending: boolean;
  readonly label?: string | undefined;
};

export type Painted = {
  readonly spans: readonly PaintedSpan[];
  readonly activeId: string | null;
  readonly hoveredId: string | null;
};

/** The letter beside the first character of a mark, so that colour is never the only sign. */
export const markTags: Readonly<Record<Mark, string>> = {
  claim: 'C',
  opinion: 'O',
  sourced_fact: 'S',
  no_fact: 'N',
};

/** The sign beside that letter that says where the check stands, from the proposal on. */
const statusSigns: Partial<Readonly<Record<CheckStatus, string>>> = {
  proposed: '·',
  second_check: ':',
  signed_off: '✓',
  disputed: '≠',
  stale: '!',
};

type LayerState = {
  readonly painted: Painted;
  readonly index: IntervalIndex<PaintedSpan>;
  readonly window: Passage;
  /** Edges of the sentence cursor: marks are cut there, so that no element is split behind our back. */
  readonly cursor: Passage | null;
  /** Where else; null nowhere. */
  readonly cutsOf: CutsOf | null;
  readonly paint: BlockPaint;
};

/** Name under which a transaction carries where marks are to be cut: `CutsOf`, null when nowhere any more. */
export const cutsMeta = 'galley.cuts';

/** Offsets in the canonical text at which another layer parts the words of a block. */
export type CutsOf = (block: BlockPlace) => readonly number[];

const key = new PluginKey<LayerState>('annotationLayer');

/**
 * Paints annotations as real `<mark>` elements, only in the window (decision 10): pieces that do not overlap, the
 * longest annotation outermost, one element for each annotation on a piece.
 */
export function annotationLayer(): Plugin<LayerState> {
  return new Plugin<LayerState>({
    key,
    state: {
      init: (_config, state) =>
        paintLayer(state, {
          painted: { spans: [], activeId: null, hoveredId: null },
          index: createIntervalIndex<PaintedSpan>([]),
          window: firstWindow,
          cursor: null,
          cutsOf: null,
          paint: nothingPainted,
        }),
      apply: (transaction, before, _old, state) => {
        const after = changed(transaction, before);
        return after === before ? before : paintLayer(state, after);
      },
    },
    props: {
      decorations: (state) => key.getState(state)?.paint.set,
    },
  });
}

/** Says what is to be painted. Costs the difference within the window, whatever the number of annotations. */
export function putPainted(transaction: Transaction, state: EditorState, painted: Painted): boolean {
  const before = key.getState(state)?.painted;
  if (
    before?.spans === painted.spans &&
    before.activeId === painted.activeId &&
    before.hoveredId === painted.hoveredId
  ) {
    return false;
  }
  transaction.setMeta(key, painted);
  return true;
}

/**
 * Says which part of the text is visible. Paints as much again above and below, and does nothing while the visible
 * part stays inside what is painted.
 */
export function setWindow(view: EditorView, visible: Passage): void {
  const now = key.getState(view.state)?.window;
  const margin = Math.max(visible.end - visible.start, 2_000);
  const fits = now !== undefined && now.start <= visible.start && now.end >= visible.end;
  if (fits && now.end - now.start <= 4 * margin) return;
  dispatchWindow(view, { start: Math.max(0, visible.start - margin), end: visible.end + margin });
}

/** The part of the text that is painted now. */
export function windowOf(state: EditorState): Passage {
  return key.getState(state)?.window ?? firstWindow;
}

/** Paints the whole article, as printing needs it; the next `setWindow` returns to the window. */
export function paintAll(view: EditorView): void {
  dispatchWindow(view, { start: 0, end: positionsOf(view.state.doc).textLength });
}

/** Ids of the annotations at an editor position, the shortest first. The model is asked, never the page. */
export function annotationsAt(view: EditorView, position: number): string[] {
  const offset = positionsOf(view.state.doc).toOffset(position);
  const inside = idsOn(view, { start: offset, end: offset + 1 });
  return inside.length > 0 ? inside : idsOn(view, { start: offset - 1, end: offset });
}

/** Ids of the annotations on the character under a point of the screen, the shortest first. */
export function annotationsAtPoint(view: EditorView, x: number, y: number): string[] {
  const position = view.posAtCoords({ left: x, top: y })?.pos;
  if (position === undefined) return [];
  const positions = positionsOf(view.state.doc);
  const before = view.coordsAtPos(position, -1);
  const after = view.coordsAtPos(position, 1);
  // A position lies between two characters: the point is on the one whose side of the edge it is on.
  const edge = y > before.bottom || y < before.top ? after : before;
  const rightToLeft = isRightToLeft(view, position);
  const isOnNext = rightToLeft ? x < edge.left : x >= edge.left;
  const offset = positions.toOffset(position, isOnNext ? 1 : -1);
  return idsOn(view, isOnNext ? { start: offset, end: offset + 1 } : { start: offset - 1, end: offset });
}

function isRightToLeft(view: EditorView, position: number): boolean {
  const { node } = view.domAtPos(position);
  const element = node instanceof Element ? node : node.parentElement;
  return element !== null && getComputedStyle(element).direction === 'rtl';
}

function idsOn(view: EditorView, passage: Passage): string[] {
  const found = key.getState(view.state)?.index.overlapping(passage) ?? [];
  return found.sort((a, b) => a.end - a.start - (b.end - b.start)).map(({ id }) => id);
}

function dispatchWindow(view: EditorView, window: Passage): void {
  view.dispatch(view.state.tr.setMeta(windowMeta, window).setMeta('addToHistory', false));
}

function changed(transaction: Transaction, before: LayerState): LayerState {
  const painted: Painted | undefined = transaction.getMeta(key);
  const window: Passage | undefined = transaction.getMeta(windowMeta);
  const cursor: Passage | null | undefined = transaction.getMeta(cursorMeta);
  const cutsOf: CutsOf | null | undefined = transaction.getMeta(cutsMeta);
  const isSaid = [painted, window, cursor, cutsOf].some((part) => part !== undefined);
  if (!transaction.docChanged && !isSaid) return before;
  const isSame = painted === undefined || painted.spans === before.painted.spans;
  return {
    painted: painted ?? before.painted,
    index: isSame ? before.index : createIntervalIndex(painted.spans),
    window: window ?? before.window,
    cursor: cursor === undefined ? before.cursor : cursor,
    cutsOf: cutsOf === undefined ? before.cutsOf : cutsOf,
    paint: transaction.docChanged ? nothingPainted : before.paint,
  };
}

function paintLayer(state: EditorState, layer: LayerState): LayerState {
  const positions = positionsOf(state.doc);
  const { painted, index, cursor, cutsOf } = layer;
  const cutsIn = (block: BlockPlace): number[] =>
    [...(cursor === null ? [] : [cursor.start, cursor.end]), ...(cutsOf?.(block) ?? [])].filter(
      (cut) => cut > block.start && cut < block.end,
    );
  const describe = (span: PaintedSpan): string =>
    `${span.id} ${span.start} ${span.end} ${span.mark} ${span.status} ${span.pending} ${span.label ?? ''} ` +
    `${span.id === painted.activeId} ${span.id === painted.hoveredId}`;
  const paint = repaint(state.doc, layer.paint, layer.window, {
    signatureOf(block) {
      const spans = index.overlapping(block);
      return spans.length === 0 ? '' : [...spans.map(describe), ...cutsIn(block)].join('\n');
    },
    paint(block) {
      const textBefore = positions.blocks[block.index - 1]?.end ?? 0;
      const pieces = piecesOf(
        block,
        index.overlapping(block),
        cutsIn(block),
        (span) => block.index > 0 && span.start < textBefore,
      );
      return pieces.flatMap((piece) => decorate(block, piece, painted));
    },
  });
  return { ...layer, paint };
}

/** One decoration for each annotation on a piece. The editor wraps in order, so the innermost comes first. */
function decorate(block: BlockPlace, piece: Piece<PaintedSpan>, painted: Painted): Decoration[] {
  const from = block.from + piece.start - block.start;
  const to = block.from + piece.end - block.start;
  return piece.spans
    .map((span) => {
      const order = piece.starting.indexOf(span);
      return Decoration.inline(from, to, {
        // Without a name of their own, overlapping decorations melt into one element.
        nodeName: 'mark',
        'data-annotation-id': span.id,
        'data-mark': span.mark,
        'data-tag': `${markTags[span.mark]}${statusSigns[span.status] ?? ''}`,
        'data-status': span.status,
        ...(order >= 0 ? { 'data-start': '' } : {}),
        ...(order > 0 ? { 'data-stack': String(Math.min(order, 3)) } : {}),
        ...(span.id === painted.activeId ? { 'data-active': '' } : {}),
        ...(span.id === painted.hoveredId ? { 'data-hover': '' } : {}),
        ...(span.pending ? { 'data-pending': '' } : {}),
        ...(span.label === undefined ? {} : { 'aria-description': span.label }),
      });
    })
    .reverse();
}
