import { door } from '@/lib/server/http';
import { findSavedViews } from '@/lib/server/queue/saved-views';

/** One's own views of the review queue. */
export const GET = door({}, async ({ actor }) => ({ items: await findSavedViews(actor), next: null }));
