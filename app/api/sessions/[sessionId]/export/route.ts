import { door } from '@/lib/server/http';
import { exportSession, sessionExportQuery, sessionParams } from '@/lib/server/sessions/export-session';

/** A session's summary as a file. */
export const GET = door(
  { params: sessionParams, query: sessionExportQuery, rate: 'export' },
  ({ actor, params, query }) => exportSession(actor, params.sessionId, query),
);
