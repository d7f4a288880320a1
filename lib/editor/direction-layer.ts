import { Extension } from '@tiptap/core';
import type { Node as EditorNode } from '@tiptap/pm/model';
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { directionOfParagraph, type WritingDirection } from '@/lib/domain/direction';

const key = new PluginKey<DecorationSet>('directionLayer');

/**
 * Lets a paragraph without a letter of the article's direction run its own way (`dir="auto"`) while the text is written,
 * as it does where the text is read (`lettersLayer`). Each change costs the paragraphs that it touches.
 */
export function directionLayer(direction: WritingDirection): Extension {
  return Extension.create({
    name: 'directionLayer',
    addProseMirrorPlugins: () => [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: (_config, { doc }) =>
            DecorationSet.create(
              doc,
              blocksIn(doc, 0, doc.content.size).flatMap((block) => decorate(block, direction)),
            ),
          apply: (transaction, set) => (transaction.docChanged ? renewed(transaction, set, direction) : set),
        },
        props: { decorations: (state) => key.getState(state) },
      }),
    ],
  });
}

function renewed(
  transaction: Transaction,
  before: DecorationSet,
  direction: WritingDirection,
): DecorationSet {
  const { doc, mapping } = transaction;
  let set = before.map(mapping, doc);
  mapping.maps.forEach((map, index) => {
    map.forEach((_from, _to, newFrom, newTo) => {
      const later = mapping.slice(index + 1);
      const stale = new Set<Decoration>();
      const blocks = blocksIn(doc, later.map(newFrom, -1), later.map(newTo, 1));
      for (const { node, position } of blocks)
        for (const one of set.find(position, position + node.nodeSize))
          if (one.from === position) stale.add(one);
      set = set.remove([...stale]).add(
        doc,
        blocks.flatMap((block) => decorate(block, direction)),
      );
    });
  });
  return set;
}

type Block = { readonly node: EditorNode; readonly position: number };

function blocksIn(doc: EditorNode, from: number, to: number): readonly Block[] {
  const found: Block[] = [];
  doc.nodesBetween(from, to, (node, position) => {
    if (!node.isTextblock) return true;
    found.push({ node, position });
    return false;
  });
  return found;
}

function decorate({ node, position }: Block, direction: WritingDirection): Decoration[] {
  if (directionOfParagraph(node.textContent, direction) !== 'auto') return [];
  return [Decoration.node(position, position + node.nodeSize, { dir: 'auto' })];
}
