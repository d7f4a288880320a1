'use client';

import type { Editor } from '@tiptap/core';
import { EditorContent } from '@tiptap/react';

type TextEditorProps = { readonly editor: Editor; readonly onSave: () => void };

/** The text itself, under the hands of an editor. Ctrl or Cmd with S saves. */
export function TextEditor({ editor, onSave }: TextEditorProps) {
  return (
    <EditorContent
      editor={editor}
      onKeyDown={(event) => {
        if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        onSave();
      }}
      className="rounded-xl border border-line-2 bg-sheet px-6 py-5 focus-within:border-pencil max-phone:px-4"
    />
  );
}
