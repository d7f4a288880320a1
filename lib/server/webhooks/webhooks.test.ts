import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { db } from '@/lib/db/client';
import { makeArticle } from '@/prisma/builders/article';
import { makeTeam } from '@/prisma/builders/team';
import type { EgressPolicy } from '../egress/egress-policy';
import { removeOldDeliveries } from '../jobs/remove-old-deliveries';
import { desk, refusal } from '../testing/commands';
import { startFakeWeb } from '../testing/fake-web';
import { createWebhook, removeWebhook, retryDelivery, tryWebhook } from './change-webhooks';
import { deliverDue, signatureOf } from './deliver';
import { findDeliveries, findWebhooks } from './find-webhooks';
import { queueDeliveries } from './queue-deliveries';

let web: Awaited<ReturnType<typeof startFakeWeb>>;
let policy: EgressPolicy;
let status = 200;
const heard: { readonly body: string; readonly signature: string }[] = [];

beforeAll(async () => {
  web = await startFakeWeb({
    '/hook': (request, response) => {
      let body = '';
      request.on('data', (part) => {
        body += String(part);
      });
      request.on('end', () => {
        heard.push({ body, signature: String(request.headers['galley-signature']) });
        response.writeHead(status).end();
      });
    },
  });
  policy = {
    lookup: async () => [{ address: '127.0.0.1', family: 4 }],
    testWeb: { address: '127.0.0.1', port: web.port },
  };
});
afterAll(() => web.stop());

/** A team that tells our server, and an article to do something on. */
async function open(kinds: Parameters<typeof createWebhook>[1]['kinds'] = ['marks']) {
  const team = await makeTeam();
  const secret = await createWebhook(team.owner, { address: 'http://hooks.example.org/hook', kinds });
  // Port 80 of that name is our server in this test.
  const [hook] = await findWebhooks(team.owner);
  const id = hook?.id ?? '';
  await db.webhook.update({ where: { id }, data: { address: `http://hooks.example.org:${web.port}/hook` } });
  const { articleId, revisionId } = await makeArticle(team.editor, { text: 'The Zyxwvut port grew.' });
  heard.length = 0;
  status = 200;
  return { team, secret, id, articleId, at: desk(team.editor, articleId, revisionId) };
}

const later = (seconds: number) => new Date(Date.now() + seconds * 1_000);
const round = async (now = later(1)) => {
  await queueDeliveries(now);
  return deliverDue(now, policy);
};

it('tells what happened once, signed, with ids and no word of the article', async () => {
  const { team, secret, id, articleId, at } = await open();
  const annotationId = await at.mark(0, 11);
  await Promise.all([queueDeliveries(later(1)), queueDeliveries(later(1))]);
  await Promise.all([deliverDue(later(1), policy), deliverDue(later(1), policy)]);
  await round(later(2));
  expect(heard).toHaveLength(1);
  const [{ body, signature } = { body: '', signature: '' }] = heard;
  expect(JSON.parse(body)).toMatchObject({
    type: 'annotation.created',
    teamId: team.id,
    articleId,
    annotationId,
    actorId: team.editor.userId,
    seq: 2,
  });
  expect(body).not.toContain('Zyxwvut');
  const seconds = /^t=(\d+),v1=/.exec(signature)?.[1];
  expect(signature).toBe(`t=${seconds},v1=${signatureOf(secret, Number(seconds), body)}`);
  expect((await findDeliveries(team.owner, id)).items).toMatchObject([
    { status: 200, tries: 1, nextAt: null, problem: null },
  ]);
});

it('tells only of the kinds that were chosen, and nothing from before', async () => {
  const { team, id, at } = await open(['notes']);
  await at.mark(0, 11);
  await round();
  expect(heard).toEqual([]);
  expect((await findDeliveries(team.owner, id)).items).toEqual([]);
});

it('tries again later and later, and gives up after eight times; somebody can have it told again', async () => {
  const { team, id, at } = await open();
  await at.mark(0, 11);
  status = 500;
  let now = later(1);
  for (let tries = 1; tries <= 8; tries += 1) {
    await round(now);
    const [line] = (await findDeliveries(team.owner, id)).items;
    expect(line).toMatchObject({ tries, status: 500, problem: 'refused' });
    if (line?.nextAt !== null) now = new Date(Date.parse(line?.nextAt ?? '') + 1);
  }
  expect(heard).toHaveLength(8);
  expect((await findWebhooks(team.owner))[0]).toMatchObject({ waiting: 0, givenUp: 1 });
  await round(later(400_000));
  expect(heard).toHaveLength(8);
  status = 204;
  const [line] = (await findDeliveries(team.owner, id)).items;
  await retryDelivery(team.owner, line?.id ?? '');
  await round();
  expect((await findDeliveries(team.owner, id)).items).toMatchObject([
    { status: 204, problem: null, nextAt: null },
  ]);
});

it('says of an address inside that there was no answer, and asks nothing there', async () => {
  const { team, id, at } = await open();
  await at.mark(0, 11);
  const inside: EgressPolicy = { ...policy, testWeb: undefined };
  await queueDeliveries(later(1));
  await deliverDue(later(1), inside);
  expect(heard).toEqual([]);
  expect((await findDeliveries(team.owner, id)).items).toMatchObject([
    { status: null, problem: 'unreachable' },
  ]);
});

it('is tried on request, and told no more once it is removed', async () => {
  const { team, id, at } = await open();
  await tryWebhook(team.owner, id);
  await round();
  expect(JSON.parse(heard[0]?.body ?? '{}')).toMatchObject({ type: 'ping', articleId: null });
  await removeWebhook(team.owner, id);
  await at.mark(0, 11);
  await round();
  expect(heard).toHaveLength(1);
  expect(await findWebhooks(team.owner)).toEqual([]);
  await refusal(removeWebhook(team.owner, id), 'NOT_FOUND');
  await refusal(tryWebhook(team.owner, id), 'NOT_FOUND');
});

it('is the owner’s affair, of their own team, for public addresses, twenty at most', async () => {
  const { team, id } = await open();
  const others = await makeTeam('Others');
  const given = { address: 'https://hooks.example.org/', kinds: ['marks'] } as const;
  const form = { ...given, kinds: [...given.kinds] };
  await refusal(createWebhook(team.editor, form), 'FORBIDDEN');
  await refusal(findWebhooks(team.reviewer), 'FORBIDDEN');
  await refusal(findDeliveries(others.owner, id), 'NOT_FOUND');
  await refusal(removeWebhook(others.owner, id), 'NOT_FOUND');
  await refusal(retryDelivery(team.owner, id), 'NOT_FOUND');
  for (const address of ['http://127.0.0.1/', 'ftp://hooks.example.org/', 'https://a:b@hooks.example.org/'])
    await refusal(createWebhook(team.owner, { ...form, address }), 'INVALID');
  for (let made = 1; made < 20; made += 1) await createWebhook(team.owner, form);
  await refusal(createWebhook(team.owner, form), 'INVALID');
});

it('keeps its log for thirty days', async () => {
  const { team, id, at } = await open();
  await at.mark(0, 11);
  await round();
  await removeOldDeliveries(new Date());
  expect((await findDeliveries(team.owner, id)).items).toHaveLength(1);
  await removeOldDeliveries(later(31 * 86_400));
  expect((await findDeliveries(team.owner, id)).items).toEqual([]);
});

it('reads of the log what it shows and no more', async () => {
  const webhookId = randomUUID();
  const now = Date.now();
  const { id: teamId, owner } = await makeTeam();
  const common = { createdById: owner.userId, createdAt: new Date(now), sweptAt: new Date(now) };
  await db.webhook.create({
    data: { id: webhookId, teamId, address: 'https://told.example/', kinds: [], secret: '', ...common },
  });
  await db.webhookDelivery.createMany({
    data: Array.from({ length: 300 }, (_, at) => ({
      id: randomUUID(),
      webhookId,
      type: 'ping',
      actorId: owner.userId,
      createdAt: new Date(now - at * 1_000),
    })),
  });
  const asked = vi.spyOn(pg.Client.prototype, 'query');
  const { items, next } = await findDeliveries(owner, webhookId, { limit: 10 });
  const lists = asked.mock.calls
    .map(([query]) => JSON.stringify(query))
    .filter((sql) => sql.includes('ORDER BY'));
  asked.mockRestore();
  expect(items).toHaveLength(10);
  expect(next).not.toBeNull();
  expect(lists).toHaveLength(1);
  expect(lists[0]).toContain('LIMIT');
});
