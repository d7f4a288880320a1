import { withdrawQuery } from '@/lib/server/api/desk-requests';
import { articleParams } from '@/lib/server/api/requests';
import { door } from '@/lib/server/http';
import { findPublication } from '@/lib/server/reports/find-publication';
import { publishBody, publishReport, withdrawReport } from '@/lib/server/sharing/publish-report';

/** Whether, where and since when the public reads the report. */
export const GET = door({ params: articleParams }, async ({ actor, params }) => ({
  publication: await findPublication(actor, params.articleId),
}));

/** Publishes it as it stands now, with a correction where one is said. */
export const PUT = door(
  { params: articleParams, body: publishBody, rate: 'export' },
  ({ actor, params, body }) => publishReport(actor, params.articleId, body),
);

/** Takes it away from the public. */
export const DELETE = door(
  { params: articleParams, query: withdrawQuery, rate: 'command' },
  ({ actor, params, query }) => withdrawReport(actor, params.articleId, query),
);
