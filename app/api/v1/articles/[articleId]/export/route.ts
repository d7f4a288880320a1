import { door } from '@/lib/server/http';
import { exportArticle } from '@/lib/server/reports/export-article';
import { exportParams, exportQuery } from '@/lib/server/reports/export-query';

/** The one way out: the annotated report of an article in a format. */
export const GET = door(
  { params: exportParams, query: exportQuery, rate: 'export' },
  ({ actor, params, query, request }) => exportArticle(actor, params.articleId, query, request.signal),
);
