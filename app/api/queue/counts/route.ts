import { queueLookSchema } from '@/lib/domain/queue';
import { door } from '@/lib/server/http';
import { countQueueSplits } from '@/lib/server/queue/count-queue';

/** How many stand in each part of the review queue, under the filters of a look at it. */
export const GET = door({ query: queueLookSchema }, ({ actor, query }) => {
  const { split: _split, sort: _sort, ...filters } = query;
  return countQueueSplits(actor, filters);
});
