import type { Node as EditorNode } from '@tiptap/pm/model';
import { maxTextEdits, type TextEdit } from '@/lib/domain/text-edit';

/** The canonical text of a document in an editor. */
export function textOf(doc: EditorNode): string {
  const parts: string[] = [];
  doc.descendants((node) => {
    if (!node.isTextblock) return true;
    const lead: unknown = node.attrs.lead;
    parts.push(typeof lead === 'string' ? lead : '', node.textBetween(0, node.content.size, '', '\n'));
    return false;
  });
  return parts.join('');
}

/**
 * The edits of a text with one more: what lies between the two texts. What is typed on becomes one edit. `null` when
 * there are more than can be told apart.
 */
export function withEdit(
  edits: readonly TextEdit[] | null,
  before: string,
  after: string,
): readonly TextEdit[] | null {
  if (edits === null || before === after) return edits;
  const edit = editBetween(before, after);
  const last = edits.at(-1);
  if (last !== undefined && edit.from === edit.to && edit.from === last.from + last.inserted.length)
    return [...edits.slice(0, -1), { ...last, inserted: last.inserted + edit.inserted }];
  return edits.length >= maxTextEdits ? null : [...edits, edit];
}

function editBetween(before: string, after: string): TextEdit {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before.charCodeAt(head) === after.charCodeAt(head)) head += 1;
  let tail = 0;
  while (
    tail < most - head &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail += 1;
  return { from: head, to: before.length - tail, inserted: after.slice(head, after.length - tail) };
}
