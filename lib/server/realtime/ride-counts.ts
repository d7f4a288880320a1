import 'server-only';
import type { Actor } from '@/lib/domain/actor';
import type { PersonNews } from '@/lib/domain/stream';
import { countUnread } from '../inbox/find-inbox';
import { countQueue } from '../queue/count-queue';
import { onNotice } from './listen';
import type { Rider } from './stream';

// Next loads this module more than once in a process.
const shared: typeof globalThis & { galleyCounted?: number } = globalThis;

/**
 * How often a person's numbers are counted at most, however much happens: the more people this process counts for, the
 * more seldom, so that counting never takes more than about 130 questions a second.
 */
const countEveryMs = (): number => Math.max(1_500, 15 * (shared.galleyCounted ?? 0));
/** What never moves a claim into, out of or within the queue. */
const besideQueue = /:(annotation\.created|(note|evidence|thread|reply|reply_request)\.[a-z_]+)$/;

/** A person's own numbers: what is unread in the inbox and what waits in the queue, counted anew when they may have changed. */
export function rideCounts(actor: Actor, ring: () => void): Rider {
  let isInboxDue = true;
  let isQueueDue = true;
  let inbox = 0;
  let queue = 0;
  let countedAt = 0;
  const stops = [
    onNotice('person', actor.userId, () => {
      isInboxDue = true;
      isQueueDue = true;
      ring();
    }),
    onNotice('events', actor.teamId, (payload) => {
      if (payload !== undefined && besideQueue.test(payload)) return;
      isQueueDue = true;
      ring();
    }),
  ];
  shared.galleyCounted = (shared.galleyCounted ?? 0) + 1;
  const isDue = (): boolean => isInboxDue || isQueueDue;
  return {
    dueAt: () => (isDue() ? countedAt + countEveryMs() : undefined),
    async pump(write) {
      if (!isDue() || Date.now() < countedAt + countEveryMs()) return;
      const [countsInbox, countsQueue] = [isInboxDue, isQueueDue];
      countedAt = Date.now();
      isInboxDue = false;
      isQueueDue = false;
      [inbox, queue] = await Promise.all([
        countsInbox ? countUnread(actor) : inbox,
        countsQueue ? countQueue(actor) : queue,
      ]);
      const news: PersonNews = { inbox, queue, role: actor.role };
      write(`event: counts\ndata: ${JSON.stringify(news)}\n\n`);
    },
    leave: () => {
      shared.galleyCounted = (shared.galleyCounted ?? 1) - 1;
      for (const stop of stops) stop();
    },
  };
}
