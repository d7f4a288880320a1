import { door } from '@/lib/server/http';
import { sessionParams } from '@/lib/server/sessions/export-session';
import { getSession } from '@/lib/server/sessions/get-session';

/** One session. */
export const GET = door({ params: sessionParams }, ({ actor, params }) =>
  getSession(actor, params.sessionId),
);
