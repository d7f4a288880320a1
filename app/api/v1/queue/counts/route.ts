import { queueCountsQuery } from '@/lib/server/api/desk-requests';
import { door } from '@/lib/server/http';
import { countQueueSplits } from '@/lib/server/queue/count-queue';

/** How many stand in each part of the review queue. */
export const GET = door({ query: queueCountsQuery }, ({ actor, query }) => countQueueSplits(actor, query));
