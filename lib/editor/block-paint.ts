import type { Node as EditorNode } from '@tiptap/pm/model';
import { type Decoration, DecorationSet } from '@tiptap/pm/view';
import type { Passage } from '@/lib/domain/article';
import { type BlockPlace, positionsOf } from './positions';

/** Name under which a transaction carries the window that all layers are to paint (offsets, enlarged). */
export const windowMeta = 'galley.window';

/** The window before anybody has said what is visible: enough for the first screens of any article. */
export const firstWindow: Passage = { start: 0, end: 20_000 };

/** What a layer has painted, block by block. */
export type BlockPaint = {
  readonly set: DecorationSet;
  readonly blocks: ReadonlyMap<number, PaintedBlock>;
};

type PaintedBlock = { readonly signature: string; readonly decorations: readonly Decoration[] };

export const nothingPainted: BlockPaint = { set: DecorationSet.empty, blocks: new Map() };

/** How a layer paints one block. Equal signatures promise equal decorations; the empty one promises none. */
export type BlockPainter = {
  signatureOf(block: BlockPlace): string;
  paint(block: BlockPlace): Decoration[];
};

/** Paints the blocks of a window; blocks whose signature did not change keep their decorations untouched. */
export function repaint(
  doc: EditorNode,
  before: BlockPaint,
  window: Passage,
  { signatureOf, paint }: BlockPainter,
): BlockPaint {
  const blocks = new Map<number, PaintedBlock>();
  const added: Decoration[] = [];
  for (const block of positionsOf(doc).blocksIn(window)) {
    const signature = signatureOf(block);
    if (signature === '') continue;
    const known = before.blocks.get(block.index);
    if (known?.signature === signature) {
      blocks.set(block.index, known);
      continue;
    }
    const decorations = paint(block);
    blocks.set(block.index, { signature, decorations });
    added.push(...decorations);
  }
  const removed: Decoration[] = [];
  for (const [index, known] of before.blocks) {
    if (blocks.get(index) !== known) removed.push(...known.decorations);
  }
  if (added.length === 0 && removed.length === 0) return { set: before.set, blocks };
  return { set: before.set.remove(removed).add(doc, added), blocks };
}
