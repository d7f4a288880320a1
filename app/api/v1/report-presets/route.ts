import { pageQuery } from '@/lib/server/api/requests';
import { cutPage } from '@/lib/server/cursor';
import { door } from '@/lib/server/http';
import { findReportPresets } from '@/lib/server/reports/presets';

/** The choices of reports that the team keeps. */
export const GET = door({ query: pageQuery }, async ({ actor, query }) =>
  cutPage(await findReportPresets(actor), query, ({ id }) => id),
);
