import { z } from 'zod';
import { inboxActSchema, inboxSplits } from '@/lib/domain/notification';
import { door } from '@/lib/server/http';
import { actInInbox } from '@/lib/server/inbox/act-in-inbox';
import { findInbox } from '@/lib/server/inbox/find-inbox';

const query = z.strictObject({
  split: z.enum(inboxSplits),
  cursor: z.string().max(1_000).optional(),
  limit: z.coerce.number().int().min(1).max(100).optional(),
});

/** The next lines of one's inbox, and how many are unread. */
export const GET = door({ query }, ({ actor, query }) => findInbox(actor, query));

/** Marks lines as read or unread, and mutes articles. */
export const POST = door({ body: inboxActSchema }, ({ actor, body }) => actInInbox(actor, body));
