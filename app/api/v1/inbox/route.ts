import { inboxActSchema } from '@/lib/domain/notification';
import { inboxQuery } from '@/lib/server/api/desk-requests';
import { door } from '@/lib/server/http';
import { actInInbox } from '@/lib/server/inbox/act-in-inbox';
import { findInbox } from '@/lib/server/inbox/find-inbox';

/** One's own notifications, the latest first. */
export const GET = door({ query: inboxQuery }, ({ actor, query }) => findInbox(actor, query));

/** Marks them as read or unread, and mutes articles. */
export const POST = door({ body: inboxActSchema, rate: 'command' }, ({ actor, body }) =>
  actInInbox(actor, body),
);
