import { z } from 'zod';
import { queueSplits } from '@/lib/domain/lists';
import { door } from '@/lib/server/http';
import { findQueue } from '@/lib/server/queue/find-queue';

const query = z.strictObject({ split: z.enum(queueSplits), cursor: z.string().max(1_000).optional() });

/** The next lines of a part of the review queue. */
export const GET = door({ query }, ({ actor, query }) => findQueue(actor, query));
