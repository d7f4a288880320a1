import 'server-only';
import { z } from 'zod';
import type { Actor } from '@/lib/domain/actor';
import { idSchema } from '@/lib/domain/ids';
import { findEvents } from '../articles/find-events';
import { openStream } from './stream';

/** Whose events. */
export const eventsParams = z.strictObject({ articleId: idSchema });

/** Events after this `seq`; at most `limit` (100) of them in a page. `cursor` goes on from a page before. */
export const eventsQuery = z.strictObject({
  after: z.coerce.number().int().min(0).max(2_147_483_647).optional(),
  cursor: z.coerce
    .number()
    .int()
    .min(0)
    .max(2_147_483_647)
    .optional()
    .describe('`next` of the page before; wins over `after`.'),
  limit: z.coerce.number().int().min(1).max(100).optional().describe('How many items, 100 unless said.'),
});

type EventsRequest = {
  readonly actor: Actor;
  readonly params: z.output<typeof eventsParams>;
  readonly query: z.output<typeof eventsQuery>;
  readonly request: Request;
};

/**
 * A page `{items, next}` of an article's events, or with `Accept: text/event-stream` the events from then on as they
 * happen. `Last-Event-ID` wins over `after`, because a browser that reconnects sends it by itself.
 */
export async function sendEvents({ actor, params, query, request }: EventsRequest): Promise<unknown> {
  const { articleId } = params;
  if (!(request.headers.get('accept') ?? '').includes('text/event-stream')) {
    const { cursor, after = 0, limit } = query;
    return findEvents(actor, articleId, { after: cursor ?? after, limit });
  }
  const after = lastEventId(request) ?? query.after ?? 0;
  return openStream({ actor, request, follows: [{ articleId, after }], isShared: false });
}

function lastEventId(request: Request): number | undefined {
  const id = request.headers.get('last-event-id') ?? '';
  return /^\d{1,9}$/.test(id) ? Number(id) : undefined;
}
