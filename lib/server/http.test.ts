import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { db } from '@/lib/db/client';
import type { Actor } from '@/lib/domain/actor';
import { DomainError } from '@/lib/domain/errors';
import { makeTeam } from '@/prisma/builders/team';
import { created, door } from './http';
import { countRequest } from './rate-limit';
import { createApiToken } from './team/create-api-token';
import { bearerOf, signedIn } from './testing/signed-in';

const body = z.strictObject({ title: z.string().min(1, 'Give a title.'), start: z.number() });
const echo = door({ body, maxBytes: 2048 }, async ({ actor, body: value, token }) => ({
  by: actor.userId,
  title: value.title,
  byToken: token !== null,
}));

let reviewer: Actor;
let cookie: string;
let bearer: string;

beforeAll(async () => {
  ({ reviewer } = await makeTeam());
  ({ cookie } = await signedIn(reviewer));
  bearer = await bearerOf(reviewer);
});

const good = JSON.stringify({ title: 'Harbour', start: 3 });
const own = { origin: 'http://localhost:3000', 'content-type': 'application/json' };

function post(headers: Record<string, string>, text: string = good): Request {
  return new Request('http://localhost:3000/api/x', { method: 'POST', headers, body: text });
}

async function knock(request: Request, handler = echo, params: Record<string, string> = {}) {
  const response = await handler(request, { params: Promise.resolve(params) });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    json: text === '' ? undefined : JSON.parse(text),
  };
}

test('lets a signed-in browser in and never lets the answer be cached', async () => {
  const answer = await knock(post({ ...own, cookie }));
  expect(answer.status).toBe(200);
  expect(answer.json).toEqual({ by: reviewer.userId, title: 'Harbour', byToken: false });
  expect(answer.headers.get('cache-control')).toBe('no-store');
});

test('lets a bearer token in without an origin', async () => {
  const answer = await knock(post({ 'content-type': 'application/json', authorization: bearer }));
  expect(answer).toMatchObject({ status: 200, json: { byToken: true } });
});

test.each([
  ['nobody', {}],
  ['a forged cookie', { cookie: 'galley-session=eyJhbGciOiJkaXIifQ.x.y.z.w' }],
  ['an unknown token', { authorization: 'Bearer galley_0000' }],
  ['a word that is no token', { authorization: 'Basic abc' }],
])('refuses %s with 401', async (_, headers) => {
  const answer = await knock(post({ ...own, ...headers }));
  expect(answer).toMatchObject({ status: 401, json: { error: { code: 'UNAUTHENTICATED' } } });
  expect(answer.json.error.id).toMatch(/^[0-9a-f-]{36}$/);
});

test('does not fall back to the cookie when a bad token is sent with it', async () => {
  const answer = await knock(post({ ...own, cookie, authorization: 'Bearer galley_0000' }));
  expect(answer.status).toBe(401);
});

test.each([
  ['another site', 'https://evil.example'],
  ['the same name on another port', 'http://localhost:3001'],
  ['an opaque page', 'null'],
  ['no page at all', undefined],
])('refuses a change by cookie from %s', async (_, origin) => {
  const headers = { ...own, cookie };
  const { origin: __, ...without } = headers;
  const answer = await knock(post(origin === undefined ? without : { ...headers, origin }));
  expect(answer).toMatchObject({ status: 403, json: { error: { code: 'FORBIDDEN' } } });
  expect(answer.json.error.message).toContain('Open Galley at that address');
});

test('lets go of what it would have streamed when only the head is asked for', async () => {
  const gone: string[] = [];
  const streamed = door({}, async () => {
    const body = new ReadableStream({ cancel: () => void gone.push('file') });
    return new Response(body, { headers: { 'content-disposition': 'attachment' } });
  });
  const head = new Request('http://localhost:3000/api/x', { method: 'HEAD', headers: { cookie } });
  const answer = await streamed(head, { params: Promise.resolve({}) });
  expect(answer.headers.get('content-disposition')).toBe('attachment');
  expect(gone).toEqual(['file']);
});

test('reads without an origin', async () => {
  const read = door({}, async () => ({ fine: true }));
  expect(
    await knock(new Request('http://localhost:3000/api/x', { headers: { cookie } }), read),
  ).toMatchObject({
    status: 200,
  });
});

test.each([
  ['not JSON', 'application/json', '{"title":', 'The body is not valid JSON in UTF-8.'],
  ['a form', 'application/x-www-form-urlencoded', good, 'Send the body as JSON'],
  ['plain text', 'text/plain', good, 'Send the body as JSON'],
])('refuses a body that is %s in a sentence', async (_, type, text, sentence) => {
  const answer = await knock(post({ ...own, cookie, 'content-type': type }, text));
  expect(answer).toMatchObject({ status: 422, json: { error: { code: 'INVALID' } } });
  expect(answer.json.error.message).toContain(sentence);
});

test.each([
  [{ title: '', start: 1 }, 'title: Give a title.'],
  [{ title: 'A', start: 'two' }, 'start: expected number, received string.'],
  [{ title: 'A', start: 1, author: 'me' }, '"author" is not known here.'],
  [[], 'expected object, received array.'],
])('names the field that is wrong in %j', async (value, sentence) => {
  const answer = await knock(post({ ...own, cookie }, JSON.stringify(value)));
  expect(answer).toMatchObject({ status: 422, json: { error: { message: sentence } } });
});

test('refuses a body that is too large, announced or not', async () => {
  const large = JSON.stringify({ title: 'x'.repeat(5000), start: 1 });
  const stream = new Blob([large]).stream();
  const streamed = new Request('http://localhost:3000/api/x', {
    method: 'POST',
    headers: { ...own, cookie },
    body: stream,
    // Node wants to be told; its types do not know it.
    ...{ duplex: 'half' },
  });
  for (const request of [post({ ...own, cookie, 'content-length': '5030' }, large), streamed]) {
    const answer = await knock(request);
    expect(answer).toMatchObject({ status: 413, json: { error: { code: 'TOO_LARGE' } } });
    expect(answer.json.error.message).toBe('This is larger than the 2 kB that can be sent here.');
  }
});

test('refuses text that the database cannot hold, and bodies nested without end', async () => {
  for (const title of ['NUL \0 here', 'half \ud800 a sign']) {
    const answer = await knock(post({ ...own, cookie }, JSON.stringify({ title, start: 3 })));
    expect(answer.status).toBe(422);
    expect(answer.json.error.message).toContain('broken character');
  }
  const open = door({ body: z.unknown() }, async () => 'taken');
  const nest = (levels: number) => `${'['.repeat(levels)}"[\\"["${']'.repeat(levels)}`;
  expect((await knock(post({ ...own, cookie }, nest(200)), open)).status).toBe(200);
  expect((await knock(post({ ...own, cookie }, nest(201)), open)).json.error.message).toContain('nested');
  expect((await knock(post({ ...own, cookie }, nest(100_000)), open)).status).toBe(422);
});

test('takes a file in a form only with the header that other sites cannot send', async () => {
  const upload = door({ multipart: true }, async ({ form }) => ({ size: form?.get('file') instanceof File }));
  const form = new FormData();
  form.set('file', new File(['words'], 'a.txt'));
  const send = (headers: Record<string, string>) =>
    knock(new Request('http://localhost:3000/api/x', { method: 'POST', headers, body: form }), upload);
  const { origin } = own;
  expect(await send({ cookie, origin })).toMatchObject({ status: 403 });
  expect(await send({ cookie, origin, 'x-galley-request': '1' })).toMatchObject({
    status: 200,
    json: { size: true },
  });
  expect(await send({ authorization: bearer })).toMatchObject({ status: 200 });
});

test('takes a page that holds somebody else’s work for signed out', async () => {
  const read = door({}, async ({ actor: { userId } }) => ({ userId }));
  const send = (person: Record<string, string>) =>
    knock(new Request('http://localhost:3000/api/x', { headers: { cookie, ...person } }), read);
  const { userId } = (await send({})).json;
  expect(await send({ 'x-galley-person': userId })).toMatchObject({ status: 200 });
  expect(await send({ 'x-galley-person': crypto.randomUUID() })).toMatchObject({
    status: 401,
    json: { error: { code: 'UNAUTHENTICATED' } },
  });
});

test('takes an address that cannot name anything for one that does not exist', async () => {
  const params = z.object({ articleId: z.uuid() });
  const read = door({ params }, async ({ params: { articleId } }) => ({ articleId }));
  const request = () => new Request('http://localhost:3000/api/x', { headers: { cookie } });
  expect(await knock(request(), read, { articleId: "1' or 1=1" })).toMatchObject({ status: 404 });
  const articleId = crypto.randomUUID();
  expect(await knock(request(), read, { articleId })).toMatchObject({ status: 200, json: { articleId } });
});

test.each([
  ['FORBIDDEN', 403],
  ['NOT_FOUND', 404],
  ['STALE', 409],
  ['INVALID', 422],
  ['UNAVAILABLE', 503],
] as const)('answers %s with %i and the sentence', async (code, status) => {
  const refuse = door({}, async () => {
    throw new DomainError(code, 'Not now.', { current: { version: 4 } });
  });
  const answer = await knock(new Request('http://localhost:3000/', { headers: { cookie } }), refuse);
  expect(answer).toMatchObject({
    status,
    json: { error: { code, message: 'Not now.', current: { version: 4 } } },
  });
});

test('shows an unknown error only as a number', async () => {
  const fail = door({}, async () => {
    throw new Error('the secret recipe');
  });
  const answer = await knock(new Request('http://localhost:3000/', { headers: { cookie } }), fail);
  expect(answer.status).toBe(500);
  expect(answer.json.error.message).toContain(answer.json.error.id);
  expect(JSON.stringify(answer.json)).not.toContain('recipe');
});

test('says that nothing was changed when the database does not answer', async () => {
  const fail = door({}, async () => {
    throw Object.assign(new Error('x'), { code: 'ECONNREFUSED' });
  });
  const answer = await knock(new Request('http://localhost:3000/', { headers: { cookie } }), fail);
  expect(answer).toMatchObject({ status: 503, json: { error: { code: 'UNAVAILABLE' } } });
});

const fillings: readonly (readonly [string, () => Promise<unknown>])[] = [
  ['the database', () => db.$executeRaw`DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '53100'; END $$`],
  // Linux has a file that is always full.
  ...(existsSync('/dev/full') ? [['a file', () => writeFile('/dev/full', 'words')] as const] : []),
];

test.each(fillings)('says that the disk is full where %s finds no room', async (_, work) => {
  const fail = door({}, work);
  const answer = await knock(new Request('http://localhost:3000/', { headers: { cookie } }), fail);
  expect(answer).toMatchObject({ status: 503, json: { error: { code: 'UNAVAILABLE' } } });
  expect(answer.json.error.message).toContain('no room left on the disk');
});

test('answers 201 for what is new and 204 for nothing', async () => {
  const make = door({}, async () => created({ id: 1 }));
  const done = door({}, async () => undefined);
  const request = () => new Request('http://localhost:3000/', { headers: { cookie } });
  expect(await knock(request(), make)).toMatchObject({ status: 201, json: { id: 1 } });
  expect(await knock(request(), done)).toMatchObject({ status: 204, json: undefined });
});

test('refuses more requests in a minute than a person can mean, with the wait', async () => {
  const { editor } = await makeTeam();
  const other = await signedIn(editor);
  const exporting = door({ rate: 'export' }, async () => ({ fine: true }));
  const request = () => new Request('http://localhost:3000/', { headers: { cookie: other.cookie } });
  const answers = [];
  for (let index = 0; index < 61; index += 1) answers.push(await knock(request(), exporting));
  expect(answers.slice(0, 60).every(({ status }) => status === 200)).toBe(true);
  expect(answers[60]).toMatchObject({ status: 429, json: { error: { code: 'TOO_MANY' } } });
  expect(Number(answers[60]?.headers.get('retry-after'))).toBeGreaterThan(0);
});

test('counts each token by itself, all of a person and of a team together, and the screen apart from them', async () => {
  const { reviewer: person, owner } = await makeTeam();
  const { cookie: screen } = await signedIn(person);
  const exporting = door({ rate: 'export' }, async () => ({ fine: true }));
  const ask = (headers: Record<string, string>) =>
    knock(new Request('http://localhost:3000/', { headers }), exporting);
  const standing = ({ status, headers }: Awaited<ReturnType<typeof ask>>) => [
    status,
    ...['limit', 'remaining'].map((part) => Number(headers.get(`ratelimit-${part}`))),
  ];
  const bearing = async (actor: Actor) => ({ authorization: await bearerOf(actor) });
  const [first, second, third] = [await bearing(person), await bearing(person), await bearing(person)];
  const elses = await bearing(owner);
  expect(standing(await ask(first))).toEqual([200, 60, 59]);
  for (let sent = 1; sent < 60; sent += 1) await ask(first);
  const refused = await ask(first);
  expect(standing(refused)).toEqual([429, 60, 0]);
  expect(Number(refused.headers.get('ratelimit-reset'))).toBeGreaterThan(0);
  expect(refused.headers.get('retry-after')).toBe(refused.headers.get('ratelimit-reset'));
  for (let sent = 0; sent < 60; sent += 1) expect((await ask(second)).status).toBe(200);
  expect(standing(await ask(third))).toEqual([429, 120, 0]);
  expect(standing(await ask({ cookie: screen }))).toEqual([200, 60, 59]);
  expect(standing(await ask(elses))).toEqual([200, 60, 59]);

  const colleague = async (number: number) =>
    countRequest('presence', {
      means: 'token',
      tokenId: `token ${number}`,
      actor: { ...person, userId: `person ${number}` },
    });
  for (let number = 0; number < 10; number += 1)
    for (let sent = 0; sent < 600; sent += 1) await colleague(number);
  await expect(colleague(10)).rejects.toMatchObject({ code: 'TOO_MANY', standing: { limit: 6_000 } });
});

test('a token that may only read is refused whatever would change something', async () => {
  const { owner } = await makeTeam();
  const token = await createApiToken(owner, { name: 'Reader', scope: 'read', life: '30' });
  const handle = door({}, async () => ({ fine: true }));
  const as = (method: string) =>
    knock(
      new Request('http://localhost:3000/', { method, headers: { authorization: `Bearer ${token}` } }),
      handle,
    );
  expect((await as('GET')).status).toBe(200);
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
    expect(await as(method)).toMatchObject({ status: 403, json: { error: { code: 'FORBIDDEN' } } });
});

test('a revoked token and a disabled person are out at the next request', async () => {
  const { viewer } = await makeTeam();
  const authorization = await bearerOf(viewer);
  const person = await signedIn(viewer);
  const read = door({}, async () => ({ fine: true }));
  const knockAs = (headers: Record<string, string>) =>
    knock(new Request('http://localhost:3000/', { headers }), read);
  expect((await knockAs({ authorization })).status).toBe(200);
  expect((await knockAs({ cookie: person.cookie })).status).toBe(200);
  await db.membership.updateMany({ where: { userId: viewer.userId }, data: { disabledAt: new Date() } });
  expect((await knockAs({ authorization })).status).toBe(401);
  expect((await knockAs({ cookie: person.cookie })).status).toBe(401);
  await db.membership.updateMany({ where: { userId: viewer.userId }, data: { disabledAt: null } });
  await db.apiToken.updateMany({ where: { userId: viewer.userId }, data: { revokedAt: new Date() } });
  expect((await knockAs({ authorization })).status).toBe(401);
});
