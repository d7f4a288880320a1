import { randomUUID } from 'node:crypto';
import { type ClientRequest, request } from 'node:http';
import type { PresenceNews, Whereabouts } from '@/lib/domain/presence';

/** Somebody in an article by a live stream, as a browser is: they see who else is there and say where they are. */
export type Companion = {
  /** Where everybody is by what this one was told, by their ids. */
  readonly seen: ReadonlyMap<string, Whereabouts>;
  /** How often this one was told something of the others. */
  readonly frames: () => number;
  /** Says where they are, at any process; the status of the answer. */
  readonly moveAt: (origin: string, at: Whereabouts) => Promise<number>;
  readonly leave: () => void;
};

type CompanionOptions = { readonly origin: string; readonly articleId: string; readonly token: string };

/** Enters an article at one process. */
export function enterArticle({ origin, articleId, token }: CompanionOptions): Companion {
  const client = randomUUID();
  const seen = new Map<string, Whereabouts>();
  let frames = 0;
  const address = new URL(`/api/me/events?client=${client}&articles=${articleId}:0`, origin);
  const authorization = `Bearer ${token}`;

  function hear(news: PresenceNews): void {
    frames += 1;
    if (news.isWhole) seen.clear();
    for (const key of news.left) seen.delete(key.slice(0, client.length));
    for (const { person, at } of news.here) seen.set(person.id, at);
  }

  const stream: ClientRequest = request(
    address,
    { agent: false, headers: { authorization, accept: 'text/event-stream' } },
    (response) => {
      let rest = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        const blocks = (rest + part).split('\n\n');
        rest = blocks.pop() ?? '';
        for (const block of blocks) {
          const data = /^event: presence\ndata: (.*)$/s.exec(block)?.[1];
          if (data !== undefined) hear(JSON.parse(data));
        }
      });
      response.on('error', () => undefined);
    },
  );
  // Who leaves breaks the stream off: that is no fault.
  stream.on('error', () => undefined).end();

  return {
    seen,
    frames: () => frames,
    async moveAt(other, at) {
      const answer = await fetch(`${other}/api/articles/${articleId}/presence`, {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json' },
        body: JSON.stringify({ client, at }),
      });
      return answer.status;
    },
    leave: () => stream.destroy(),
  };
}
