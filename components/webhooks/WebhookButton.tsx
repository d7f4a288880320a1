'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { FormAction } from '../account/form-action';
import { webhooks as words } from '../messages/webhooks';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { WebhookForm } from './WebhookForm';

/** Opens the form that adds an address. */
export function WebhookButton({ action }: { readonly action: FormAction<string> }) {
  const [open, setOpen] = useState(false);
  const [round, setRound] = useState(0);

  function change(next: boolean) {
    setOpen(next);
    // Each opening begins anew: a secret is shown once.
    if (next) setRound(round + 1);
  }

  return (
    <>
      <Button onClick={() => change(true)} className="mt-3">
        <Plus aria-hidden className="size-4" />
        {words.make}
      </Button>
      <Dialog open={open} onOpenChange={change} title={words.makeTitle}>
        <WebhookForm key={round} action={action} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}
