import { commandIdOf } from '@/lib/server/api/idempotency';
import { articleParams, pageQuery } from '@/lib/server/api/requests';
import { askForExport, exportBody } from '@/lib/server/exports/ask-for-export';
import { findExports } from '@/lib/server/exports/find-exports';
import { door } from '@/lib/server/http';

/** One's own exports of an article, the latest first. */
export const GET = door(
  { params: articleParams, query: pageQuery, isBackground: true },
  ({ actor, params, query }) => findExports(actor, params.articleId, query),
);

/** Has a report written in the background. */
export const POST = door(
  { params: articleParams, body: exportBody, rate: 'export' },
  async ({ actor, params, body, request }) => {
    const id = commandIdOf(actor, request);
    return Response.json(await askForExport(actor, params.articleId, body, id), { status: 202 });
  },
);
