import { annotationParams, pageQuery } from '@/lib/server/api/requests';
import { cutPage } from '@/lib/server/cursor';
import { door } from '@/lib/server/http';
import { findClaimMatches } from '@/lib/server/queue/find-claim-matches';

/** Claims of the team's archive that say much the same as this one. */
export const GET = door({ params: annotationParams, query: pageQuery }, async ({ actor, params, query }) =>
  cutPage(await findClaimMatches(actor, params.annotationId), query, ({ annotationId }) => annotationId),
);
