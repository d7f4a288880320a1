import type { Command, CommandAnswer, ErrorAnswer } from '@/lib/domain/commands';
import type { ArticleEvent } from '@/lib/domain/events';
import type { Page } from '@/lib/domain/lists';
import type { Setback, Transport } from './transport';

const timeoutMs = 20_000;
/** Whoever asks again may give up a request that has had no answer for so long. */
const hangingMs = 2_500;

type Asked = {
  readonly method?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
};

/**
 * The way to this site's own doors for one article. `fetcher` is the browser's `fetch`; `userId` says whose work it is:
 * when somebody else has signed in meanwhile, the door takes it for signed out.
 */
export function createHttpTransport(articleId: string, fetcher: typeof fetch, userId?: string): Transport {
  const address = `/api/articles/${encodeURIComponent(articleId)}`;
  const hanging = new Set<AbortController>();

  async function request<T>(path: string, init: Asked): Promise<Setback | { kind: 'body'; body: T }> {
    const ending = new AbortController();
    const waiting = setTimeout(() => hanging.add(ending), hangingMs);
    const timeout = setTimeout(() => ending.abort(), timeoutMs);
    try {
      const response = await fetcher(address + path, {
        ...init,
        headers: { ...init.headers, ...(userId !== undefined && { 'x-galley-person': userId }) },
        credentials: 'same-origin',
        cache: 'no-store',
        signal: ending.signal,
      });
      if (!response.ok) return await setbackOf(response);
      // Our own door made this body; its shape is the door's contract.
      return { kind: 'body', body: (await response.json()) as T };
    } catch {
      // No network, a timeout, or an answer cut off on its way: all of them mean "not known, ask again".
      return { kind: 'unreachable', cause: 'network' };
    } finally {
      clearTimeout(waiting);
      clearTimeout(timeout);
      hanging.delete(ending);
    }
  }

  return {
    async send(commands: readonly Command[]) {
      const result = await request<readonly CommandAnswer[]>('/commands', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(commands),
      });
      return result.kind === 'body' ? { kind: 'answers', answers: result.body } : result;
    },
    async findEvents(after: number) {
      const result = await request<Page<ArticleEvent>>(`/events?after=${after}`, {
        headers: { accept: 'application/json' },
      });
      if (result.kind !== 'body') return result;
      return { kind: 'events', events: result.body.items, isWhole: result.body.next === null };
    },
    giveUp() {
      for (const ending of hanging) ending.abort();
      return hanging.size > 0;
    },
  };
}

async function setbackOf(response: Response): Promise<Setback> {
  const { status } = response;
  if (status === 401) return { kind: 'signed-out' };
  if (status === 429 || status >= 500) {
    return { kind: 'unreachable', cause: 'busy', retryAfterMs: retryAfterMsOf(response.headers) };
  }
  const error = await response
    .json()
    .then((body: { error?: ErrorAnswer }) => body.error)
    .catch(() => undefined);
  return {
    kind: 'refused',
    error: error ?? {
      code: 'INTERNAL',
      message: 'The server did not accept this change. Reload the page, then try again.',
      id: '',
    },
  };
}

/** What Retry-After asks for, in seconds or as a date, which counts from the server's own clock (RFC 9110). */
function retryAfterMsOf(headers: Headers): number | undefined {
  const asked = headers.get('retry-after') ?? '';
  const waitMs = /^\d+$/.test(asked)
    ? Number(asked) * 1_000
    : Date.parse(asked) - Date.parse(headers.get('date') ?? '');
  return Number.isFinite(waitMs) ? Math.max(0, waitMs) : undefined;
}
