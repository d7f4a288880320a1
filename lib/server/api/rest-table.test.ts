import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import type { Actor } from '@/lib/domain/actor';
import { roles } from '@/lib/domain/team';
import { tokenScopes } from '@/lib/domain/token-scope';
import { buildMember, makeTeam } from '@/prisma/builders/team';
import { client } from '../testing/api';
import { bearer, type Client } from '../testing/rest';
import { makeWholeDesk } from '../testing/whole-desk';
import { isOpenTo, type Route } from './route';
import { routes } from './routes';

let whole: Awaited<ReturnType<typeof makeWholeDesk>>;
const closed = routes.filter(({ does }) => does.length > 0);

beforeAll(async () => {
  whole = await makeWholeDesk();
}, 120_000);

const lists = closed.filter(({ item }) => item !== undefined);
it.each(lists.map(({ path }) => path))('comes in pages that join to the whole list: %s', async (path) => {
  const { ask, owner, reviewer } = whole;
  const row = find(path);
  const who = isOpenTo(row, 'reviewer', 'admin') ? reviewer : owner;
  const page = (query: string) => ask(who, 'get', path, { query });
  const { items: all, next: end } = (await page('limit=100')).body;
  expect(end).toBeNull();
  expect(all.length).toBeGreaterThanOrEqual(3);
  const collected = [];
  let cursor = '';
  for (let pages = 0; pages <= all.length; pages += 1) {
    let link: string | null = null;
    const { body } = await ask(who, 'get', path, {
      query: `limit=2${cursor}`,
      heard: ({ headers }) => {
        link = headers.get('link');
      },
    });
    collected.push(...body.items);
    if (body.next === null) {
      expect(link).toBeNull();
      break;
    }
    expect(body.items).toHaveLength(2);
    expect(link).toContain(`cursor=${body.next}`);
    expect(link).toMatch(/^<\/api\/v1\/.*limit=2.*>; rel="next"$/);
    cursor = `&cursor=${body.next}`;
  }
  expect(collected).toEqual(all);
  expect((await page('cursor=bm9uc2Vuc2U')).status).toBe(422);
  expect((await page('limit=0')).status).toBe(422);
  expect((await page('limit=101')).status).toBe(422);
});

it('answers each operation, scope and role as the rule book says, and changes nothing when it refuses', async () => {
  const { team, ask } = whole;
  const other = await makeTeam('The Other Paper');
  const former = await buildMember(team.id, { name: 'Fred Former', role: 'owner' });
  const nobody = [client(), await bearer(former, 'admin')];
  await db.membership.updateMany({ where: { userId: former.userId }, data: { disabledAt: new Date() } });
  const outsider = await bearer(other.owner, 'admin');
  const cells = await Promise.all(
    roles.flatMap((role) =>
      tokenScopes.map(async (scope) => ({ role, scope, who: await bearer(team[role], scope) })),
    ),
  );
  const before = await everything();
  const wrong: string[] = [];
  const check = async (row: Route, name: string, who: Client, isFine: (status: number) => boolean) => {
    const { status } = await ask(who, row.method, row.path, sentTo(row));
    if (!isFine(status)) wrong.push(`${name}: ${row.method} ${row.path} answered ${status}`);
  };
  for (const row of closed) {
    for (const who of nobody) await check(row, 'nobody', who, (status) => status === 401);
    if (row.path.includes('{') && !forgets(row))
      await check(row, 'another team', outsider, (status) => status === 404);
    for (const { role, scope, who } of cells.filter((cell) => !may(row, cell)))
      await check(
        row,
        `${role}, ${scope}`,
        who,
        (status) => status === 403 || (role !== 'reviewer' && isUnseen(row, status)),
      );
  }
  expect(wrong).toEqual([]);
  expect(await everything()).toEqual(before);
  for (const row of closed.filter(({ path }) => !path.endsWith('/export')))
    for (const role of roles.toReversed()) {
      const least = cells.find((cell) => cell.role === role && may(row, cell));
      if (least === undefined) continue;
      await check(
        row,
        `${role}, ${least.scope}`,
        least.who,
        (status) => status < 500 && ![401, 403].includes(status),
      );
    }
  expect(wrong).toEqual([]);
}, 120_000);

it('refuses in every body what the database cannot hold, with a sentence', async () => {
  const faults: string[] = [];
  for (const row of closed.filter(({ example }) => typeof example === 'object' && example !== null)) {
    for (const [name, value] of Object.entries(row.example as object)) {
      const wrong =
        typeof value === 'string' ? 'NUL \0 here' : typeof value === 'number' ? 2 ** 31 : undefined;
      if (wrong === undefined) continue;
      const json = { ...(row.example as object), [name]: wrong };
      const { status } = await whole.ask(whole.owner, row.method, row.path, { json });
      if (status < 400 || status >= 500) faults.push(`${row.method} ${row.path}: ${name} answered ${status}`);
    }
  }
  expect(faults).toEqual([]);
});

const find = (path: string): Route => {
  const row = lists.find((one) => one.path === path);
  if (row === undefined) throw new Error(`There is no list ${path}.`);
  return row;
};

/** Whether the rule book lets them do what the example says. */
const may = (row: Route, { role, scope }: { readonly role: Actor['role']; readonly scope: Actor['scope'] }) =>
  isOpenTo({ ...row, does: row.does.slice(0, 1) }, role, scope ?? 'admin');

/** Of whose own it is, others do not even hear that it is there. */
const isUnseen = ({ path }: Route, status: number) => path === '/contacts/{contactId}' && status === 404;

/** Forgetting what is not there is done already. */
const forgets = ({ method, path }: Route) => method === 'delete' && /viewId|presetId/.test(path);

/** What a request carries so that only the rule book can refuse it. */
function sentTo({ method, path, example: json }: Route) {
  if (path === '/sessions/{sessionId}/export') return { query: 'format=json' };
  if (path === '/articles/{articleId}/export') return { query: 'format=json' };
  if (path === '/articles/{articleId}/commands')
    return { json: { ...(json as object), annotationId: whole.ids.annotationId } };
  if (path === '/articles/{articleId}/snoozes')
    return { json: { ...(json as object), until: new Date(Date.now() + 3_600_000).toISOString() } };
  if (path === '/team/invitations' && method === 'post')
    return { json: { ...(json as object), email: `${randomUUID()}@example.org` } };
  return json === undefined ? { query: method === 'delete' ? 'version=1' : '' } : { json };
}

/** How much there is of what a refused request could have made, changed or taken away. */
async function everything() {
  const { id: teamId } = whole.team;
  const ofArticle = { article: { teamId } };
  return {
    articles: await db.article.findMany({
      where: { teamId },
      select: { id: true, seq: true },
      orderBy: { id: 'asc' },
    }),
    record: await db.auditEvent.count({ where: { teamId } }),
    exports: await db.export.count({ where: { teamId } }),
    captures: await db.capture.count(),
    deliveries: await db.webhookDelivery.count(),
    files: await db.storedFile.count({ where: ofArticle }),
    settings: await db.notificationSetting.count({ where: { teamId } }),
    snoozes: await db.snooze.count(),
    sources: await db.source.count({ where: { teamId } }),
    names: await db.user.findMany({
      where: { memberships: { some: { teamId } } },
      select: { name: true },
      orderBy: { id: 'asc' },
    }),
  };
}
