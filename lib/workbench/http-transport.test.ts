import { describe, expect, it, vi } from 'vitest';
import { createHttpTransport } from './http-transport';
import { articleId, id, markCommand } from './testing/build-state';

const command = markCommand('412 million', id(10), id(100));
const error = { code: 'FORBIDDEN', message: 'Viewers read and export.', id: 'e1' };

function answering(response: Response | Error) {
  const fetcher = vi.fn(async () => {
    if (response instanceof Error) throw response;
    return response;
  });
  return { fetcher, transport: createHttpTransport(articleId, fetcher) };
}

describe('the way to the server', () => {
  it('posts commands as a JSON list to the article’s own door', async () => {
    const { fetcher, transport } = answering(Response.json([{ ok: false, error }]));
    expect(await transport.send([command])).toEqual({ kind: 'answers', answers: [{ ok: false, error }] });
    expect(fetcher).toHaveBeenCalledWith(
      `/api/articles/${articleId}/commands`,
      expect.objectContaining({ method: 'POST', body: JSON.stringify([command]) }),
    );
  });

  it('asks for the events after a number, and knows whether there are more', async () => {
    const { fetcher, transport } = answering(Response.json({ items: [], next: '7' }));
    expect(await transport.findEvents(6)).toEqual({ kind: 'events', events: [], isWhole: false });
    expect(fetcher).toHaveBeenCalledWith(
      `/api/articles/${articleId}/events?after=6`,
      expect.objectContaining({ headers: { accept: 'application/json' } }),
    );
  });

  it('says whose work it is, so that nobody else’s name comes under it', async () => {
    const fetcher = vi.fn(async () => Response.json([]));
    await createHttpTransport(articleId, fetcher, id(1)).send([command]);
    expect(fetcher).toHaveBeenCalledWith(
      expect.anything(),
      expect.objectContaining({ headers: expect.objectContaining({ 'x-galley-person': id(1) }) }),
    );
  });

  it('ends a request that hangs when it is told to, and none that is young', async () => {
    vi.useFakeTimers();
    try {
      const fetcher = vi.fn(
        (_: unknown, init?: RequestInit) =>
          new Promise<Response>((_resolve, reject) => {
            init?.signal?.addEventListener('abort', () => reject(new Error('ended')));
          }),
      );
      const transport = createHttpTransport(articleId, fetcher);
      const old = transport.send([command]);
      await vi.advanceTimersByTimeAsync(2_500);
      const young = transport.findEvents(1);
      let isYoungOver = false;
      void young.then(() => {
        isYoungOver = true;
      });
      expect(transport.giveUp()).toBe(true);
      expect(await old).toEqual({ kind: 'unreachable', cause: 'network' });
      expect([isYoungOver, transport.giveUp()]).toEqual([false, false]);
      await vi.advanceTimersByTimeAsync(20_000);
      expect(await young).toEqual({ kind: 'unreachable', cause: 'network' });
    } finally {
      vi.useRealTimers();
    }
  });

  it.each<[string, Response | Error, unknown]>([
    ['no network', new TypeError('Failed to fetch'), { kind: 'unreachable', cause: 'network' }],
    [
      'an answer cut off',
      new Response('[{"ok":', { status: 200 }),
      { kind: 'unreachable', cause: 'network' },
    ],
    ['a broken server', new Response('oops', { status: 502 }), { kind: 'unreachable', cause: 'busy' }],
    [
      'too many requests',
      new Response('', { status: 429, headers: { 'retry-after': '7' } }),
      { kind: 'unreachable', cause: 'busy', retryAfterMs: 7_000 },
    ],
    [
      'a day to come back, by the server’s own clock',
      new Response('', {
        status: 503,
        headers: { 'retry-after': 'Fri, 06 Mar 2026 10:00:30 GMT', date: 'Fri, 06 Mar 2026 10:00:00 GMT' },
      }),
      { kind: 'unreachable', cause: 'busy', retryAfterMs: 30_000 },
    ],
    [
      'nonsense about when to come back',
      new Response('', { status: 503, headers: { 'retry-after': 'soon' } }),
      { kind: 'unreachable', cause: 'busy', retryAfterMs: undefined },
    ],
    ['signed out', Response.json({ error }, { status: 401 }), { kind: 'signed-out' }],
    ['forbidden', Response.json({ error }, { status: 403 }), { kind: 'refused', error }],
    [
      'a page of a proxy',
      new Response('<html>', { status: 413 }),
      { kind: 'refused', error: expect.objectContaining({ code: 'INTERNAL' }) },
    ],
  ])('understands %s', async (_name, response, expected) => {
    expect(await answering(response).transport.send([command])).toMatchObject(
      expected as Record<string, unknown>, // the table's last column
    );
  });
});
