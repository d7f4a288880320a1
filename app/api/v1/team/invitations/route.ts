import { created, door } from '@/lib/server/http';
import { invitePerson, inviteSchema } from '@/lib/server/team/invite-person';

/** Invites somebody. */
export const POST = door({ body: inviteSchema, rate: 'command' }, async ({ actor, body }) =>
  created(await invitePerson(actor, body)),
);
