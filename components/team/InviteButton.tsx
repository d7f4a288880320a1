'use client';

import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import type { Actor } from '@/lib/domain/actor';
import { can } from '@/lib/domain/policy';
import { roles } from '@/lib/domain/team';
import { messages } from '../messages';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { InviteForm } from './InviteForm';
import type { TeamActions } from './team-actions';

type InviteButtonProps = { readonly actor: Actor; readonly action: TeamActions['invite'] };

/** Opens the form that makes an invitation link. */
export function InviteButton({ actor, action }: InviteButtonProps) {
  const [open, setOpen] = useState(false);
  const [round, setRound] = useState(0);
  const words = messages.team.invite;
  const permissions = roles.map((role) => can(actor, 'team.invite', { targetRole: role }));
  const refused = permissions.every((permission) => !permission.allowed)
    ? permissions.find((permission) => !permission.allowed)
    : undefined;

  function change(next: boolean) {
    setOpen(next);
    // Each opening begins anew: a link is shown once.
    if (next) setRound(round + 1);
  }

  return (
    <>
      <Button
        variant="primary"
        reason={refused?.allowed === false ? refused.reason : undefined}
        onClick={() => change(true)}
      >
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
