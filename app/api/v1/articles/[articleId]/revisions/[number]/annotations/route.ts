import { pageQuery, revisionParams } from '@/lib/server/api/requests';
import { findRevisionAnnotations } from '@/lib/server/articles/present-past';
import { door } from '@/lib/server/http';

/** The annotations as they stood at the end of a revision. */
export const GET = door({ params: revisionParams, query: pageQuery }, ({ actor, params, query }) =>
  findRevisionAnnotations(actor, params.articleId, { ...query, number: params.number }),
);
