import { articleParams, pageQuery } from '@/lib/server/api/requests';
import { door } from '@/lib/server/http';
import { findOpenClaims } from '@/lib/server/queue/find-open-claims';

/** The claims that can be handed out, and those that somebody has already. */
export const GET = door(
  { params: articleParams, query: pageQuery },
  ({ actor, params, query: { limit = 50, cursor } }) =>
    findOpenClaims(actor, params.articleId, { limit, cursor }),
);
