'use client';

import type { FormAction } from '../account/form-action';
import { useSend } from '../account/use-send';
import { scales as scalesWords } from '../messages/scales';
import { Button } from '../ui/Button';
import { useToast } from '../ui/Toast';

type BlindSecondCheckProps = {
  readonly action: FormAction;
  readonly isBlind: boolean;
  /** Why the actor may not change it; absent when they may. */
  readonly reason: string | undefined;
};

/** Whether second checkers see a proposal before they have recorded their own. */
export function BlindSecondCheck({ action, isBlind, reason }: BlindSecondCheckProps) {
  const [busy, send] = useSend();
  const toast = useToast();
  const words = scalesWords.blind;

  function change() {
    const message = isBlind ? words.stopped : words.started;
    send(action, { isBlind: isBlind ? 'no' : 'yes' }, () => toast.show({ message }));
  }

  return (
    <div className="flex flex-col items-start gap-3">
      <p className="text-ink-2">{isBlind ? words.on : words.off}</p>
      <Button busy={busy} reason={reason} onClick={change}>
        {isBlind ? words.stop : words.start}
      </Button>
    </div>
  );
}
