'use client';

import type { Editor } from '@tiptap/core';
import { useSyncExternalStore } from 'react';
import type { Revision } from '@/lib/domain/article';
import { showDoc } from '@/lib/editor/show-doc';
import type { KeptText, TextShelf } from '@/lib/workbench/text-shelf';
import { askServer, Refusal } from '../articles/ask-server';
import { articles } from '../messages/articles';
import { revisions } from '../messages/revisions';
import { useToast } from '../ui/Toast';
import type { TextDraft } from './use-text-draft';

type LeftText = KeptText & { readonly name: string };

type LeftTextsOptions = {
  readonly articleId: string;
  /** The current one. */
  readonly revision: Revision;
  readonly shelf: TextShelf;
  readonly draft: TextDraft;
  readonly editor: Editor | null;
};

const words = revisions.edit.left;

/** The unsaved texts that lie on this device, and how to go on with one. */
export function useLeftTexts({ articleId, revision, shelf, draft, editor }: LeftTextsOptions) {
  const { show } = useToast();
  const texts = useSyncExternalStore(shelf.subscribe, shelf.lying, shelf.lying);

  async function takeUp(text: LeftText): Promise<void> {
    if (editor === null) return;
    try {
      const isOlder = text.revisionId !== revision.id;
      const base = isOlder ? await findRevision(articleId, text.revisionNumber) : revision;
      shelf.takeUp(text.name);
      const conflict = {
        number: revision.number,
        message: words.older(text.revisionNumber, revision.number),
      };
      draft.resume(base, text, isOlder ? conflict : undefined);
      showDoc(editor.view, text.doc);
    } catch (error) {
      show({ message: error instanceof Refusal ? error.message : articles.noAnswer, tone: 'danger' });
    }
  }

  function throwAway(text: LeftText): void {
    shelf.throwAway(text.name);
    show({ message: words.thrownAway, onUndo: () => shelf.restore(text) });
  }

  return { texts, takeUp, throwAway };
}

async function findRevision(articleId: string, number: number): Promise<Revision> {
  // Our own door made this revision; its shape is the door's contract.
  return (await askServer(`/api/articles/${articleId}/revisions/${number}`)) as Revision;
}
