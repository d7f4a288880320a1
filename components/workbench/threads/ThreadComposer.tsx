'use client';

import type { ReactNode } from 'react';
import { newId } from '@/lib/domain/new-id';
import type { RichText } from '@/lib/domain/rich-text';
import type { Reply } from '@/lib/domain/thread';
import type { DraftOf } from '@/lib/workbench/drafts';
import { commandOfWords } from '@/lib/workbench/thread-drafts';
import type { CardDrafts } from '../use-drafts';
import { useSetAside } from '../use-set-aside';
import { WordsComposer } from '../WordsComposer';
import { useWorkbench } from '../workbench-context';

type WordsDraft = DraftOf<'thread'> | DraftOf<'reply'>;

type ThreadComposerProps = {
  readonly draft: WordsDraft;
  /** The reply under change as it stands now; absent for a new one, and for one that was deleted meanwhile. */
  readonly reply: Reply | undefined;
  readonly drafts: CardDrafts;
  readonly onClose: () => void;
  readonly onPosted?: () => void;
  readonly label: string;
  readonly postLabel: string;
  readonly hint?: ReactNode;
};

/** A question, a discussion or a reply being written, with people to mention behind an @. */
export function ThreadComposer({
  draft,
  reply,
  drafts,
  onClose,
  onPosted,
  label,
  postLabel,
  hint,
}: ThreadComposerProps) {
  const { rules } = useWorkbench();
  const setAside = useSetAside(draft.annotationId);

  function post(target: WordsDraft): void {
    onClose();
    void drafts.send(target, commandOfWords(target, target.values.body, rules.members));
    onPosted?.();
  }

  function discard(): void {
    drafts.remove(draft);
    onClose();
  }

  return (
    <WordsComposer
      body={draft.values.body}
      draft={draft}
      base={draft.base && { version: draft.base.version, body: draft.base.values.body }}
      current={reply}
      label={label}
      postLabel={postLabel}
      hint={hint}
      mentions={{ members: rules.members, chosen: draft.values.chosen }}
      autoFocus
      onChange={(body, chosen) =>
        drafts.write({ ...withWords(draft, body, chosen), state: 'writing', message: null })
      }
      onPost={(body, over) => post(rebased(withWords(draft, body), over))}
      onMerge={(body, over) =>
        drafts.write({ ...rebased(withWords(draft, body), over), state: 'writing', message: null })
      }
      onSetAside={(own) => setAside('reply', draft.itemId, own)}
      onPostAsNew={(body) => {
        drafts.remove(draft);
        post({ ...withWords(draft, body), itemId: newId(), base: null });
      }}
      onLeave={(isEmpty) => (isEmpty ? discard() : onClose())}
      onDiscard={discard}
    />
  );
}

function withWords(draft: WordsDraft, body: RichText, chosen = draft.values.chosen): WordsDraft {
  return draft.kind === 'thread'
    ? { ...draft, values: { ...draft.values, body, chosen } }
    : { ...draft, values: { ...draft.values, body, chosen } };
}

/** The same words, meant to replace a newer version than they began from. Only replies are changed. */
function rebased(
  draft: WordsDraft,
  over: { readonly version: number; readonly body: RichText } | null,
): WordsDraft {
  if (over === null || draft.kind === 'thread') return draft;
  const { version, body } = over;
  return { ...draft, base: { version, values: { ...draft.values, body } } };
}
