import { invitationParams } from '@/lib/server/api/desk-requests';
import { door } from '@/lib/server/http';
import { withdrawInvitation } from '@/lib/server/team/withdraw-invitation';

/** Takes an invitation back. */
export const DELETE = door({ params: invitationParams, rate: 'command' }, ({ actor, params }) =>
  withdrawInvitation(actor, params.invitationId),
);
