import { door } from '@/lib/server/http';
import { getTeam } from '@/lib/server/team/get-team';

/** The team: its people, invitations, and how it checks. */
export const GET = door({}, ({ actor }) => getTeam(actor));
