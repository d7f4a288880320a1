'use client';

import type { Editor, EditorOptions, JSONContent } from '@tiptap/core';
import { useEditor } from '@tiptap/react';
import { useEffect, useMemo, useRef } from 'react';
import type { Article } from '@/lib/domain/article';
import type { ArticleDoc } from '@/lib/domain/article-doc';
import type { WritingDirection } from '@/lib/domain/direction';
import { articleExtensions } from '@/lib/editor/article-schema';
import { directionLayer } from '@/lib/editor/direction-layer';
import { editing } from '@/lib/editor/editing';
import { textOf, withEdit } from '@/lib/editor/text-edits';
import { revisions } from '../messages/revisions';
import type { TextDraft } from './use-text-draft';

type TextEditorOptions = Pick<Article, 'language' | 'direction'> & { readonly draft: TextDraft };

/** The editor of an article's text; each change goes into the draft, with the edit that it was. Null until it is there. */
export function useTextEditor({ language, direction, draft }: TextEditorOptions): Editor | null {
  const extensions = useMemo(
    () => [...articleExtensions(), editing(), ...(direction === null ? [] : [directionLayer(direction)])],
    [direction],
  );
  const editorProps = useMemo(() => propsOf(language, direction), [language, direction]);
  const latest = useRef(draft);
  useEffect(() => {
    latest.current = draft;
  });
  return useEditor({
    extensions,
    editorProps,
    // The editor copies it; only its type knows no `readonly`.
    content: draft.doc as JSONContent,
    immediatelyRender: false,
    shouldRerenderOnTransaction: false,
    injectCSS: false,
    onUpdate({ editor, transaction }) {
      const before = textOf(transaction.before);
      const after = textOf(transaction.doc);
      // the article's own schema wrote it
      const doc = editor.getJSON() as ArticleDoc;
      latest.current.change(doc, (edits) => withEdit(edits, before, after));
    },
  });
}

function propsOf(language: string | null, direction: WritingDirection | null): EditorOptions['editorProps'] {
  return {
    attributes: {
      class: 'article-text min-h-96 outline-none whitespace-pre-wrap',
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': revisions.edit.label,
      dir: direction ?? 'auto',
      ...(language === null ? {} : { lang: language }),
    },
  };
}
