import { z } from 'zod';
import { queueLookSchema } from '@/lib/domain/queue';
import { door } from '@/lib/server/http';
import { findQueue } from '@/lib/server/queue/find-queue';

const query = queueLookSchema.extend({ cursor: z.string().max(2_000).optional() });

/** The next lines of a part of the review queue. */
export const GET = door({ query }, ({ actor, query }) => findQueue(actor, query));
