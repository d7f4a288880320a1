'use client';

import type { Editor } from '@tiptap/core';
import { useState } from 'react';
import type { Revision } from '@/lib/domain/article';
import { rebaseDoc } from '@/lib/domain/text/rebase-doc';
import { showDoc } from '@/lib/editor/show-doc';
import { askServer, Refusal } from '../articles/ask-server';
import { articles } from '../messages/articles';
import { revisions } from '../messages/revisions';
import { Button } from '../ui/Button';
import { ButtonLink } from '../ui/ButtonLink';
import { Notice } from '../ui/Notice';
import { useToast } from '../ui/Toast';
import { compareAddress } from './revisions-address';
import { useCopyText } from './use-copy-text';
import type { TextConflictInfo, TextDraft } from './use-text-draft';

type TextConflictProps = {
  readonly articleId: string;
  readonly conflict: TextConflictInfo;
  readonly draft: TextDraft;
  readonly editor: Editor;
};

const words = revisions.edit.conflict;

/** Somebody else was first: one's own text is kept and can be put on top, copied, or saved over theirs knowingly. */
export function TextConflict({ articleId, conflict, draft, editor }: TextConflictProps) {
  const { show } = useToast();
  const copy = useCopyText();
  const [isClash, setClash] = useState(false);
  const { base, doc } = draft;

  /** As the editor writes it, with every attribute: two texts that look alike are then alike. */
  const plain = (text: TextDraft['doc']): TextDraft['doc'] => editor.schema.nodeFromJSON(text).toJSON();

  async function onTheirs(merge: (theirs: Revision) => TextDraft['doc'] | undefined): Promise<void> {
    try {
      const found = await askServer(`/api/articles/${articleId}/revisions/${conflict.number}`);
      // Our own door made this revision; its shape is the door's contract.
      const theirs = found as Revision;
      const merged = merge(theirs);
      if (merged === undefined) return setClash(true);
      draft.rebase(theirs, merged);
      showDoc(editor.view, merged);
      show({ message: words.rebased(theirs.number) });
    } catch (error) {
      show({ message: error instanceof Refusal ? error.message : articles.noAnswer, tone: 'danger' });
    }
  }

  return (
    <Notice tone="warn" role="alert">
      <h2 className="font-semibold">{words.title}</h2>
      <p className="mt-0.5 text-sm">{isClash ? words.clash : conflict.message}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        {isClash ? (
          <Button size="sm" onClick={() => void onTheirs(() => doc)}>
            {words.over}
          </Button>
        ) : (
          <Button
            size="sm"
            variant="primary"
            onClick={() =>
              void onTheirs((theirs) => rebaseDoc(plain(base.doc), plain(doc), plain(theirs.doc)))
            }
          >
            {words.rebase}
          </Button>
        )}
        <Button size="sm" onClick={() => void copy(doc)}>
          {words.copy}
        </Button>
        <ButtonLink size="sm" href={compareAddress(articleId, base.number, conflict.number)} target="_blank">
          {words.look}
        </ButtonLink>
      </div>
    </Notice>
  );
}
