import { beforeAll, expect, it, vi } from 'vitest';
import type { ArticleEvent } from '@/lib/domain/events';
import { makeArticle } from '@/prisma/builders/article';
import { makeTeam } from '@/prisma/builders/team';
import { desk, refusal } from '../testing/commands';
import { sendEvents } from './send-events';

// Who asks is the door's matter; here it is always the same session, until a test ends it.
const session = vi.hoisted(() => ({ ended: false }));
vi.mock('../access', async () => {
  const { DomainError } = await import('@/lib/domain/errors');
  return {
    actorOfRequest: async () => {
      if (session.ended) throw new DomainError('UNAUTHENTICATED', 'Your session has ended.');
      return team.reviewer;
    },
  };
});

const text = 'The port grew by 40 percent. That is splendid news.';
let team: Awaited<ReturnType<typeof makeTeam>>;

beforeAll(async () => {
  team = await makeTeam();
});

async function open() {
  const { articleId, revisionId } = await makeArticle(team.editor, { text });
  return { articleId, at: desk(team.reviewer, articleId, revisionId) };
}

async function follow(articleId: string, headers: Record<string, string>, after?: number) {
  const leave = new AbortController();
  const request = new Request('http://galley.test/events', {
    headers: { accept: 'text/event-stream', ...headers },
    signal: leave.signal,
  });
  const response = await sendEvents({
    actor: team.reviewer,
    params: { articleId },
    query: after === undefined ? {} : { after },
    request,
  });
  if (!(response instanceof Response) || response.body === null) throw new Error('Expected a stream.');
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  /** The next event as it came, with its id; undefined when the stream has ended. */
  const next = async (): Promise<{ id: number; event: ArticleEvent } | undefined> => {
    for (;;) {
      const [block, ...others] = rest.split('\n\n');
      if (others.length > 0) {
        rest = others.join('\n\n');
        const [, id, data] = /^id: (\d+)\ndata: (.*)$/.exec(block ?? '') ?? [];
        if (id !== undefined && data !== undefined) return { id: Number(id), event: JSON.parse(data) };
        continue;
      }
      const { done, value } = await reader.read();
      if (done) return undefined;
      rest += value;
    }
  };
  return { response, next, leave: () => leave.abort() };
}

it('replays what happened after the last event that the reader has, then follows live', async () => {
  const { articleId, at } = await open();
  await at.mark(0, 28);
  const live = await follow(articleId, { 'last-event-id': '1' }, 0);
  expect(live.response.headers.get('content-type')).toContain('text/event-stream');
  expect(live.response.headers.get('cache-control')).toContain('no-transform');
  expect(await live.next()).toMatchObject({ id: 2, event: { seq: 2, body: { type: 'annotation.created' } } });
  const annotationId = await at.mark(29, 51);
  await at.note(annotationId, 'Asked the mayor.');
  expect(await live.next()).toMatchObject({ id: 3, event: { actor: { name: 'The reviewer' } } });
  expect(await live.next()).toMatchObject({ id: 4, event: { body: { type: 'note.created' } } });
  live.leave();
  expect(await live.next()).toBeUndefined();
});

it('sends every event once and in order to many followers while many write', async () => {
  const { articleId, at } = await open();
  const followers = await Promise.all(Array.from({ length: 10 }, () => follow(articleId, {}, 1)));
  await Promise.all(Array.from({ length: 60 }, (_, index) => at.mark(index % 20, 28)));
  for (const follower of followers) {
    const ids: (number | undefined)[] = [];
    for (let count = 0; count < 60; count += 1) ids.push((await follower.next())?.id);
    expect(ids).toEqual(Array.from({ length: 60 }, (_, index) => index + 2));
    follower.leave();
  }
});

it('ends when the article is deleted', async () => {
  const { articleId, at } = await open();
  const live = await follow(articleId, {}, 1);
  await desk(team.editor, articleId, '').run({ type: 'article.delete' });
  expect(await live.next()).toBeUndefined();
  await refusal(at.mark(0, 3), 'NOT_FOUND');
});

it('ends within five seconds after the session has ended', async () => {
  const { articleId } = await open();
  const live = await follow(articleId, {}, 1);
  session.ended = true;
  const began = Date.now();
  expect(await live.next()).toBeUndefined();
  expect(Date.now() - began).toBeLessThan(6_500);
  session.ended = false;
});

it('does not begin for somebody of another team', async () => {
  const { articleId } = await open();
  const stranger = await makeTeam('Another paper');
  const request = new Request('http://galley.test/events', { headers: { accept: 'text/event-stream' } });
  await refusal(
    sendEvents({ actor: stranger.owner, params: { articleId }, query: {}, request }),
    'NOT_FOUND',
  );
});
