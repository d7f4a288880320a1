import { door } from '@/lib/server/http';
import { exportArticle, exportParams, exportQuery } from '@/lib/server/reports/export-article';

/** The one way out: the annotated report of an article in a format. */
export const GET = door(
  { params: exportParams, query: exportQuery, rate: 'export' },
  ({ actor, params, query }) => exportArticle(actor, params.articleId, query),
);
