'use client';

import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { account as accountWords } from '../messages/account';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import type { FormAction } from './form-action';
import { TokenForm } from './TokenForm';

/** Opens the form that makes an access token. */
export function TokenButton({ action }: { readonly action: FormAction<string> }) {
  const [open, setOpen] = useState(false);
  const [round, setRound] = useState(0);
  const words = accountWords.tokens.make;

  function change(next: boolean) {
    setOpen(next);
    // Each opening begins anew: a token is shown once.
    if (next) setRound(round + 1);
  }

  return (
    <>
      <Button onClick={() => change(true)} className="mt-3">
        <KeyRound aria-hidden className="size-4" />
        {words.open}
      </Button>
      <Dialog open={open} onOpenChange={change} title={words.title}>
        <TokenForm key={round} action={action} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}
