import { pageQuery } from '@/lib/server/api/requests';
import { created, door } from '@/lib/server/http';
import { findPendingInvitations } from '@/lib/server/team/find-team';
import { invitePerson, inviteSchema } from '@/lib/server/team/invite-person';

/** Who is invited and has not come yet. */
export const GET = door({ query: pageQuery }, ({ actor, query: { limit = 50, cursor } }) =>
  findPendingInvitations(actor, { limit, cursor }),
);

/** Invites somebody. */
export const POST = door({ body: inviteSchema, rate: 'command' }, async ({ actor, body }) =>
  created(await invitePerson(actor, body)),
);
