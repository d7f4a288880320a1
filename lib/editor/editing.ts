import { Extension } from '@tiptap/core';
import { history, redo, undo } from '@tiptap/pm/history';

/** What an article needs to be written in: undo, and the keys that people know from every editor. */
export function editing(): Extension {
  return Extension.create({
    name: 'editing',
    addProseMirrorPlugins: () => [history()],
    addKeyboardShortcuts() {
      const { editor } = this;
      const { commands } = editor;
      const run = (act: typeof undo) => (): boolean => act(editor.state, editor.view.dispatch);
      const keys: readonly (readonly [string, () => boolean])[] = [
        ['Mod-z', run(undo)],
        ['Mod-y', run(redo)],
        ['Shift-Mod-z', run(redo)],
        ['Mod-b', () => commands.toggleMark('bold')],
        ['Mod-i', () => commands.toggleMark('italic')],
        ['Shift-Enter', () => commands.insertContent({ type: 'hardBreak' })],
        ['Enter', () => commands.splitListItem('listItem')],
        ['Tab', () => commands.sinkListItem('listItem')],
        ['Shift-Tab', () => commands.liftListItem('listItem')],
      ];
      return Object.fromEntries(keys);
    },
  });
}
