import { revisionParams } from '@/lib/server/api/requests';
import { getRevision } from '@/lib/server/articles/find-revisions';
import { door } from '@/lib/server/http';

/** One revision with its text and document. */
export const GET = door({ params: revisionParams }, ({ actor, params }) =>
  getRevision(actor, params.articleId, params.number),
);
