'use client';

import type { Actor } from '@/lib/domain/actor';
import type { Instant } from '@/lib/domain/ids';
import { can, reasonOf } from '@/lib/domain/policy';
import type { Role } from '@/lib/domain/team';
import { useSend } from '../account/use-send';
import { messages } from '../messages';
import { team as teamWords } from '../messages/team';
import { Button } from '../ui/Button';
import { RelativeTime } from '../ui/RelativeTime';
import { useToast } from '../ui/Toast';
import type { TeamActions } from './team-actions';

export type PendingLine = {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly expiresAt: Instant;
};

type PendingInvitationsProps = {
  readonly actor: Actor;
  readonly invitations: readonly PendingLine[];
  readonly action: TeamActions['withdraw'];
};

/** The invitations that nobody has accepted yet. */
export function PendingInvitations({ actor, invitations, action }: PendingInvitationsProps) {
  const words = teamWords.pending;
  if (invitations.length === 0) return <p className="text-ink-2">{words.none}</p>;
  return (
    <ul className="flex flex-col">
      {invitations.map((invitation) => (
        <PendingItem key={invitation.id} actor={actor} invitation={invitation} action={action} />
      ))}
    </ul>
  );
}

type PendingItemProps = Omit<PendingInvitationsProps, 'invitations'> & { readonly invitation: PendingLine };

function PendingItem({ actor, invitation, action }: PendingItemProps) {
  const [busy, send] = useSend();
  const toast = useToast();
  const words = teamWords.pending;
  const { id, email, name, role, expiresAt } = invitation;
  const permission = can(actor, 'team.invite', { targetRole: role });
  const reason = reasonOf(permission);

  function withdraw() {
    send(action, { invitationId: id }, () => toast.show({ message: words.withdrawn(email) }));
  }

  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b py-2.5 first:pt-0 last:border-b-0">
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium">{name === '' ? email : name}</p>
        <p className="truncate text-xs text-ink-2">
          {name === '' ? null : `${email} · `}
          {messages.shell.roles[role]} · {words.columns.expires.toLowerCase()} <RelativeTime at={expiresAt} />
        </p>
      </div>
      <Button
        size="sm"
        variant="danger"
        busy={busy}
        reason={reason}
        aria-label={words.withdrawFor(email)}
        onClick={withdraw}
      >
        {words.withdraw}
      </Button>
    </li>
  );
}
