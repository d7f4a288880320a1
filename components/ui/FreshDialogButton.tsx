'use client';

import { type ReactNode, useState } from 'react';
import { Button } from './Button';
import type { ButtonVariant } from './button-class';
import { Dialog } from './Dialog';

type FreshDialogButtonProps = {
  /** What stands on the button. */
  readonly label: ReactNode;
  readonly title: string;
  readonly variant?: ButtonVariant;
  readonly className?: string;
  /** The dialog's content, made anew by each opening and whenever it asks to begin again. */
  readonly children: (dialog: { readonly close: () => void; readonly again: () => void }) => ReactNode;
};

/** A button whose dialog begins anew each time: what it shows at its end, it shows once. */
export function FreshDialogButton({ label, title, variant, className, children }: FreshDialogButtonProps) {
  const [open, setOpen] = useState(false);
  const [round, setRound] = useState(0);
  const again = () => setRound(round + 1);

  function change(next: boolean) {
    setOpen(next);
    if (next) again();
  }

  return (
    <>
      <Button
        onClick={() => change(true)}
        {...(variant === undefined ? {} : { variant })}
        {...(className === undefined ? {} : { className })}
      >
        {label}
      </Button>
      <Dialog open={open} onOpenChange={change} title={title}>
        <div key={round}>{children({ close: () => setOpen(false), again })}</div>
      </Dialog>
    </>
  );
}
