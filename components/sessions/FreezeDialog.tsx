'use client';

import { useState } from 'react';
import type { Session } from '@/lib/domain/session';
import { sessions } from '../messages/sessions';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Problem } from '../ui/Notice';
import { RadioGroup } from '../ui/RadioGroup';
import { useToast } from '../ui/Toast';
import type { SessionActs } from './use-session-acts';

type FreezeDialogProps = {
  readonly session: Session;
  readonly acts: SessionActs;
  readonly onClose: () => void;
};

const words = sessions.freeze;

/** Calls the freeze: now, or after a last call. */
export function FreezeDialog({ session, acts, onClose }: FreezeDialogProps) {
  const [minutes, setMinutes] = useState('5');
  const [refusal, setRefusal] = useState<string | null>(null);
  const toast = useToast();

  async function submit(): Promise<void> {
    const { id: sessionId, version } = session;
    const afterMinutes = Number(minutes);
    const answer = await acts.send({ type: 'session.freeze', sessionId, version, afterMinutes });
    setRefusal(answer);
    if (answer !== null) return;
    toast.show({ message: afterMinutes === 0 ? sessions.done.frozen : sessions.done.called });
    onClose();
  }

  return (
    <Dialog
      open
      size="sm"
      onOpenChange={onClose}
      title={words.title}
      description={words.lead}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button variant="primary" busy={acts.isBusy} onClick={() => void submit()}>
            {words.submit}
          </Button>
        </>
      }
    >
      <Problem className="mb-3">{refusal}</Problem>
      <RadioGroup
        name="freeze-when"
        label={words.when}
        value={minutes}
        onChange={setMinutes}
        options={Object.entries(words.options).map(([value, label]) => ({ value, label }))}
      />
    </Dialog>
  );
}
