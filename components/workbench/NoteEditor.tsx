'use client';

import type { Editor, JSONContent } from '@tiptap/core';
import { EditorContent, useEditor } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { isSafeHref } from '@/lib/domain/article-doc';
import type { RichText } from '@/lib/domain/rich-text';
import { MentionList } from './MentionList';
import { NoteToolbar } from './NoteToolbar';
import { type Mentions, useMentionList } from './use-mention-list';

export type NoteEditorProps = {
  /** What the text box is called. */
  readonly label: string;
  readonly initial: RichText;
  /** Any change of words or format. The body may be empty: it is checked when it is posted. */
  readonly onChange: (body: RichText, chosen: readonly string[]) => void;
  /** Who is offered behind an @, and who was picked already. */
  readonly mentions?: Mentions | undefined;
  readonly onPost: () => void;
  readonly onLeave: () => void;
  readonly autoFocus: boolean;
  /** The id of what is wrong with the note, for assistive technology. */
  readonly describedBy?: string | undefined;
};

/** The small editor of a verification note. Loaded when the first note is written. */
export function NoteEditor({
  label,
  initial,
  onChange,
  onPost,
  onLeave,
  autoFocus,
  mentions,
  describedBy,
}: NoteEditorProps) {
  const list = useMentionList(mentions);
  const latest = useRef({ onChange, onPost, onLeave, list });
  useLayoutEffect(() => {
    latest.current = { onChange, onPost, onLeave, list };
  });

  const editorProps = useMemo(
    () => ({
      handleKeyDown: (_view: unknown, event: KeyboardEvent) => {
        if (latest.current.list.press(event)) return true;
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
        'aria-label': label,
        ...list.attributes,
        ...(describedBy === undefined ? {} : { 'aria-describedby': describedBy }),
        dir: 'auto',
        class:
          'note-text min-h-16 max-h-80 overflow-y-auto px-2.5 py-2 break-words whitespace-break-spaces outline-none [font-variant-ligatures:none]',
      },
    }),
    [label, describedBy, list.attributes],
  );

  const editor = useEditor({
    extensions,
    // the body was written by this editor or checked by the door: it fits the schema below
    content: initial as JSONContent,
    injectCSS: false,
    immediatelyRender: true,
    shouldRerenderOnTransaction: false,
    editorProps,
    onTransaction: ({ editor: changed }) => latest.current.list.follow(changed),
    onBlur: () => latest.current.list.close(),
    onUpdate: ({ editor: changed }) => latest.current.onChange(bodyOf(changed), latest.current.list.chosen()),
  });

  // The editor's own autofocus may come before its element is in the page, and is then lost.
  useEffect(() => {
    if (autoFocus && !editor.isDestroyed) editor.commands.focus('end');
  }, [editor, autoFocus]);

  return (
    <div className="rounded-lg border border-line-3 bg-sheet focus-within:border-pencil focus-within:outline-2 focus-within:outline-pencil">
      <NoteToolbar editor={editor} />
      <EditorContent editor={editor} />
      {mentions === undefined ? null : <MentionList list={list} />}
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
      isAllowedUri: (address) => isSafeHref(address),
      defaultProtocol: 'https',
      HTMLAttributes: { rel: 'noopener noreferrer nofollow', target: null },
    },
  }),
];

function bodyOf(editor: Editor): RichText {
  // the editor's schema above is that of RichText; attributes beyond it are cut off when the note is posted
  return editor.getJSON() as RichText;
}
