import { pageQuery } from '@/lib/server/api/requests';
import { door } from '@/lib/server/http';
import { sessionParams } from '@/lib/server/sessions/export-session';
import { findSessionBallots } from '@/lib/server/sessions/find-ballots';

/** The votes of a session. */
export const GET = door({ params: sessionParams, query: pageQuery }, ({ actor, params, query }) =>
  findSessionBallots(actor, params.sessionId, query),
);
