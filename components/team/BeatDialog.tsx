'use client';

import { useId, useState } from 'react';
import { type ClaimType, claimTypes } from '@/lib/domain/annotation';
import type { FormAction } from '../account/form-action';
import { useSend } from '../account/use-send';
import { messages } from '../messages';
import { claimWords } from '../messages/claim-words';
import { team as teamWords } from '../messages/team';
import { Button } from '../ui/Button';
import { Checkbox } from '../ui/Checkbox';
import { Dialog } from '../ui/Dialog';
import { TextArea } from '../ui/TextArea';
import { useToast } from '../ui/Toast';
import type { MemberLine } from './Members';

type BeatDialogProps = {
  readonly member: MemberLine;
  readonly action: FormAction;
  readonly onClose: () => void;
};

const words = teamWords.beat;

/** What a member knows best: kinds of claim and topics, by which a session hands claims out. */
export function BeatDialog({ member, action, onClose }: BeatDialogProps) {
  const formId = useId();
  const [busy, send] = useSend();
  const toast = useToast();
  const [types, setTypes] = useState<readonly ClaimType[]>(member.beat.types);
  const [topics, setTopics] = useState(member.beat.topics.join(', '));

  function submit(): void {
    send(action, { userId: member.id, types: types.join(','), topics }, () => {
      onClose();
      toast.show({ message: words.saved(member.name) });
    });
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={words.title(member.name)}
      description={words.lead}
      actions={
        <>
          <Button onClick={onClose}>{messages.ui.cancel}</Button>
          <Button variant="primary" type="submit" form={formId} busy={busy}>
            {words.save}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <fieldset className="grid grid-cols-2 gap-x-4 sm:grid-cols-3">
          <legend className="mb-1 text-sm font-medium">{words.types}</legend>
          {claimTypes.map((type) => (
            <Checkbox
              key={type}
              label={claimWords.claimTypes[type]}
              checked={types.includes(type)}
              onChange={() =>
                setTypes(types.includes(type) ? types.filter((one) => one !== type) : [...types, type])
              }
            />
          ))}
        </fieldset>
        <TextArea
          label={words.topics}
          hint={words.topicsHint}
          rows={2}
          maxLength={1_500}
          value={topics}
          onChange={({ target }) => setTopics(target.value)}
        />
      </form>
    </Dialog>
  );
}
