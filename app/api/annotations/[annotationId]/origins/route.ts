import { annotationParams, pageQuery } from '@/lib/server/api/requests';
import { cutPage } from '@/lib/server/cursor';
import { door } from '@/lib/server/http';
import { findEvidenceOrigins } from '@/lib/server/queue/find-evidence-origins';

/** From which earlier claims the evidence of this one was copied. */
export const GET = door({ params: annotationParams, query: pageQuery }, async ({ actor, params, query }) =>
  cutPage(await findEvidenceOrigins(actor, params.annotationId), query, ({ evidenceId }) => evidenceId),
);
