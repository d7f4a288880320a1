'use client';

import { Link2 } from 'lucide-react';
import { useState } from 'react';
import type { FormAction } from '../account/form-action';
import { share as shareWords } from '../messages/share';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { ShareLinkForm } from './ShareLinkForm';

type ShareLinkButtonProps = { readonly articleId: string; readonly action: FormAction<string> };

/** Opens the form that makes a link. */
export function ShareLinkButton({ articleId, action }: ShareLinkButtonProps) {
  const [open, setOpen] = useState(false);
  const [round, setRound] = useState(0);
  const words = shareWords.links;

  function change(next: boolean) {
    setOpen(next);
    // Each opening begins anew: a link is shown once.
    if (next) setRound(round + 1);
  }

  return (
    <>
      <Button onClick={() => change(true)} className="mt-3">
        <Link2 aria-hidden className="size-4" />
        {words.make}
      </Button>
      <Dialog open={open} onOpenChange={change} title={words.makeTitle}>
        <ShareLinkForm key={round} articleId={articleId} action={action} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}
