'use client';

import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { Bold, Italic, Link2, List, ListOrdered, TextQuote } from 'lucide-react';
import { useState } from 'react';
import { card as cardWords } from '../messages/card';
import { Toolbar } from '../ui/Toolbar';
import { ToolbarButton } from '../ui/ToolbarButton';
import { LinkField } from './LinkField';

const words = cardWords.note;

/** Format of a note: one stop for Tab, arrows between the buttons. */
export function NoteToolbar({ editor }: { readonly editor: Editor }) {
  const [linking, setLinking] = useState(false);
  const on = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive('bold'),
      italic: now.isActive('italic'),
      bulletList: now.isActive('bulletList'),
      orderedList: now.isActive('orderedList'),
      quote: now.isActive('blockquote'),
      link: now.isActive('link'),
    }),
  });
  const run = () => editor.chain().focus();

  return (
    <>
      <Toolbar
        label={words.toolbar}
        className="flex items-center gap-px border-b px-1 py-0.5"
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          editor.commands.focus();
        }}
      >
        <ToolbarButton
          size="sm"
          label={words.bold}
          keys="Ctrl B"
          pressed={on.bold}
          onPress={() => run().toggleBold().run()}
        >
          <Bold />
        </ToolbarButton>
        <ToolbarButton
          size="sm"
          label={words.italic}
          keys="Ctrl I"
          pressed={on.italic}
          onPress={() => run().toggleItalic().run()}
        >
          <Italic />
        </ToolbarButton>
        <span aria-hidden className="mx-1 h-4 w-px bg-line-2" />
        <ToolbarButton
          size="sm"
          label={words.bulletList}
          keys="Ctrl ⇧ 8"
          pressed={on.bulletList}
          onPress={() => run().toggleBulletList().run()}
        >
          <List />
        </ToolbarButton>
        <ToolbarButton
          size="sm"
          label={words.orderedList}
          keys="Ctrl ⇧ 7"
          pressed={on.orderedList}
          onPress={() => run().toggleOrderedList().run()}
        >
          <ListOrdered />
        </ToolbarButton>
        <ToolbarButton
          size="sm"
          label={words.quote}
          keys="Ctrl ⇧ B"
          pressed={on.quote}
          onPress={() => run().toggleBlockquote().run()}
        >
          <TextQuote />
        </ToolbarButton>
        <span aria-hidden className="mx-1 h-4 w-px bg-line-2" />
        <ToolbarButton
          size="sm"
          label={words.link}
          pressed={on.link}
          expanded={linking}
          onPress={() => setLinking(!linking)}
        >
          <Link2 />
        </ToolbarButton>
      </Toolbar>
      {linking ? <LinkField editor={editor} onDone={() => setLinking(false)} /> : null}
    </>
  );
}
