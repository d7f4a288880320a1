import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it, vi } from 'vitest';
import type { Actor } from '@/lib/domain/actor';
import { plainToRichText } from '@/lib/domain/rich-text';
import { rulesMark } from '@/lib/domain/rules-mark';
import { makeArticle } from '@/prisma/builders/article';
import { makeTeam } from '@/prisma/builders/team';
import { actInInbox } from '../inbox/act-in-inbox';
import { changeName } from '../team/change-name';
import { changeRole } from '../team/change-role';
import { chooseScale } from '../team/choose-scale';
import { getTeamRules } from '../team/get-team-rules';
import { saveScale } from '../team/save-scale';
import { desk, refusal } from '../testing/commands';
import { signedIn } from '../testing/signed-in';

import { announcePresence } from './announce-presence';
import { personEventsQuery, sendPersonEvents } from './send-person-events';
import { teamMark } from './team-mark';

const text = 'The port grew by 40 percent. That is splendid news.';
let team: Awaited<ReturnType<typeof makeTeam>>;

beforeAll(async () => {
  team = await makeTeam();
});

async function open() {
  const { articleId, revisionId } = await makeArticle(team.editor, { text });
  return { articleId, at: desk(team.reviewer, articleId, revisionId) };
}

async function follow(actor: Actor, query: Record<string, string>, headers: Record<string, string> = {}) {
  const leave = new AbortController();
  const { cookie } = await signedIn(actor);
  const request = new Request('http://galley.test/api/me/events', {
    headers: { accept: 'text/event-stream', cookie, ...headers },
    signal: leave.signal,
  });
  const response = await sendPersonEvents({ actor, query: personEventsQuery.parse(query), request });
  if (!(response instanceof Response) || response.body === null) throw new Error('Expected a stream.');
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  /** The next frame of a kind (`message` for events) with its id, parsed; others are passed over. */
  const next = async (kind: string): Promise<{ id: string | undefined; data: Record<string, unknown> }> => {
    for (;;) {
      const [block, ...others] = rest.split('\n\n');
      if (others.length > 0) {
        rest = others.join('\n\n');
        const frame = Object.fromEntries((block ?? '').split('\n').map((line) => line.split(/: ?(.*)/s)));
        if (frame.data && (frame.event ?? 'message') === kind)
          return { id: frame.id, data: JSON.parse(frame.data) };
        continue;
      }
      const { done, value } = await reader.read();
      if (done) throw new Error('The stream has ended.');
      rest += value;
    }
  };
  return { next, leave: () => leave.abort() };
}

it('carries several articles on one connection and goes on in each where the reader was', async () => {
  const [first, second] = [await open(), await open()];
  const articles = `${first.articleId}:1,${second.articleId}:1`;
  const live = await follow(team.editor, { articles });
  await first.at.mark(0, 3);
  expect(await live.next('message')).toMatchObject({
    id: '2.1',
    data: { articleId: first.articleId, seq: 2 },
  });
  await second.at.mark(0, 3);
  expect(await live.next('message')).toMatchObject({
    id: '2.2',
    data: { articleId: second.articleId, seq: 2 },
  });
  live.leave();
  await second.at.mark(4, 8);
  await first.at.mark(4, 8);
  const back = await follow(team.editor, { articles }, { 'last-event-id': '2.2' });
  expect((await back.next('message')).id).toBe('3.2');
  expect((await back.next('message')).id).toBe('3.3');
  back.leave();
});

it('says of one article that it is gone or too far away, and goes on with the others', async () => {
  const [kept, deleted] = [await open(), await open()];
  const strange = await makeArticle((await makeTeam('Another paper')).editor, { text });
  const articles = `${kept.articleId}:1,${deleted.articleId}:1,${strange.articleId}:1`;
  const live = await follow(team.reviewer, { articles });
  expect((await live.next('gone')).data).toEqual({ articleId: strange.articleId });
  await desk(team.editor, deleted.articleId, '').run({ type: 'article.delete' });
  expect((await live.next('gone')).data).toEqual({ articleId: deleted.articleId });
  await kept.at.mark(0, 3);
  expect((await live.next('message')).data).toMatchObject({ articleId: kept.articleId, seq: 2 });
  live.leave();
  const ahead = await follow(team.reviewer, { articles: `${kept.articleId}:99` });
  expect((await ahead.next('behind')).data).toEqual({ articleId: kept.articleId });
  ahead.leave();
});

it('tells that the team’s rules have changed, by their mark, and tells no other team', async () => {
  const [ours, others] = [await makeTeam(), await makeTeam('Another paper')];
  const [live, elsewhere] = [await follow(ours.reviewer, {}), await follow(others.reviewer, {})];
  const markOf = async (actor: Actor) => rulesMark(await getTeamRules(actor));
  expect((await live.next('rules')).data).toEqual({ mark: await markOf(ours.reviewer) });
  const before = (await elsewhere.next('rules')).data;
  const steps = [
    { key: 'true', label: 'Stimmt', internal: 'true' as const },
    { key: 'false', label: 'Stimmt nicht', internal: 'false' as const },
  ];
  const scale = await saveScale(ours.owner, {
    scaleId: null,
    version: null,
    scale: { name: 'Two steps', steps },
  });
  const made = (await live.next('rules')).data;
  expect(made).toEqual({ mark: await markOf(ours.reviewer) });
  await chooseScale(ours.owner, scale.id);
  const chosen = (await live.next('rules')).data;
  expect(chosen).toEqual({ mark: await markOf(ours.reviewer) });
  expect(chosen).not.toEqual(made);
  expect((await getTeamRules(ours.reviewer)).scales[0]?.name).toBe('Two steps');
  await changeRole(ours.owner, ours.viewer.userId, 'reviewer');
  expect((await live.next('rules')).data).toEqual({ mark: await markOf(ours.reviewer) });
  await changeName(ours.editor, 'Edda of the Night Desk');
  expect((await live.next('rules')).data).toEqual({ mark: await markOf(ours.reviewer) });
  expect({ mark: await markOf(others.reviewer) }).toEqual(before);
  live.leave();
  elsewhere.leave();
  // What a page is drawn with is right where nobody follows the team, too.
  await changeName(ours.editor, 'Edda of the Morning Desk');
  await vi.waitFor(async () => expect(await teamMark(ours.id)).toBe(await markOf(ours.reviewer)));
});

it('tells a person’s own numbers as they change, whoever changed them', async () => {
  const { articleId, at } = await open();
  const live = await follow(team.editor, {});
  const before = (await live.next('counts')).data;
  expect(before).toMatchObject({ role: 'editor' });
  const annotationId = await at.mark(0, 3);
  await at.flag(annotationId);
  expect((await live.next('counts')).data).toMatchObject({ queue: Number(before.queue) + 1 });
  await at.run({
    type: 'thread.open',
    annotationId,
    threadId: randomUUID(),
    replyId: randomUUID(),
    kind: 'discussion',
    body: plainToRichText('Look at this.'),
    mentions: [team.editor.userId],
  });
  let unread = 0;
  while (unread === 0) unread = Number((await live.next('counts')).data.inbox);
  await actInInbox(team.editor, { act: 'read_all' });
  while (unread > 0) unread = Number((await live.next('counts')).data.inbox);
  live.leave();
  const asked = new Request('http://galley.test/api/me/events');
  expect(await sendPersonEvents({ actor: team.editor, query: {}, request: asked })).toMatchObject({
    inbox: 0,
  });
  expect(articleId).toBeTruthy();
});

it('tells who else is in the article, where they are, and that they left', async () => {
  const { articleId } = await open();
  const articles = `${articleId}:1`;
  const reader = await follow(team.editor, { articles, client: randomUUID() });
  const client = randomUUID();
  const writer = await follow(team.reviewer, { articles, client });
  type News = { here: { key: string; person: { name: string }; at: unknown }[]; left: string[] };
  const news = async (isIt: (news: News) => boolean): Promise<News> => {
    for (;;) {
      // our own stream wrote it
      const data = (await reader.next('presence')).data as unknown as News;
      if (isIt(data)) return data;
    }
  };
  const name = team.reviewer.name;
  await news(({ here }) => here.some(({ person }) => person.name === name));
  const at = { view: 0, passage: { start: 4, end: 8 }, annotationId: null, isWriting: true };
  await announcePresence(team.reviewer, articleId, { client, at });
  const moved = await news(({ here }) => here.some(({ at }) => JSON.stringify(at).includes('"start":4')));
  expect(moved.here.find(({ person }) => person.name === name)?.at).toEqual(at);
  // Who is called otherwise from now on is told anew, where they are.
  await changeName(team.reviewer, 'Rhea of the Harbour Desk');
  const called = await news(({ here }) => here.some(({ person }) => person.name.endsWith('Harbour Desk')));
  expect(called.here.find(({ person }) => person.name.endsWith('Harbour Desk'))?.at).toEqual(at);
  await changeName(team.reviewer, name);
  await news(({ here }) => here.some(({ person }) => person.name === name));
  // Another person cannot speak for that browser.
  await announcePresence(team.viewer, articleId, { client, at: { ...at, isWriting: false } });
  writer.leave();
  const left = await news(({ left }) => left.length > 0);
  expect(left.left).toEqual([`${team.reviewer.userId}.${client}`]);
  reader.leave();
});

it('hears of nobody’s whereabouts in an article that one may not see', async () => {
  const { articleId } = await open();
  const stranger = await makeTeam('Another paper');
  const client = randomUUID();
  const at = { view: 0, passage: null, annotationId: null, isWriting: false };
  await refusal(announcePresence(stranger.owner, articleId, { client, at }), 'NOT_FOUND');
  const writer = await follow(team.reviewer, { articles: `${articleId}:1`, client });
  const live = await follow(stranger.owner, { articles: `${articleId}:1`, client: randomUUID() });
  // Its first words: its own numbers and that there is no such article; never who is there.
  await live.next('gone');
  await Promise.race([
    live.next('presence').then(() => expect.unreachable('Heard who is in an article of another team.')),
    announcePresence(team.reviewer, articleId, { client, at: { ...at, view: 5 } }).then(
      () => new Promise((resolve) => setTimeout(resolve, 700)),
    ),
  ]);
  writer.leave();
  live.leave();
});

it.each([
  [
    'more articles than a stream carries',
    { articles: Array.from({ length: 21 }, () => `${randomUUID()}:1`).join() },
  ],
  ['an article without a place', { articles: randomUUID() }],
  ['a browser without an id', { client: 'mine' }],
])('refuses %s', (_, query) => {
  expect(personEventsQuery.safeParse(query).success).toBe(false);
});
