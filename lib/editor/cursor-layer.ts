import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import type { Passage } from '@/lib/domain/article';
import { positionsOf } from './positions';

/** Name under which a transaction carries the passage of the sentence cursor, null when it goes. */
export const cursorMeta = 'galley.cursor';

type CursorState = { readonly passage: Passage | null; readonly set: DecorationSet };

const key = new PluginKey<CursorState>('cursorLayer');

const noCursor: CursorState = { passage: null, set: DecorationSet.empty };

/** Paints the sentence cursor, a passage that the keyboard moves, as `<span data-sentence-cursor>` in each block. */
export function cursorLayer(): Plugin<CursorState> {
  return new Plugin<CursorState>({
    key,
    state: {
      init: () => noCursor,
      apply: (transaction, before) => {
        const passage: Passage | null | undefined = transaction.getMeta(cursorMeta);
        if (passage === null || (passage === undefined && transaction.docChanged)) return noCursor;
        if (passage === undefined) return before;
        const decorations = positionsOf(transaction.doc)
          .blocksIn(passage)
          .map((block) => {
            const at = block.from - block.start;
            const from = at + Math.max(block.start, passage.start);
            const to = at + Math.min(block.end, passage.end);
            return Decoration.inline(from, to, { nodeName: 'span', 'data-sentence-cursor': '' });
          });
        return { passage, set: DecorationSet.create(transaction.doc, decorations) };
      },
    },
    props: {
      decorations: (state) => key.getState(state)?.set,
    },
  });
}

/** Puts the sentence cursor on a passage, or takes it away. */
export function putCursor(transaction: Transaction, state: EditorState, passage: Passage | null): boolean {
  const before = key.getState(state)?.passage;
  if (before?.start === passage?.start && before?.end === passage?.end) return false;
  transaction.setMeta(cursorMeta, passage);
  return true;
}

/** The passage under the sentence cursor; null when there is none. */
export function cursorOf(view: EditorView): Passage | null {
  return key.getState(view.state)?.passage ?? null;
}
