'use client';

import type { Editor, JSONContent } from '@tiptap/core';
import { EditorContent, useEditor } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { safeHref } from '@/lib/domain/article-doc';
import type { RichText } from '@/lib/domain/rich-text';
import { messages } from '../messages';
import { NoteToolbar } from './NoteToolbar';

export type NoteEditorProps = {
  readonly initial: RichText;
  /** Any change of words or format. The body may be empty: it is checked when it is posted. */
  readonly onChange: (body: RichText) => void;
  readonly onPost: () => void;
  readonly onLeave: () => void;
  readonly autoFocus: boolean;
  /** The id of what is wrong with the note, for assistive technology. */
  readonly describedBy?: string | undefined;
};

/** The small editor of a verification note. Loaded when the first note is written. */
export function NoteEditor({ initial, onChange, onPost, onLeave, autoFocus, describedBy }: NoteEditorProps) {
  const latest = useRef({ onChange, onPost, onLeave });
  useLayoutEffect(() => {
    latest.current = { onChange, onPost, onLeave };
  });

  const editorProps = useMemo(
    () => ({
      handleKeyDown: (_view: unknown, event: KeyboardEvent) => {
        const isPost = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
        if (isPost) latest.current.onPost();
        else if (event.key === 'Escape') latest.current.onLeave();
        const isMine = isPost || event.key === 'Escape';
        // Neither the card nor a sheet around it may take this key for its own.
        if (isMine) event.stopPropagation();
        return isMine;
      },
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': messages.margin.note.label,
        ...(describedBy === undefined ? {} : { 'aria-describedby': describedBy }),
        dir: 'auto',
        class:
          'note-text min-h-16 max-h-80 overflow-y-auto px-2.5 py-2 break-words whitespace-break-spaces outline-none [font-variant-ligatures:none]',
      },
    }),
    [describedBy],
  );

  const editor = useEditor({
    extensions,
    // the body was written by this editor or checked by the door: it fits the schema below
    content: initial as JSONContent,
    injectCSS: false,
    immediatelyRender: true,
    shouldRerenderOnTransaction: false,
    editorProps,
    onUpdate: ({ editor: changed }) => latest.current.onChange(bodyOf(changed)),
  });

  // The editor's own autofocus may come before its element is in the page, and is then lost.
  useEffect(() => {
    if (autoFocus && !editor.isDestroyed) editor.commands.focus('end');
  }, [editor, autoFocus]);

  return (
    <div className="rounded-lg border border-line-3 bg-sheet focus-within:border-pencil focus-within:outline-2 focus-within:outline-pencil">
      <NoteToolbar editor={editor} />
      <EditorContent editor={editor} />
    </div>
  );
}

/** Exactly the nodes and marks of lib/domain/rich-text. */
const extensions = [
  StarterKit.configure({
    code: false,
    codeBlock: false,
    heading: false,
    horizontalRule: false,
    strike: false,
    underline: false,
    trailingNode: false,
    dropcursor: false,
    gapcursor: false,
    link: {
      openOnClick: false,
      isAllowedUri: (address) => safeHref.safeParse(address).success,
      defaultProtocol: 'https',
      HTMLAttributes: { rel: 'noopener noreferrer nofollow', target: null },
    },
  }),
];

function bodyOf(editor: Editor): RichText {
  // the editor's schema above is that of RichText; attributes beyond it are cut off when the note is posted
  return editor.getJSON() as RichText;
}
