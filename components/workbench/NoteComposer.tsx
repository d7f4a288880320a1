'use client';

import type { Note } from '@/lib/domain/annotation';
import { newId } from '@/lib/domain/new-id';
import type { RichText } from '@/lib/domain/rich-text';
import type { DraftOf } from '@/lib/workbench/drafts';
import { card as cardWords } from '../messages/card';
import type { CardDrafts } from './use-drafts';
import { useSetAside } from './use-set-aside';
import { WordsComposer } from './WordsComposer';

const words = cardWords.note;

type NoteComposerProps = {
  readonly draft: DraftOf<'note'>;
  /** The note under change as it stands now; absent for a new one, and for one that was deleted meanwhile. */
  readonly note: Note | undefined;
  readonly drafts: CardDrafts;
  readonly onClose: () => void;
  readonly autoFocus: boolean;
};

/** A note being written. Every keystroke is kept as a draft; posting keeps it until the server has it. */
export function NoteComposer({ draft, note, drafts, onClose, autoFocus }: NoteComposerProps) {
  const setAside = useSetAside(draft.annotationId);

  function post(target: DraftOf<'note'>, body: RichText): void {
    onClose();
    const { annotationId, itemId: noteId, base } = target;
    void drafts.send(
      { ...target, values: body },
      base === null
        ? { type: 'note.create', annotationId, noteId, body }
        : { type: 'note.change', annotationId, noteId, version: base.version, body },
    );
  }

  function postAsNew(body: RichText): void {
    drafts.remove(draft);
    post({ ...draft, itemId: newId(), base: null }, body);
  }

  function discard(): void {
    drafts.remove(draft);
    onClose();
  }

  return (
    <WordsComposer
      body={draft.values}
      draft={draft}
      base={draft.base && { version: draft.base.version, body: draft.base.values }}
      current={note}
      label={words.label}
      postLabel={draft.base === null ? words.post : words.save}
      autoFocus={autoFocus}
      onChange={(values) => drafts.write({ ...draft, values, state: 'writing', message: null })}
      onPost={(body, over) =>
        post(over === null ? draft : { ...draft, base: { version: over.version, values: over.body } }, body)
      }
      onMerge={(values, over) =>
        drafts.write({
          ...draft,
          values,
          base: { version: over.version, values: over.body },
          state: 'writing',
          message: null,
        })
      }
      onSetAside={(own) => setAside('note', draft.itemId, own)}
      onPostAsNew={postAsNew}
      onLeave={(isEmpty) => (isEmpty ? discard() : onClose())}
      onDiscard={discard}
    />
  );
}
