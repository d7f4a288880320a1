'use client';

import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import type { Actor } from '@/lib/domain/actor';
import { team as teamWords } from '../messages/team';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { InviteForm } from './InviteForm';
import type { TeamActions } from './team-actions';

type InviteButtonProps = { readonly actor: Actor; readonly action: TeamActions['invite'] };

/** Opens the form that makes an invitation link. */
export function InviteButton({ actor, action }: InviteButtonProps) {
  const [open, setOpen] = useState(false);
  const [round, setRound] = useState(0);
  const words = teamWords.invite;

  function change(next: boolean) {
    setOpen(next);
    // Each opening begins anew: a link is shown once.
    if (next) setRound(round + 1);
  }

  return (
    <>
      <Button variant="primary" onClick={() => change(true)}>
        <UserPlus aria-hidden className="size-4" />
        {words.open}
      </Button>
      <Dialog open={open} onOpenChange={change} title={words.title}>
        <InviteForm
          key={round}
          actor={actor}
          action={action}
          onAnother={() => setRound(round + 1)}
          onDone={() => setOpen(false)}
        />
      </Dialog>
    </>
  );
}
