import { revisionParams } from '@/lib/server/api/requests';
import { getWholeRevision } from '@/lib/server/articles/find-revisions';
import { door } from '@/lib/server/http';

/** One revision with its document and sentences, as the workbench shows it. */
export const GET = door({ params: revisionParams }, ({ actor, params }) =>
  getWholeRevision(actor, params.articleId, params.number),
);
