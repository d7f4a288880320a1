import 'server-only';
import { z } from 'zod';
import type { Actor } from '@/lib/domain/actor';
import { idSchema } from '@/lib/domain/ids';
import { ensureCan } from '@/lib/domain/policy';
import { mostFollowed, type PersonNews } from '@/lib/domain/stream';
import { countUnread } from '../inbox/find-inbox';
import { ensureIsStill } from '../person-header';
import { countQueue } from '../queue/count-queue';
import { rideCaptures } from './ride-captures';
import { rideCounts } from './ride-counts';
import { ridePresence } from './ride-presence';
import { rideRules } from './ride-rules';
import { openStream } from './stream';

const seqSchema = z.string().regex(/^\d{1,9}$/);

const followSchema = z
  .string()
  .transform((value) => value.split(':'))
  .pipe(z.tuple([idSchema, seqSchema]))
  .transform(([articleId, after]) => ({ articleId, after: Number(after) }));

/**
 * `articles`: what the tabs of a browser show, as `id:seq` with the last event that they have, separated by commas.
 * `client`: the browser, for colleagues who see where its person is. `person`: for whom its tabs were opened.
 */
export const personEventsQuery = z.strictObject({
  client: idSchema.optional(),
  person: idSchema.optional(),
  articles: z
    .string()
    .max(1_000)
    .transform((value) => value.split(',').filter((part) => part !== ''))
    .pipe(z.array(followSchema).max(mostFollowed))
    .optional(),
});

type PersonEventsRequest = {
  readonly actor: Actor;
  readonly query: z.output<typeof personEventsQuery>;
  readonly request: Request;
};

/**
 * A person's own numbers as JSON, or with `Accept: text/event-stream` the one live stream of their browser: the
 * numbers as they change, the events of the articles that its tabs show, who else is there, and the mark of the team's
 * rules. `Last-Event-ID`
 * holds the places in these articles, in their order, separated by dots. Throws UNAUTHENTICATED when somebody else has
 * signed in in that browser meanwhile.
 */
export async function sendPersonEvents({ actor, query, request }: PersonEventsRequest): Promise<unknown> {
  ensureCan(actor, 'inbox.use');
  const { client, person, articles = [] } = query;
  ensureIsStill(person, actor);
  if (!(request.headers.get('accept') ?? '').includes('text/event-stream')) {
    const [inbox, queue] = await Promise.all([countUnread(actor), countQueue(actor)]);
    return { inbox, queue, role: actor.role } satisfies PersonNews;
  }
  const places = (request.headers.get('last-event-id') ?? '').split('.');
  const follows = articles.map(({ articleId, after }, index) => {
    const place = seqSchema.safeParse(places[index]).data;
    return {
      articleId,
      after: place !== undefined && places.length === articles.length ? Number(place) : after,
    };
  });
  return openStream({
    actor,
    request,
    follows,
    isShared: true,
    board: (ring, seen) => [
      rideCounts(actor, ring),
      rideCaptures(seen, ring),
      rideRules(actor, ring),
      ...(client === undefined ? [] : [ridePresence(actor, client, seen, ring)]),
    ],
  });
}
