import { queueQuery } from '@/lib/server/api/desk-requests';
import { door } from '@/lib/server/http';
import { findQueue } from '@/lib/server/queue/find-queue';

/** A part of the review queue, in order. */
export const GET = door({ query: queueQuery }, ({ actor, query }) => findQueue(actor, query));
