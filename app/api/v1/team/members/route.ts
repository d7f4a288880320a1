import { membersQuery } from '@/lib/server/api/desk-requests';
import { door } from '@/lib/server/http';
import { findMembers } from '@/lib/server/team/find-team';

/** The people of the team. */
export const GET = door({ query: membersQuery }, ({ actor, query: { limit = 50, ...query } }) =>
  findMembers(actor, { ...query, limit }),
);
