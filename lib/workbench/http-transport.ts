import type { Command, CommandAnswer, ErrorAnswer } from '@/lib/domain/commands';
import type { ArticleEvent } from '@/lib/domain/events';
import type { Page } from '@/lib/domain/lists';
import type { Setback, Transport } from './transport';

const timeoutMs = 20_000;

/** The way to this site's own doors for one article. `fetcher` is the browser's `fetch`. */
export function createHttpTransport(articleId: string, fetcher: typeof fetch): Transport {
  const address = `/api/articles/${encodeURIComponent(articleId)}`;

  async function request<T>(path: string, init: RequestInit): Promise<Setback | { kind: 'body'; body: T }> {
    try {
      const response = await fetcher(address + path, {
        ...init,
        credentials: 'same-origin',
        cache: 'no-store',
        signal: AbortSignal.timeout(timeoutMs),
      });
      if (!response.ok) return await setbackOf(response);
      // Our own door made this body; its shape is the door's contract.
      return { kind: 'body', body: (await response.json()) as T };
    } catch {
      // No network, a timeout, or an answer cut off on its way: all of them mean "not known, ask again".
      return { kind: 'unreachable' };
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
  };
}

async function setbackOf(response: Response): Promise<Setback> {
  const { status } = response;
  if (status === 401) return { kind: 'signed-out' };
  if (status === 429 || status >= 500) {
    const seconds = Number(response.headers.get('retry-after'));
    return { kind: 'unreachable', retryAfterMs: Number.isFinite(seconds) ? seconds * 1_000 : undefined };
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
