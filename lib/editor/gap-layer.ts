import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration } from '@tiptap/pm/view';
import type { Passage } from '@/lib/domain/article';
import { type BlockPaint, firstWindow, nothingPainted, repaint, windowMeta } from './block-paint';
import { createIntervalIndex, type IntervalIndex } from './interval-index';
import type { BlockPlace } from './positions';

/** The sentences of the text and those of them that nobody has decided yet. */
export type PaintedCoverage = { readonly sentences: readonly Passage[]; readonly gaps: readonly Passage[] };

/** Whether all sentences of a block are decided, some or none. */
export type BlockCoverage = 'done' | 'part' | 'gap';

type GapState = {
  readonly coverage: PaintedCoverage;
  readonly sentences: IntervalIndex<Passage>;
  readonly gaps: IntervalIndex<Passage>;
  readonly window: Passage;
  readonly paint: BlockPaint;
};

const key = new PluginKey<GapState>('gapLayer');

/**
 * Marks each block of text in the window with `data-coverage` and the class of its stroke: `done` when every sentence
 * is decided, else `gap`. A block without a sentence has neither.
 */
export function gapLayer(): Plugin<GapState> {
  return new Plugin<GapState>({
    key,
    state: {
      init: () => ({
        coverage: { sentences: [], gaps: [] },
        sentences: createIntervalIndex<Passage>([]),
        gaps: createIntervalIndex<Passage>([]),
        window: firstWindow,
        paint: nothingPainted,
      }),
      apply: (transaction, before, _old, state) => {
        const coverage: PaintedCoverage | undefined = transaction.getMeta(key);
        const window: Passage | undefined = transaction.getMeta(windowMeta);
        if (!transaction.docChanged && coverage === undefined && window === undefined) return before;
        return paintLayer(state, {
          coverage: coverage ?? before.coverage,
          sentences: coverage === undefined ? before.sentences : createIntervalIndex(coverage.sentences),
          gaps: coverage === undefined ? before.gaps : createIntervalIndex(coverage.gaps),
          window: window ?? before.window,
          paint: transaction.docChanged ? nothingPainted : before.paint,
        });
      },
    },
    props: {
      decorations: (state) => key.getState(state)?.paint.set,
    },
  });
}

/** Says which sentences are decided. Only blocks whose stroke changes are painted again. */
export function putCoverage(
  transaction: Transaction,
  state: EditorState,
  coverage: PaintedCoverage,
): boolean {
  const before = key.getState(state)?.coverage;
  if (before?.sentences === coverage.sentences && before.gaps === coverage.gaps) return false;
  transaction.setMeta(key, coverage);
  return true;
}

function paintLayer(state: EditorState, layer: GapState): GapState {
  const paint = repaint(state.doc, layer.paint, layer.window, {
    signatureOf: (block) => coverageOfBlock(layer, block) ?? '',
    paint: (block) => {
      const coverage = coverageOfBlock(layer, block);
      if (coverage === null) return [];
      return [
        Decoration.node(block.from - 1, block.from - 1 + block.node.nodeSize, {
          class: coverage === 'done' ? 'done' : 'gap',
          'data-coverage': coverage,
        }),
      ];
    },
  });
  return { ...layer, paint };
}

function coverageOfBlock({ sentences, gaps }: GapState, block: BlockPlace): BlockCoverage | null {
  const all = sentences.overlapping(block).length;
  if (all === 0) return null;
  const open = gaps.overlapping(block).length;
  if (open === 0) return 'done';
  return open < all ? 'part' : 'gap';
}
