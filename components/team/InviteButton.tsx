'use client';

import { UserPlus } from 'lucide-react';
import type { Actor } from '@/lib/domain/actor';
import { team as teamWords } from '../messages/team';
import { FreshDialogButton } from '../ui/FreshDialogButton';
import { InviteForm } from './InviteForm';
import type { TeamActions } from './team-actions';

type InviteButtonProps = { readonly actor: Actor; readonly action: TeamActions['invite'] };

/** Opens the form that makes an invitation link. */
export function InviteButton({ actor, action }: InviteButtonProps) {
  const words = teamWords.invite;
  const label = (
    <>
      <UserPlus aria-hidden className="size-4" />
      {words.open}
    </>
  );
  return (
    <FreshDialogButton label={label} title={words.title} variant="primary">
      {({ close, again }) => <InviteForm actor={actor} action={action} onAnother={again} onDone={close} />}
    </FreshDialogButton>
  );
}
