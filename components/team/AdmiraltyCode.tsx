'use client';

import type { FormAction } from '../account/form-action';
import { useSend } from '../account/use-send';
import { team as teamWords } from '../messages/team';
import { Button } from '../ui/Button';
import { useToast } from '../ui/Toast';

type AdmiraltyCodeProps = {
  readonly action: FormAction;
  readonly isUsed: boolean;
  /** Why the actor may not change it; absent when they may. */
  readonly reason: string | undefined;
};

/** Whether evidence is graded by the Admiralty code. */
export function AdmiraltyCode({ action, isUsed, reason }: AdmiraltyCodeProps) {
  const [busy, send] = useSend();
  const toast = useToast();
  const words = teamWords.admiralty;

  function change() {
    const message = isUsed ? words.stopped : words.used;
    send(action, { isUsed: isUsed ? 'no' : 'yes' }, () => toast.show({ message }));
  }

  return (
    <div className="flex flex-col items-start gap-3">
      <p className="text-ink-2">{isUsed ? words.on : words.off}</p>
      <Button busy={busy} reason={reason} onClick={change}>
        {isUsed ? words.stop : words.use}
      </Button>
    </div>
  );
}
