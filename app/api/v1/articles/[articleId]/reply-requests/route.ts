import { articleParams, pageQuery } from '@/lib/server/api/requests';
import { door } from '@/lib/server/http';
import { findReplyRequests } from '@/lib/server/replies/find-reply-requests';

/** The right-of-reply log. */
export const GET = door({ params: articleParams, query: pageQuery }, ({ actor, params, query }) =>
  findReplyRequests(actor, params.articleId, query),
);
