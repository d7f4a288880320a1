import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import type { Actor } from '@/lib/domain/actor';
import { DomainError } from '@/lib/domain/errors';
import type { ArticleEvent } from '@/lib/domain/events';
import { makeArticle } from '@/prisma/builders/article';
import { buildMember, makeTeam } from '@/prisma/builders/team';
import { actorOfRequest } from '../access';
import { execute } from '../execute';
import { command, desk, refusal } from '../testing/commands';
import { bearerOf, signedIn } from '../testing/signed-in';
import { followArticle, mostReplayed } from './follower';
import { sendEvents } from './send-events';
import { openStream } from './stream';

const text = 'The port grew by 40 percent. That is splendid news.';
let team: Awaited<ReturnType<typeof makeTeam>>;

beforeAll(async () => {
  team = await makeTeam();
});

async function open() {
  const { articleId, revisionId } = await makeArticle(team.editor, { text });
  return { articleId, revisionId, at: desk(team.reviewer, articleId, revisionId) };
}

type Follow = { readonly actor?: Actor; readonly after?: number; readonly headers?: Record<string, string> };

async function follow(articleId: string, { actor = team.reviewer, after, headers }: Follow = {}) {
  const leave = new AbortController();
  const { cookie } = await signedIn(actor);
  const request = new Request('http://galley.test/events', {
    headers: { accept: 'text/event-stream', cookie, ...headers },
    signal: leave.signal,
  });
  const query = after === undefined ? {} : { after };
  const response = await sendEvents({ actor, params: { articleId }, query, request });
  if (!(response instanceof Response) || response.body === null) throw new Error('Expected a stream.');
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  /** The next frame as it came; undefined when the stream has ended. */
  const nextFrame = async (): Promise<Record<string, string> | undefined> => {
    for (;;) {
      const [block, ...others] = rest.split('\n\n');
      if (others.length > 0) {
        rest = others.join('\n\n');
        return Object.fromEntries((block ?? '').split('\n').map((line) => line.split(/: ?(.*)/s)));
      }
      const { done, value } = await reader.read();
      if (done) return undefined;
      rest += value;
    }
  };
  /** The next event with its id; undefined when the stream has ended. */
  const next = async (): Promise<{ id: number; event: ArticleEvent } | undefined> => {
    for (let frame = await nextFrame(); frame !== undefined; frame = await nextFrame())
      if (frame.id !== undefined) return { id: Number(frame.id), event: JSON.parse(frame.data ?? '') };
    return undefined;
  };
  /** Why the stream ended, once it has. */
  const reason = async (): Promise<string | undefined> => {
    let last: string | undefined;
    for (let frame = await nextFrame(); frame !== undefined; frame = await nextFrame())
      if (frame.event === 'end') last = JSON.parse(frame.data ?? '').reason;
    return last;
  };
  return { response, request, reader, next, reason, leave: () => leave.abort() };
}

describe('following an article', () => {
  it('replays what happened after the last event that the reader has, then follows live', async () => {
    const { articleId, at } = await open();
    await at.mark(0, 28);
    const live = await follow(articleId, { headers: { 'last-event-id': '1' }, after: 0 });
    expect(live.response.headers.get('content-type')).toContain('text/event-stream');
    expect(live.response.headers.get('cache-control')).toBe('no-store, no-transform');
    expect(live.response.headers.get('cache-control')).toContain('no-transform');
    expect(await live.next()).toMatchObject({
      id: 2,
      event: { seq: 2, body: { type: 'annotation.created' } },
    });
    const annotationId = await at.mark(29, 51);
    await at.note(annotationId, 'Asked the mayor.');
    expect(await live.next()).toMatchObject({ id: 3, event: { actor: { name: 'The reviewer' } } });
    expect(await live.next()).toMatchObject({ id: 4, event: { body: { type: 'note.created' } } });
    live.leave();
    expect(await live.next()).toBeUndefined();
  });

  it('sends every event once and in order to many followers while many write', async () => {
    const { articleId, at } = await open();
    const followers = await Promise.all(Array.from({ length: 10 }, () => follow(articleId, { after: 1 })));
    await Promise.all(Array.from({ length: 60 }, (_, index) => at.mark(index % 20, 28)));
    const late = await follow(articleId, { after: 1 });
    for (const follower of [...followers, late]) {
      const ids: (number | undefined)[] = [];
      for (let count = 0; count < 60; count += 1) ids.push((await follower.next())?.id);
      expect(ids).toEqual(Array.from({ length: 60 }, (_, index) => index + 2));
      follower.leave();
    }
  });

  it('misses nothing when the listening connection is killed again and again', async () => {
    const { articleId, at } = await open();
    const live = await follow(articleId, { after: 1 });
    for (let round = 0; round < 5; round += 1) {
      await db.$queryRaw`SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity
        WHERE application_name = 'galley-listen' AND datname = current_database()`;
      await at.mark(0, 3 + round);
      expect((await live.next())?.id).toBe(round + 2);
    }
    live.leave();
  });

  it('sends a reader who missed too much to read the article anew', async () => {
    const { articleId } = await open();
    await db.article.update({ where: { id: articleId }, data: { seq: mostReplayed + 10 } });
    const request = new Request('http://galley.test/events', { headers: { accept: 'text/event-stream' } });
    const asked = { actor: team.reviewer, params: { articleId }, request };
    const error = await refusal(sendEvents({ ...asked, query: { after: 1 } }), 'GONE');
    expect(error.message).toContain('Read the article anew');
    // A place that the article never reached belongs to another history, as after a restored backup.
    await refusal(sendEvents({ ...asked, query: { after: mostReplayed + 11 } }), 'GONE');
  });

  it('keeps a bounded backlog for a reader who takes nothing, sends them away, and goes on where they were', async () => {
    const { articleId, at } = await open();
    const { cookie } = await signedIn(team.reviewer);
    const request = new Request('http://galley.test/events', { headers: { cookie } });
    const asked = { actor: team.reviewer, request, follows: [{ articleId, after: 1 }], isShared: false };
    const words = 'Seen with our own eyes. '.repeat(400);
    const annotationId = await at.mark(0, 3);
    for (let count = 0; count < 40; count += 1) await at.note(annotationId, words);
    // What is there already comes in one stretch, larger than the bound.
    const { body } = await openStream({ ...asked, slowMs: 300 });
    for (let count = 0; count < 20; count += 1) await at.note(annotationId, words);
    // It ends although nobody reads.
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const kept = await new Response(body).text();
    // A quarter of a megabyte and the event that was too much.
    expect(kept.length).toBeLessThan(300_000);
    expect(kept).toContain('event: end\ndata: {"reason":"slow"}');
    const last = Number([...kept.matchAll(/^id: (\d+)$/gm)].at(-1)?.[1]);
    expect(last).toBeLessThan(62);
    const back = await follow(articleId, { headers: { 'last-event-id': String(last) } });
    for (let seq = last + 1; seq <= 62; seq += 1) expect((await back.next())?.id).toBe(seq);
    back.leave();
  });

  it('ends when the article is deleted', async () => {
    const { articleId, at } = await open();
    const live = await follow(articleId, { after: 1 });
    await desk(team.editor, articleId, '').run({ type: 'article.delete' });
    expect(await live.reason()).toBe('gone');
    await refusal(at.mark(0, 3), 'NOT_FOUND');
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
});

describe('access that ends', () => {
  const revocations = {
    removed: (userId: string) => db.membership.deleteMany({ where: { userId } }),
    disabled: (userId: string) =>
      db.membership.updateMany({ where: { userId }, data: { disabledAt: new Date() } }),
    demoted: (userId: string) => db.membership.updateMany({ where: { userId }, data: { role: 'viewer' } }),
    'signed out': (userId: string) =>
      db.authSession.updateMany({ where: { userId }, data: { endedAt: new Date() } }),
  };

  it('takes stream and next command from 100 of 100 people within five seconds', async () => {
    const { articleId, revisionId } = await open();
    const kinds = Object.keys(revocations).filter(
      (kind): kind is keyof typeof revocations => kind in revocations,
    );
    const people = await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        buildMember(team.id, { name: `Checker ${index}`, role: index % 2 === 0 ? 'reviewer' : 'editor' }),
      ),
    );
    const streams = await Promise.all(people.map((actor) => follow(articleId, { actor, after: 1 })));
    const began = Date.now();
    await Promise.all(
      people.map(({ userId }, index) => revocations[kinds[index % kinds.length] ?? 'removed'](userId)),
    );
    const tookMs = await Promise.all(
      streams.map(async ({ reason }) => {
        expect(await reason()).toBe('access');
        return Date.now() - began;
      }),
    );
    expect(tookMs.filter((ms) => ms <= 5_000)).toHaveLength(100);
    const commands = await Promise.all(
      streams.map(async ({ request }) => {
        try {
          const actor = await actorOfRequest(request);
          const annotationId = randomUUID();
          const mark = { type: 'annotation.create', annotationId, revisionId, mark: 'claim' } as const;
          await execute(actor, articleId, command({ ...mark, passage: { start: 0, end: 3 } }));
          return 'done';
        } catch (error) {
          return error instanceof DomainError ? error.code : error;
        }
      }),
    );
    const expected = people.map((_, index) =>
      kinds[index % kinds.length] === 'demoted' ? 'FORBIDDEN' : 'UNAUTHENTICATED',
    );
    expect(commands).toEqual(expected);
    expect(Date.now() - began).toBeLessThan(10_000);
  });

  it('ends the streams of a bearer token that was revoked, and no others', async () => {
    const { articleId, at } = await open();
    const authorization = await bearerOf(team.editor);
    const byToken = await follow(articleId, { actor: team.editor, after: 1, headers: { authorization } });
    const bySession = await follow(articleId, { actor: team.editor, after: 1 });
    await db.apiToken.updateMany({ where: { userId: team.editor.userId }, data: { revokedAt: new Date() } });
    expect(await byToken.reason()).toBe('access');
    await at.mark(0, 3);
    expect((await bySession.next())?.id).toBe(2);
    bySession.leave();
  });

  it('ends when time ends the session, without a notice', async () => {
    const { articleId } = await open();
    const live = await follow(articleId, { after: 1 });
    await db.authSession.updateMany({
      where: { userId: team.reviewer.userId },
      data: { lastSeenAt: new Date(Date.now() - 86_400_000) },
    });
    const began = Date.now();
    expect(await live.reason()).toBe('access');
    expect(Date.now() - began).toBeLessThan(5_000);
  });
});

it('keeps a reader who has read further in the table than the feed has heard', async () => {
  const { articleId, at } = await open();
  await at.mark(0, 28);
  const known = await followArticle(team.reviewer, articleId, 2, () => undefined);
  // An event of which no notice has come yet.
  await db.$executeRaw`
    INSERT INTO "ArticleEvent" ("articleId", "seq", "commandId", "actorId", "revisionId", "at", "type", "body",
      "bodyHash", "previousHash", "hash")
    SELECT "articleId", 3, ${randomUUID()}::uuid, "actorId", "revisionId", "at", "type", "body", "bodyHash", "hash", 'x'
    FROM "ArticleEvent" WHERE "articleId" = ${articleId}::uuid AND "seq" = 2`;
  await db.article.update({ where: { id: articleId }, data: { seq: 3 } });
  const late = await followArticle(team.reviewer, articleId, 0, () => undefined);
  const heard: number[] = [];
  await late.next((json) => heard.push(JSON.parse(json).seq));
  expect(heard).toEqual([1, 2, 3]);
  expect(late.state()).toBe('following');
  expect(late.takeNews()).toBeUndefined();
  late.leave();
  known.leave();
});
