import { articleParams, revisionsQuery } from '@/lib/server/api/requests';
import { findRevisions } from '@/lib/server/articles/find-revisions';
import { door } from '@/lib/server/http';

/** The article's revisions without their text, latest first. */
export const GET = door({ params: articleParams, query: revisionsQuery }, ({ actor, params, query }) =>
  findRevisions(actor, params.articleId, query),
);
