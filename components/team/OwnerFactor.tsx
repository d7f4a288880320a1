'use client';

import type { FormAction } from '../account/form-action';
import { useSend } from '../account/use-send';
import { team as teamWords } from '../messages/team';
import { Button } from '../ui/Button';
import { useToast } from '../ui/Toast';

type OwnerFactorProps = {
  readonly action: FormAction;
  readonly isRequired: boolean;
  /** Whether the actor has a second factor: whoever asks for one must not shut themselves out. */
  readonly hasOwn: boolean;
  /** Why the actor may not change it; absent when they may. */
  readonly reason: string | undefined;
};

/** Whether owners of the team need a second factor. */
export function OwnerFactor({ action, isRequired, hasOwn, reason }: OwnerFactorProps) {
  const [busy, send] = useSend();
  const toast = useToast();
  const words = teamWords.ownerFactor;
  const ownFirst = isRequired || hasOwn ? undefined : words.ownFirst;

  function change() {
    const message = isRequired ? words.stopped : words.asked;
    send(action, { isRequired: isRequired ? 'no' : 'yes' }, () => toast.show({ message }));
  }

  return (
    <div className="flex flex-col items-start gap-3">
      <p className="text-ink-2">{isRequired ? words.on : words.off}</p>
      <Button busy={busy} reason={reason ?? ownFirst} onClick={change}>
        {isRequired ? words.stop : words.ask}
      </Button>
    </div>
  );
}
