'use client';

import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { Bold, Italic, Link2, List, ListOrdered, TextQuote } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { card as cardWords } from '../messages/card';
import { classNames } from '../ui/class-names';
import { Toolbar } from '../ui/Toolbar';
import { Tooltip } from '../ui/Tooltip';
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
        <Tool label={words.bold} keys="Ctrl B" pressed={on.bold} onPress={() => run().toggleBold().run()}>
          <Bold />
        </Tool>
        <Tool
          label={words.italic}
          keys="Ctrl I"
          pressed={on.italic}
          onPress={() => run().toggleItalic().run()}
        >
          <Italic />
        </Tool>
        <span aria-hidden className="mx-1 h-4 w-px bg-line-2" />
        <Tool
          label={words.bulletList}
          keys="Ctrl ⇧ 8"
          pressed={on.bulletList}
          onPress={() => run().toggleBulletList().run()}
        >
          <List />
        </Tool>
        <Tool
          label={words.orderedList}
          keys="Ctrl ⇧ 7"
          pressed={on.orderedList}
          onPress={() => run().toggleOrderedList().run()}
        >
          <ListOrdered />
        </Tool>
        <Tool
          label={words.quote}
          keys="Ctrl ⇧ B"
          pressed={on.quote}
          onPress={() => run().toggleBlockquote().run()}
        >
          <TextQuote />
        </Tool>
        <span aria-hidden className="mx-1 h-4 w-px bg-line-2" />
        <Tool label={words.link} pressed={on.link} expanded={linking} onPress={() => setLinking(!linking)}>
          <Link2 />
        </Tool>
      </Toolbar>
      {linking ? <LinkField editor={editor} onDone={() => setLinking(false)} /> : null}
    </>
  );
}

type ToolProps = {
  readonly label: string;
  readonly keys?: string;
  readonly pressed: boolean;
  readonly expanded?: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
};

function Tool({ label, keys, pressed, expanded, onPress, children }: ToolProps) {
  return (
    <Tooltip content={label} keys={keys}>
      <button
        type="button"
        aria-label={label}
        aria-pressed={pressed}
        aria-expanded={expanded}
        // The selection in the note must survive a press of the mouse.
        onMouseDown={(event) => event.preventDefault()}
        onClick={onPress}
        className={classNames(
          'grid size-7 place-items-center rounded-sm text-ink-2 hover:bg-wash hover:text-ink [&_svg]:size-3.5',
          pressed && 'bg-pencil-bg text-pencil forced-colors:outline-2',
        )}
      >
        {children}
      </button>
    </Tooltip>
  );
}
