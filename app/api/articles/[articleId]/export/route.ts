import { door } from '@/lib/server/http';
import { exportArticle } from '@/lib/server/reports/export-article';
import { exportParams, exportQuery } from '@/lib/server/reports/export-query';
import { shownRefusal } from '@/lib/server/reports/shown-refusal';

const answer = door(
  { params: exportParams, query: exportQuery, rate: 'export' },
  ({ actor, params, query, request }) => exportArticle(actor, params.articleId, query, request.signal),
);

/** The one way out: the annotated report of an article in a format. */
export const GET: typeof answer = async (request, route) =>
  shownRefusal(request, await answer(request, route));
