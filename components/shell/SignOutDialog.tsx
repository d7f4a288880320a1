'use client';

import { messages } from '../messages';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';

type SignOutDialogProps = {
  /** What would be lost; the dialog is open while there is any. */
  readonly objections: readonly string[];
  readonly onStay: () => void;
  readonly onLeave: () => void;
};

/** Asks before a sign-out that would leave work behind. */
export function SignOutDialog({ objections, onStay, onLeave }: SignOutDialogProps) {
  const words = messages.shell.signingOut;
  return (
    <Dialog
      open={objections.length > 0}
      onOpenChange={(open) => {
        if (!open) onStay();
      }}
      size="sm"
      title={words.title}
      description={objections.map((sentence) => <p key={sentence}>{sentence}</p>)}
      actions={
        <>
          <Button variant="danger" onClick={onLeave}>
            {words.leave}
          </Button>
          <Button variant="primary" onClick={onStay}>
            {words.stay}
          </Button>
        </>
      }
    />
  );
}
