'use client';

import { useState } from 'react';
import type { FormAction } from '../account/form-action';
import { useSend } from '../account/use-send';
import { share as shareWords } from '../messages/share';
import { Button, type ButtonProps } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { useToast } from '../ui/Toast';

type ForGoodButtonProps = Pick<ButtonProps, 'size'> & {
  readonly label: string;
  readonly fullLabel?: string;
  readonly action: FormAction;
  readonly values: Readonly<Record<string, string>>;
  /** What is asked before it is done, since it cannot be undone. */
  readonly question: { readonly title: string; readonly words: string; readonly yes: string };
  readonly done: string;
};

/** A button whose work cannot be undone: it asks first. */
export function ForGoodButton({
  label,
  fullLabel,
  action,
  values,
  question,
  done,
  size = 'md',
}: ForGoodButtonProps) {
  const [open, setOpen] = useState(false);
  const [isBusy, send] = useSend();
  const toast = useToast();

  function act() {
    send(action, values, () => {
      setOpen(false);
      toast.show({ message: done });
    });
  }

  return (
    <>
      <Button size={size} variant="danger" aria-label={fullLabel} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={question.title}
        description={question.words}
        size="sm"
        actions={
          <>
            <Button onClick={() => setOpen(false)}>{shareWords.publication.keep}</Button>
            <Button variant="danger" busy={isBusy} onClick={act}>
              {question.yes}
            </Button>
          </>
        }
      />
    </>
  );
}
