import { stateParams } from '@/lib/server/api/past-requests';
import { pageQuery } from '@/lib/server/api/requests';
import { findPastAnnotations } from '@/lib/server/articles/present-past';
import { door } from '@/lib/server/http';

/** The annotations as they were after one event. */
export const GET = door({ params: stateParams, query: pageQuery }, ({ actor, params, query }) =>
  findPastAnnotations(actor, params.articleId, { ...query, seq: params.seq }),
);
