'use client';

import { useState } from 'react';
import type { Session } from '@/lib/domain/session';
import { sessions } from '../messages/sessions';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Problem } from '../ui/Notice';
import { TextArea } from '../ui/TextArea';
import { useKeptFields } from './use-kept-fields';
import type { SessionActs } from './use-session-acts';

type CloseDialogProps = {
  readonly session: Session;
  /** A sealed vote is still open. */
  readonly isVoting: boolean;
  readonly acts: SessionActs;
  readonly onClose: () => void;
};

const words = sessions.close;

/** Ends a session with what was decided. */
export function CloseDialog({ session, isVoting, acts, onClose }: CloseDialogProps) {
  const [{ conclusion }, change, forget] = useKeptFields(`close.${session.id}`, { conclusion: '' });
  const [refusal, setRefusal] = useState<string | null>(null);

  async function submit(): Promise<void> {
    const { id: sessionId, version } = session;
    const answer = await acts.send({ type: 'session.close', sessionId, version, conclusion });
    setRefusal(answer);
    if (answer !== null) return;
    forget();
    onClose();
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={words.title}
      description={words.lead}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button
            variant="primary"
            busy={acts.isBusy}
            reason={isVoting ? words.voteOpen : undefined}
            onClick={() => void submit()}
          >
            {words.submit}
          </Button>
        </>
      }
    >
      <Problem className="mb-3">{refusal}</Problem>
      <TextArea
        label={words.conclusion}
        hint={words.conclusionHint}
        optional
        maxLength={5_000}
        rows={4}
        value={conclusion}
        onChange={({ target }) => change({ conclusion: target.value })}
      />
    </Dialog>
  );
}
