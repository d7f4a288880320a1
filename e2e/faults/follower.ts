import { Agent, type ClientRequest, type IncomingMessage, request } from 'node:http';
import type { ArticleEvent } from '@/lib/domain/events';

/** One event as it came. `lagMs` is the time since its transaction, by the clock of this one machine. */
export type Heard = { readonly seq: number; readonly at: number; readonly lagMs: number };

export type Follower = {
  /** Every event that came, in the order in which it came. */
  readonly heard: readonly Heard[];
  /** Why each stream ended, in the server's word where it gave one. */
  readonly endings: readonly string[];
  /** Resolves once this `seq` has come; throws when it does not. */
  readonly until: (seq: number, withinMs: number) => Promise<void>;
  readonly stop: () => void;
};

type Options = {
  readonly origin: string;
  readonly articleId: string;
  readonly token: string;
  /** The last event that is known already. */
  readonly after?: number;
  readonly onEvent?: (event: ArticleEvent) => void;
};

/**
 * Follows an article as a browser's EventSource does: after each break it waits as long as the server said and comes
 * back with the last event that it has. What is missing after a 410 it reads page by page.
 */
export function follow({ origin, articleId, token, after = 0, onEvent }: Options): Follower {
  const agent = new Agent({ keepAlive: false });
  const heard: Heard[] = [];
  const endings: string[] = [];
  const address = new URL(`/api/v1/articles/${articleId}/events`, origin);
  let last = after;
  let retryMs = 1_000;
  let isStopped = false;
  let open: ClientRequest | undefined;

  const hear = (event: ArticleEvent): void => {
    const at = Date.now();
    heard.push({ seq: event.seq, at, lagMs: at - Date.parse(event.at) });
    last = event.seq;
    onEvent?.(event);
  };

  function get(url: URL, accept: string): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const headers = { authorization: `Bearer ${token}`, accept, 'last-event-id': String(last) };
      open = request(url, { agent, headers }, resolve).on('error', reject);
      open.end();
    });
  }

  async function readStream(): Promise<string> {
    const response = await get(address, 'text/event-stream');
    if (response.statusCode === 410) return readPages();
    if (response.statusCode !== 200) {
      response.resume();
      return `status ${response.statusCode}`;
    }
    let rest = '';
    let ending = 'ended';
    for await (const part of response.setEncoding('utf8')) {
      const blocks = (rest + part).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        read(block);
        ending = /^event: end\ndata: \{"reason":"(\w+)"\}$/.exec(block)?.[1] ?? ending;
      }
    }
    return ending;
  }

  function read(block: string): void {
    const retry = /^retry: (\d+)$/m.exec(block)?.[1];
    if (retry !== undefined) retryMs = Number(retry);
    const data = /^data: (.*)$/m.exec(block)?.[1];
    if (data !== undefined && /^id: \d+$/m.test(block)) hear(JSON.parse(data));
  }

  async function readPages(): Promise<string> {
    for (let next: string | null = String(last); next !== null; ) {
      const page = new URL(`${address}?after=${next}`);
      let text = '';
      for await (const part of (await get(page, 'application/json')).setEncoding('utf8')) text += part;
      const { items, next: following } = JSON.parse(text);
      for (const event of items) hear(event);
      next = following;
    }
    return 'too far behind, read page by page';
  }

  async function keepFollowing(): Promise<void> {
    while (!isStopped) {
      endings.push(
        await readStream().catch((error: Error) => ('code' in error ? String(error.code) : error.message)),
      );
      if (!isStopped) await new Promise((resolve) => setTimeout(resolve, retryMs));
    }
  }
  void keepFollowing();

  return {
    heard,
    endings,
    async until(seq, withinMs) {
      for (const deadline = Date.now() + withinMs; last < seq; ) {
        if (Date.now() > deadline) {
          throw new Error(
            `Heard ${last} of ${seq} within ${withinMs} ms; streams: ${endings.slice(-5).join(', ')}`,
          );
        }
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    stop() {
      isStopped = true;
      open?.destroy();
    },
  };
}

/** The longest time in which a follower heard nothing, from its first event to its last. */
export function longestSilenceMs({ heard }: Follower): number {
  return heard.reduce((longest, { at }, index) => Math.max(longest, at - (heard[index - 1]?.at ?? at)), 0);
}
