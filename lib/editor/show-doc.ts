import type { Node as EditorNode } from '@tiptap/pm/model';
import type { EditorView } from '@tiptap/pm/view';
import type { ArticleDoc } from '@/lib/domain/article-doc';

/** Shows another text in an open editor. Only the blocks between the first and the last that differ are drawn anew. */
export function showDoc(view: EditorView, doc: ArticleDoc): void {
  const { state } = view;
  const next = state.schema.nodeFromJSON(doc);
  const before = childrenOf(state.doc);
  const after = childrenOf(next);
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && isSame(before[head], after[head])) head += 1;
  let tail = 0;
  while (tail < most - head && isSame(before.at(-1 - tail), after.at(-1 - tail))) tail += 1;
  const from = sizeOf(before.slice(0, head));
  const to = state.doc.content.size - sizeOf(before.slice(before.length - tail));
  const middle = after.slice(head, after.length - tail);
  if (from === to && middle.length === 0) return;
  view.dispatch(state.tr.replaceWith(from, to, middle));
}

function childrenOf(doc: EditorNode): EditorNode[] {
  const children: EditorNode[] = [];
  doc.forEach((child) => {
    children.push(child);
  });
  return children;
}

const isSame = (a: EditorNode | undefined, b: EditorNode | undefined): boolean =>
  a !== undefined && b !== undefined && a.eq(b);

const sizeOf = (nodes: readonly EditorNode[]): number =>
  nodes.reduce((sum, { nodeSize }) => sum + nodeSize, 0);
