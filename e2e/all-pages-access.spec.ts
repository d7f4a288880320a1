import { randomUUID } from 'node:crypto';
import {
  type APIRequestContext,
  type APIResponse,
  type BrowserContextOptions,
  request as requests,
} from '@playwright/test';
import { db } from '@/lib/db/client';
import type { Actor } from '@/lib/domain/actor';
import { can } from '@/lib/domain/policy';
import type { Role } from '@/lib/domain/team';
import { uploadFile } from '@/lib/server/files/upload-file';
import { createSource } from '@/lib/server/sources/save-source';
import { bearerOf, signedIn } from '@/lib/server/testing/signed-in';
import { makeArticle } from '@/prisma/builders/article';
import { teamPage } from './pages/team-page';
import {
  doorsOfReaders,
  doorsOfSignIn,
  isOfTeam,
  pages,
  pathOf,
  type Row,
  requestTo,
  rows,
  type Thing,
} from './support/access-table';
import { findDoors, findPages } from './support/addresses';
import { annotationsOf, markWords, stateOf } from './support/articles';
import { makeColleague, makeSignInTeam, type SignInTeam } from './support/people';
import { closeSession, makeSession } from './support/sessions';
import { expect, origin, test } from './support/test';

/** Words that only members of the team may ever read. */
const secret = 'Nobody outside may read of the heron quay.';

/** Ids of nothing: a door that is shut does not look. */
const nothing: Thing = {
  articleId: randomUUID(),
  revisionId: randomUUID(),
  annotationId: randomUUID(),
  sourceId: randomUUID(),
  fileId: randomUUID(),
  sessionId: randomUUID(),
};

type Visitor = {
  readonly name: string;
  readonly request: APIRequestContext;
  /** The role in the team; `outsider` is the owner of another team, `nobody` may not be signed in at all. */
  readonly is: Role | 'outsider' | 'nobody';
};

test('every door and every page of the app has a row in the table of access', async ({ anonymous }) => {
  const isOfRest = (door: string) => door.includes('/api/v1/');
  const doors = new Set([...rows.map(({ door }) => door), ...doorsOfSignIn, ...doorsOfReaders]);
  expect(findDoors().filter((door) => !isOfRest(door))).toEqual([...doors].sort());
  expect(findPages()).toEqual(pages.map(({ address }) => address).sort());
  const { request } = await anonymous();
  const { paths } = await (await request.get('/api/v1/openapi.json')).json();
  const described = Object.entries<object>(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map(
      (method) => `${method.toUpperCase()} ${path.replaceAll('{', '[').replaceAll('}', ']')}`,
    ),
  );
  expect(findDoors().filter(isOfRest)).toEqual(described.sort());
  for (const door of described) {
    const { method, path } = requestTo(door, nothing);
    const answer = await request.fetch(path, { method });
    expect(answer.status(), door).toBe(path.endsWith('/openapi.json') ? 200 : 401);
  }
});

test('each door answers each visitor as the rule book says, and a refusal changes nothing', async ({
  team,
}) => {
  test.setTimeout(120_000);
  const visitors = await makeVisitors(team);
  const shared = await makeThing(team);
  const before = await everythingOf(team, shared);
  const wrong: string[] = [];
  for (const row of rows) {
    for (const visitor of visitors) {
      const status = expectedStatus(row, visitor, team);
      const isChange = (row.json ?? row.form) !== undefined && row.isHarmless === undefined;
      const isDone = isChange && status === row.ok && isOfTeam(row.door);
      const thing = isDone ? await makeFresh(team, row, shared) : shared;
      const answer = await knock(visitor.request, row, thing);
      const where = `${visitor.name}: ${row.door}`;
      if (answer.status() !== status) wrong.push(`${where} answered ${answer.status()}, not ${status}`);
      const words = await answer.text();
      if (answer.status() >= 400) wrong.push(...faultsOfRefusal(where, words));
      if (!(visitor.is in team) && words.includes('heron quay')) wrong.push(`${where} tells the secret`);
    }
  }
  expect(wrong).toEqual([]);
  expect(await everythingOf(team, shared)).toEqual(before);
  await Promise.all(visitors.map(({ request }) => request.dispose()));
});

test('each page shows each visitor what they may see and nothing else', async ({ team }) => {
  const visitors = await makeVisitors(team);
  const thing = await makeThing(team);
  const wrong: string[] = [];
  for (const { address, isPublic } of pages) {
    for (const visitor of visitors.filter(({ name }) => !name.includes('bearer'))) {
      const answer = await visitor.request.get(pathOf(address, thing));
      const words = await answer.text();
      const seen = whatShows(answer);
      const may = isPublic || visitor.is !== 'nobody';
      const expected = !may
        ? 'sign-in'
        : visitor.is === 'outsider' && isOfTeam(address)
          ? 'not found'
          : 'page';
      const where = `${visitor.name}: ${address}`;
      if (seen !== expected && !(isPublic && seen === 'sign-in'))
        wrong.push(`${where} shows ${seen}, not ${expected}`);
      if (!(visitor.is in team) && words.includes('heron quay')) wrong.push(`${where} tells the secret`);
      if (answer.headers()['cache-control']?.includes('no-store') !== true)
        wrong.push(`${where} may be cached`);
    }
  }
  expect(wrong).toEqual([]);
  await Promise.all(visitors.map(({ request }) => request.dispose()));
});

test('an article of another team looks like one that does not exist', async ({ as }) => {
  const thing = await makeThing(await makeSignInTeam('The Other Paper'));
  const page = await as('owner');
  for (const articleId of [thing.articleId, randomUUID(), 'nonsense']) {
    await page.goto(`/articles/${articleId}`);
    await expect(page.getByRole('heading', { name: 'Not found' })).toBeVisible();
    await expect(page.getByText('There is nothing at this address')).toBeVisible();
  }
});

test('a form sent again with somebody else’s cookie does nothing', async ({ as, team }) => {
  const page = await as('owner');
  await teamPage(page).open();
  const sent = page.waitForRequest((request) => request.headers()['next-action'] !== undefined);
  await page.getByLabel('Name', { exact: true }).fill('The Owner’s Courier');
  await page.getByRole('button', { name: 'Rename' }).click();
  await expect(page.getByText('The team is renamed.')).toBeVisible();
  const form = await sent;
  const body = form.postDataBuffer() ?? Buffer.from('');
  const { 'next-action': action = '', 'content-type': type = '', accept = '' } = form.headers();
  const named = Buffer.from(body.toString('latin1').replace('The Owner', 'The Thief'), 'latin1');
  expect(named.equals(body)).toBe(false);
  const nameOf = async () => (await db.team.findUniqueOrThrow({ where: { id: team.id } })).name;
  const visitors = await makeVisitors(team);
  for (const { name, request, is } of visitors) {
    if (is === 'owner' || name.includes('bearer')) continue;
    const headers = { 'next-action': action, 'content-type': type, accept };
    await request.post('/team', { headers, data: named, maxRedirects: 0 });
    expect(await nameOf(), name).toBe('The Owner’s Courier');
  }
  const { cookies } = await page.context().storageState();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  // not even from the same host by another scheme, or where a browser does not say
  for (const from of ['https://elsewhere.example', origin().replace('http:', 'https:'), 'null', undefined]) {
    const headers = { 'next-action': action, 'content-type': type, accept, cookie };
    const own = from === undefined ? headers : { ...headers, origin: from };
    await fetch(`${origin()}/team`, { method: 'POST', headers: own, body: named, redirect: 'manual' });
    expect(await nameOf(), `from ${from}`).toBe('The Owner’s Courier');
  }
  await Promise.all(visitors.map(({ request }) => request.dispose()));
});

test('a page of another site changes nothing with our cookies', async ({ team }) => {
  const thing = await makeThing(team);
  const request = await browsing(team.owner);
  const before = await everythingOf(team, thing);
  for (const row of rows.filter(({ json }) => json !== undefined)) {
    const { method, path } = requestTo(row.door, thing);
    for (const from of ['https://elsewhere.example', 'null', '']) {
      const answer = await request.fetch(path, {
        method,
        data: JSON.stringify(row.json?.(thing)),
        headers: { 'content-type': 'application/json', origin: from },
      });
      expect(answer.status(), `${row.door} from “${from}”`).toBe(403);
    }
  }
  expect(await everythingOf(team, thing)).toEqual(before);
  await request.dispose();
});

test('a live stream ends within five seconds when its reader is disabled', async ({ team }) => {
  const thing = await makeThing(team);
  const token = await bearerOf(team.reviewer);
  const answer = await fetch(`${origin()}/api/v1/articles/${thing.articleId}/events`, {
    headers: { accept: 'text/event-stream', authorization: token },
  });
  expect(answer.status).toBe(200);
  const reader = answer.body?.getReader();
  const first = await reader?.read();
  expect(first?.done).toBe(false);
  await db.membership.update({
    where: { teamId_userId: { teamId: team.id, userId: team.reviewer.userId } },
    data: { disabledAt: new Date() },
  });
  const disabledAt = Date.now();
  while ((await reader?.read())?.done === false);
  expect(Date.now() - disabledAt).toBeLessThan(5_000);
});

/** One browser or program of each kind that could knock. */
async function makeVisitors(team: SignInTeam): Promise<readonly Visitor[]> {
  const other = await makeSignInTeam('The Other Paper');
  const leaver = (name: string) => makeColleague(team.id, name, 'owner');
  const disabled = await leaver('Dora Disabled');
  const former = await leaver('Fred Former');
  const ended = await leaver('Ed Ended');
  const visitors: readonly Visitor[] = [
    { name: 'a stranger', is: 'nobody', request: await withHeaders({ origin: origin() }) },
    { name: 'the owner of another team', is: 'outsider', request: await browsing(other.owner) },
    { name: 'a bearer token of another team', is: 'outsider', request: await bearing(other.editor) },
    { name: 'the viewer', is: 'viewer', request: await browsing(team.viewer) },
    { name: 'the reviewer', is: 'reviewer', request: await browsing(team.reviewer) },
    { name: 'the editor', is: 'editor', request: await browsing(team.editor) },
    { name: 'the owner', is: 'owner', request: await browsing(team.owner) },
    { name: 'a bearer token of the viewer', is: 'viewer', request: await bearing(team.viewer) },
    { name: 'a bearer token of the reviewer', is: 'reviewer', request: await bearing(team.reviewer) },
    { name: 'a disabled owner', is: 'nobody', request: await browsing(disabled) },
    { name: 'a bearer token of a disabled owner', is: 'nobody', request: await bearing(disabled) },
    { name: 'a former owner', is: 'nobody', request: await browsing(former) },
    { name: 'a bearer token of a former owner', is: 'nobody', request: await bearing(former) },
    { name: 'a session that was ended', is: 'nobody', request: await browsing(ended) },
    { name: 'a revoked bearer token', is: 'nobody', request: await bearing(ended) },
    {
      name: 'a made-up bearer token',
      is: 'nobody',
      request: await withHeaders({ authorization: `Bearer galley_${randomUUID()}` }),
    },
  ];
  const now = new Date();
  const membership = ({ userId }: Actor) => ({ teamId_userId: { teamId: team.id, userId } });
  await db.membership.update({ where: membership(disabled), data: { disabledAt: now } });
  await db.membership.delete({ where: membership(former) });
  await db.authSession.updateMany({ where: { userId: ended.userId }, data: { endedAt: now } });
  await db.apiToken.updateMany({ where: { userId: ended.userId }, data: { revokedAt: now } });
  return visitors;
}

/** A browser in which somebody is signed in, as far as its requests go. */
async function browsing(actor: Actor): Promise<APIRequestContext> {
  const { cookie } = await signedIn(actor);
  const [name = '', value = ''] = cookie.split('=');
  const { hostname: domain } = new URL(origin());
  const kept = { name, value, domain, path: '/', expires: -1, httpOnly: true, secure: false };
  return withHeaders({ origin: origin() }, { cookies: [{ ...kept, sameSite: 'Lax' }], origins: [] });
}

const bearing = async (actor: Actor): Promise<APIRequestContext> =>
  withHeaders({ authorization: await bearerOf(actor) });

const withHeaders = (
  headers: Record<string, string>,
  storageState?: BrowserContextOptions['storageState'],
): Promise<APIRequestContext> =>
  requests.newContext({
    baseURL: origin(),
    extraHTTPHeaders: headers,
    ...(storageState !== undefined && { storageState }),
  });

/** What a change may be done to: an article of its own, and where the door asks for them a source and a session. */
async function makeFresh(team: SignInTeam, { door, needs }: Row, shared: Thing): Promise<Thing> {
  if (door.includes('[sourceId]') || needs.startsWith('session.')) return makeThing(team);
  return { ...shared, ...(await makeMarkedArticle(team)) };
}

async function makeMarkedArticle({
  editor,
}: SignInTeam): Promise<Pick<Thing, 'articleId' | 'revisionId' | 'annotationId'>> {
  const { articleId, revisionId } = await makeArticle(editor, { title: 'The heron quay', text: secret });
  const annotationId = await markWords(editor, { id: articleId, revisionId }, 'heron quay');
  return { articleId, revisionId, annotationId };
}

async function makeThing(team: SignInTeam): Promise<Thing> {
  const { editor } = team;
  const { articleId, revisionId, annotationId } = await makeMarkedArticle(team);
  const sourceId = randomUUID();
  const source = { title: secret, address: null, type: 'dataset', tier: 'primary' } as const;
  await createSource(editor, sourceId, { ...source, independenceGroup: null, note: null });
  const fileId = randomUUID();
  const bytes = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  await uploadFile(editor, articleId, { id: fileId, name: 'page.png', bytes });
  const sessionId = await makeSession(editor, articleId, [], secret);
  await closeSession(editor, articleId, sessionId);
  return { articleId, revisionId, annotationId, sourceId, fileId, sessionId };
}

function expectedStatus(
  { door, needs, ok, isForBrowsers }: Row,
  { is, name }: Visitor,
  team: SignInTeam,
): number {
  if (needs === 'public') return ok;
  if (is === 'nobody') return 401;
  if (isForBrowsers && name.includes('bearer')) return 403;
  if (is === 'outsider' && isOfTeam(door)) return 404;
  // who comes from another team is somebody there
  const role = is !== 'outsider' ? is : name.includes('bearer') ? 'editor' : 'owner';
  return can(team[role], needs, { authorId: team.editor.userId }).allowed ? ok : 403;
}

function knock(
  request: APIRequestContext,
  { door, query, json, file, form }: Row,
  thing: Thing,
): Promise<APIResponse> {
  const { method, path } = requestTo(door, thing);
  const address = query === undefined ? path : `${path}?${query}`;
  if (file !== undefined) {
    const { fileId, name, bytes } = file();
    const buffer = Buffer.from(bytes, 'latin1');
    return request.fetch(address, {
      method,
      headers: { 'x-galley-request': '1' },
      multipart: { fileId, file: { name, mimeType: 'image/png', buffer } },
    });
  }
  if (form !== undefined) {
    const { commandId, file: words } = form();
    const buffer = Buffer.from(words);
    return request.fetch(address, {
      method,
      headers: { 'x-galley-request': '1' },
      multipart: { commandId, file: { name: 'a.galley.json', mimeType: 'application/json', buffer } },
    });
  }
  const body = json === undefined ? {} : { data: json(thing) };
  return request.fetch(address, { method, maxRedirects: 0, ...body });
}

/** A refusal is JSON with a code, a sentence and a number for the log. */
function faultsOfRefusal(where: string, words: string): readonly string[] {
  const { error } = JSON.parse(words);
  const isWhole = /^[A-Z].{10,}[.?!]$/.test(error.message) && error.code !== 'INTERNAL' && error.id !== '';
  return isWhole ? [] : [`${where} refuses with ${words}`];
}

/** The text, the marks and the number of changes of the article, and how many articles the team has. */
async function everythingOf({ id, editor }: SignInTeam, { articleId }: Thing): Promise<unknown> {
  const { seq, article } = await stateOf(editor, articleId);
  const annotations = await annotationsOf(editor, articleId);
  return {
    seq,
    title: article.title,
    annotations,
    articles: await db.article.count({ where: { teamId: id, id: articleId } }),
  };
}

/** What is answered: the sign-in page, that there is nothing, or the page itself. */
function whatShows(answer: APIResponse): 'sign-in' | 'not found' | 'page' {
  if (new URL(answer.url()).pathname === '/sign-in') return 'sign-in';
  return answer.status() === 404 ? 'not found' : 'page';
}
