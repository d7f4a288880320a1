import { evidenceVersionsParams } from '@/lib/server/api/past-requests';
import { pageQuery } from '@/lib/server/api/requests';
import { findEvidenceVersions } from '@/lib/server/articles/find-evidence-versions';
import { cutPage } from '@/lib/server/cursor';
import { door } from '@/lib/server/http';

/** What evidence said before it was changed. */
export const GET = door(
  { params: evidenceVersionsParams, query: pageQuery },
  async ({ actor, params, query }) =>
    cutPage(
      await findEvidenceVersions(actor, params.articleId, params.evidenceId),
      query,
      ({ version }) => `${version}`,
    ),
);
