'use client';

import type { Editor } from '@tiptap/core';
import { useState } from 'react';
import type { ArticleDraft } from '@/lib/domain/lists';
import type { ReviseCommand } from '@/lib/domain/text-commands';
import { showDoc } from '@/lib/editor/show-doc';
import { askServer, Refusal } from '../articles/ask-server';
import { articles } from '../messages/articles';
import { revisions } from '../messages/revisions';
import { Button } from '../ui/Button';
import { useToast } from '../ui/Toast';

type RefetchButtonProps = {
  /** Where the article came from. */
  readonly address: string;
  readonly editor: Editor;
  readonly onSource: (source: ReviseCommand['source']) => void;
};

const words = revisions.edit;

/** Fetches the page that the article came from once more and puts its text into the editor to be looked at. */
export function RefetchButton({ address, editor, onSource }: RefetchButtonProps) {
  const { show } = useToast();
  const [isBusy, setBusy] = useState(false);

  async function fetchAgain(): Promise<void> {
    setBusy(true);
    try {
      const found = await askServer('/api/imports', { body: { format: 'url', url: address } });
      // Our own door made this draft; its shape is the door's contract.
      showDoc(editor.view, (found as ArticleDraft).doc);
      onSource('address');
      show({ message: words.replaced });
    } catch (error) {
      show({ message: error instanceof Refusal ? error.message : articles.noAnswer, tone: 'danger' });
    } finally {
      setBusy(false);
    }
  }

  return (
    <Button busy={isBusy} onClick={() => void fetchAgain()}>
      {isBusy ? words.refetching : words.refetch}
    </Button>
  );
}
