'use client';

import type { Flag } from '@/lib/domain/annotation';
import type { DraftOf } from '@/lib/workbench/drafts';
import { messages } from '../messages';
import { TextArea } from '../ui/TextArea';
import { CardForm } from './CardForm';
import type { CardDrafts } from './use-drafts';

const words = messages.margin.flag;

type LookFormProps = {
  readonly draft: DraftOf<'look'>;
  readonly flag: Flag;
  readonly drafts: CardDrafts;
  readonly onClose: () => void;
};

/** Says that a flag has been looked at, and what came of it. */
export function LookForm({ draft, flag, drafts, onClose }: LookFormProps) {
  function save(): void {
    const { annotationId, itemId: flagId } = draft;
    onClose();
    void drafts.send(draft, {
      type: 'flag.look',
      annotationId,
      flagId,
      version: flag.version,
      note: draft.values.note.trim(),
    });
  }

  function discard(): void {
    drafts.remove(draft);
    onClose();
  }

  return (
    <CardForm
      title={words.lookForm}
      saveLabel={words.lookSave}
      message={draft.message}
      isRefused={draft.state === 'refused'}
      onSave={save}
      onLeave={onClose}
      onDiscard={discard}
    >
      <TextArea
        label={words.lookNote}
        optional
        rows={2}
        autoFocus
        maxLength={2_000}
        value={draft.values.note}
        onChange={(event) =>
          drafts.write({ ...draft, values: { note: event.target.value }, state: 'writing', message: null })
        }
      />
    </CardForm>
  );
}
