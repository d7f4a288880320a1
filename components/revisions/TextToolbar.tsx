'use client';

import type { Editor } from '@tiptap/core';
import { redo, undo } from '@tiptap/pm/history';
import { useEditorState } from '@tiptap/react';
import { Bold, Heading2, Heading3, Italic, Pilcrow, Redo2, Undo2 } from 'lucide-react';
import { revisions } from '../messages/revisions';
import { Toolbar } from '../ui/Toolbar';
import { ToolbarButton } from '../ui/ToolbarButton';

const words = revisions.edit;

/** The form of the text: one stop for Tab, arrows between the buttons. */
export function TextToolbar({ editor }: { readonly editor: Editor }) {
  const on = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      paragraph: now.isActive('paragraph'),
      heading: now.isActive('heading', { level: 2 }),
      subheading: now.isActive('heading', { level: 3 }),
      bold: now.isActive('bold'),
      italic: now.isActive('italic'),
    }),
  });
  const { view } = editor;
  const run = () => editor.chain().focus();
  const level = (number: number) => run().setNode('heading', { level: number }).run();
  return (
    <Toolbar
      label={words.toolbar}
      className="sticky top-14 z-10 mb-2 flex w-fit max-w-full items-center gap-px rounded-lg border border-line-2 bg-sheet px-1 py-0.5"
    >
      <ToolbarButton
        label={words.paragraph}
        pressed={on.paragraph}
        onPress={() => run().setNode('paragraph').run()}
      >
        <Pilcrow />
      </ToolbarButton>
      <ToolbarButton label={words.heading} pressed={on.heading} onPress={() => level(2)}>
        <Heading2 />
      </ToolbarButton>
      <ToolbarButton label={words.subheading} pressed={on.subheading} onPress={() => level(3)}>
        <Heading3 />
      </ToolbarButton>
      <span aria-hidden className="mx-1 h-4 w-px bg-line-2" />
      <ToolbarButton
        label={words.bold}
        keys="Ctrl B"
        pressed={on.bold}
        onPress={() => run().toggleMark('bold').run()}
      >
        <Bold />
      </ToolbarButton>
      <ToolbarButton
        label={words.italic}
        keys="Ctrl I"
        pressed={on.italic}
        onPress={() => run().toggleMark('italic').run()}
      >
        <Italic />
      </ToolbarButton>
      <span aria-hidden className="mx-1 h-4 w-px bg-line-2" />
      <ToolbarButton label={words.undo} keys="Ctrl Z" onPress={() => undo(view.state, view.dispatch)}>
        <Undo2 />
      </ToolbarButton>
      <ToolbarButton label={words.redo} keys="Ctrl Y" onPress={() => redo(view.state, view.dispatch)}>
        <Redo2 />
      </ToolbarButton>
    </Toolbar>
  );
}
