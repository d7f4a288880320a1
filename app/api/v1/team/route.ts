import { door } from '@/lib/server/http';
import { renameTeam, teamNameFormSchema } from '@/lib/server/team/change-name';
import { getTeam } from '@/lib/server/team/get-team';

/** The team: its people, invitations, and how it checks. */
export const GET = door({}, ({ actor }) => getTeam(actor));

/** Gives it another name. */
export const PATCH = door({ body: teamNameFormSchema, rate: 'command' }, ({ actor, body }) =>
  renameTeam(actor, body.name),
);
