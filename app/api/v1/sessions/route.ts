import { sessionsQuery } from '@/lib/server/api/desk-requests';
import { door } from '@/lib/server/http';
import { findClosedSessions, findSessionsUnderWay } from '@/lib/server/sessions/find-sessions';

/** The sessions that are under way, or those that were held. They are led by commands. */
export const GET = door({ query: sessionsQuery }, async ({ actor, query: { state, ...page } }) =>
  state === 'closed' ? findClosedSessions(actor, page) : findSessionsUnderWay(actor, { limit: 50, ...page }),
);
