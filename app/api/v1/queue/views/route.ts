import { pageQuery } from '@/lib/server/api/requests';
import { cutPage } from '@/lib/server/cursor';
import { door } from '@/lib/server/http';
import { findSavedViews } from '@/lib/server/queue/saved-views';

/** One's own views of the review queue. */
export const GET = door({ query: pageQuery }, async ({ actor, query }) =>
  cutPage(await findSavedViews(actor), query, ({ id }) => id),
);
