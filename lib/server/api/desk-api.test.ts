import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { makeArticle } from '@/prisma/builders/article';
import { makeTeam } from '@/prisma/builders/team';
import { writeNextExport } from '../exports/write-next-export';
import { exportArticle } from '../reports/export-article';
import { exportQuery } from '../reports/export-query';
import { expectRefusal } from '../testing/api';
import { command, desk, portStatistics } from '../testing/commands';
import { asking, bearer, type Client, exampleOf, handlerOf } from '../testing/rest';
import { routes } from './routes';

let team: Awaited<ReturnType<typeof makeTeam>>;
let owner: Client;
/** An id for each parameter that an address has. */
const ids: Record<string, string> = { number: '1', seq: '1' };
const ask = asking(ids);

beforeAll(async () => {
  team = await makeTeam();
  owner = await bearer(team.owner, 'admin');
  const { articleId, revisionId } = await makeArticle(team.owner, { text: 'The port grew by 40 percent.' });
  const at = desk(team.owner, articleId, revisionId);
  const annotationId = await at.mark(0, 27);
  await at.note(annotationId, 'Fourteen.');
  await at.flag(annotationId);
  const { body: source } = await owner('POST', await handlerOf('post', '/sources'), {
    json: exampleOf('post', '/sources'),
  });
  const evidenceId = randomUUID();
  await at.run(
    command({
      type: 'evidence.create',
      annotationId,
      evidenceId,
      fields: { ...portStatistics, sourceId: source.id },
    }),
  );
  const sessionId = randomUUID();
  const fields = {
    goal: 'Check it',
    deadlineAt: null,
    participantIds: [team.editor.userId],
    firstCome: false,
  };
  await at.run({ type: 'session.open', sessionId, fields });
  Object.assign(ids, { articleId, annotationId, evidenceId, sourceId: source.id, sessionId });
});

it('answers every list and every thing in the shape that the document gives', async () => {
  const queries: Record<string, string> = { '/sessions/{sessionId}/export': 'format=json' };
  const needing =
    /linkId|fileId|captureId|presetId|contactId|exportId|webhookId|itemId|\/events|\/export$|openapi/;
  const read = routes.filter(({ method, path }) => method === 'get' && !needing.test(path));
  expect(read.length).toBeGreaterThan(30);
  for (const { method, path } of read) {
    const { status } = await ask(owner, method, path, { query: queries[path] ?? '' });
    expect(status, path).toBe(200);
  }
  expect((await ask(owner, 'get', '/queue', { query: 'split=open' })).body.items).toHaveLength(1);
  expect((await ask(owner, 'get', '/sources/{sourceId}/uses')).body.items).toHaveLength(1);
  expect((await ask(await bearer(team.editor, 'read'), 'get', '/inbox')).body).toMatchObject({
    unread: 1,
    items: [{ kind: 'session_invitation' }],
  });
  expect((await ask(owner, 'get', '/team')).body).toMatchObject({
    me: { role: 'owner' },
    scales: expect.arrayContaining([expect.objectContaining({ isPreset: true })]),
  });
});

it('shares a report, publishes it, corrects it and takes it back', async () => {
  const made = await ask(owner, 'post', '/articles/{articleId}/share-links', { json: { view: 'public' } });
  expect(made.status).toBe(201);
  expect(made.body.url).toContain('/share/');
  const links = await ask(owner, 'get', '/articles/{articleId}/share-links');
  expect(links.body.items).toMatchObject([{ id: made.body.id, view: 'public' }]);
  ids.linkId = made.body.id;
  expect((await ask(owner, 'delete', '/articles/{articleId}/share-links/{linkId}')).status).toBe(204);
  expect((await ask(owner, 'get', '/articles/{articleId}/share-links')).body.items).toEqual([]);

  const path = '/articles/{articleId}/publication';
  const first = await ask(owner, 'put', path, { json: { version: 0 } });
  expect(first).toMatchObject({ status: 200, body: { version: 1, withdrawnAt: null, corrections: [] } });
  expectRefusal(await ask(owner, 'put', path, { json: { version: 0 } }), 409);
  const corrected = await ask(owner, 'put', path, { json: { version: 1, correction: 'By 14 percent.' } });
  expect(corrected.body).toMatchObject({ version: 2, corrections: [{ text: 'By 14 percent.' }] });
  const taken = await ask(owner, 'delete', `${path}/versions/{number}`, { query: 'version=2' });
  expect(taken.body).toMatchObject({
    version: 3,
    number: 2,
    earlier: [{ number: 1, gone: { because: 'taken_away' } }],
  });
  expectRefusal(await ask(owner, 'delete', `${path}/versions/{number}`, { query: 'version=2' }), 409);
  const withdrawn = await ask(owner, 'delete', path, { query: 'version=3' });
  expect(withdrawn.body).toMatchObject({ version: 4, withdrawnAt: expect.any(String) });
  const seen = await ask(await bearer(team.viewer, 'read'), 'get', path);
  expect(seen.body.publication).toMatchObject({ version: 4 });
});

it('has a report written in the background and fetched by whoever asked', async () => {
  const asked = await ask(owner, 'post', '/articles/{articleId}/exports', { json: { format: 'markdown' } });
  expect(asked).toMatchObject({ status: 202, body: { state: 'waiting' } });
  ids.exportId = asked.body.id;
  await writeNextExport();
  expect((await ask(owner, 'get', '/exports/{exportId}')).body).toMatchObject({ state: 'ready', share: 100 });
  expect((await ask(owner, 'get', '/articles/{articleId}/exports')).body.items).toHaveLength(1);
  expect((await ask(owner, 'delete', '/exports/{exportId}')).body).toMatchObject({ state: 'ready' });
  expectRefusal(await ask(await bearer(team.editor, 'admin'), 'get', '/exports/{exportId}'), 404);
});

it('looks at an exported article before it comes in, and says whether the file is as it was signed', async () => {
  const query = exportQuery.parse({ format: 'json' });
  const words = await (await exportArticle(team.owner, ids.articleId ?? '', query)).text();
  const look = (content: string) => {
    const form = new FormData();
    form.set('file', new File([content], 'port.galley.json'));
    return ask(owner, 'post', '/imports/galley', { form });
  };
  const ours = { isOurs: true, fingerprint: expect.stringMatching(/^[\w-]{16}$/), team: 'The Courier' };
  const before = await db.article.count();
  expect((await look(words)).body).toMatchObject({
    proof: { outcome: 'genuine', ...ours },
    annotations: 1,
    isWhole: true,
  });
  const altered = await look(words.replace('Fourteen.', 'Forty.'));
  expect(altered).toMatchObject({ status: 200, body: { proof: { outcome: 'altered', ...ours } } });
  const unsigned = await look(words.replace(/,"galleyProof":"[^"]*"/, ''));
  expect(unsigned.body).toMatchObject({ proof: { outcome: 'unsigned' } });
  const forged = await look(words.replace(/("galleyProof":"[^."]*\.)./, (_, head) => `${head}_`));
  expect(forged.body).toMatchObject({ proof: { outcome: 'forged' } });
  expectRefusal(await look('{}'), 422);
  expectRefusal(await ask(owner, 'post', '/imports/galley', { form: new FormData() }), 422);
  expect(await db.article.count()).toBe(before);
});

it('keeps presets, views, files, sources and contacts', async () => {
  ids.presetId = randomUUID();
  const preset = exampleOf('put', '/report-presets/{presetId}');
  expect((await ask(owner, 'put', '/report-presets/{presetId}', { json: preset })).status).toBe(204);
  expect((await ask(owner, 'get', '/report-presets')).body.items).toMatchObject([
    { name: 'For the lawyers' },
  ]);
  expect((await ask(owner, 'delete', '/report-presets/{presetId}')).status).toBe(204);
  expect((await ask(owner, 'get', '/report-presets')).body.items).toEqual([]);

  ids.viewId = randomUUID();
  const view = exampleOf('put', '/queue/views/{viewId}');
  expect((await ask(owner, 'put', '/queue/views/{viewId}', { json: view })).status).toBe(204);
  expect((await ask(owner, 'get', '/queue/views')).body.items).toMatchObject([{ name: 'Urgent' }]);
  expect((await ask(owner, 'delete', '/queue/views/{viewId}')).status).toBe(204);
  const snooze = { annotationIds: [ids.annotationId], until: new Date(Date.now() + 3_600_000).toISOString() };
  expect((await ask(owner, 'put', '/articles/{articleId}/snoozes', { json: snooze })).status).toBe(204);
  expect((await ask(owner, 'get', '/queue', { query: 'split=snoozed' })).body.items).toHaveLength(1);

  const form = new FormData();
  form.set('file', new File([Buffer.from('\x89PNG\r\n\x1a\nport', 'latin1')], 'page.png'));
  const file = await ask(owner, 'post', '/articles/{articleId}/files', { form });
  expect(file).toMatchObject({ status: 201, body: { name: 'page.png', type: 'image/png' } });
  expectRefusal(await ask(owner, 'post', '/articles/{articleId}/files', { form: new FormData() }), 422);

  const changed = { ...(exampleOf('put', '/sources/{sourceId}') as object), title: 'Harbour office' };
  const source = await ask(owner, 'put', '/sources/{sourceId}', { json: changed });
  expect(source).toMatchObject({ status: 200, body: { title: 'Harbour office', version: 2, uses: 1 } });
  expectRefusal(await ask(owner, 'put', '/sources/{sourceId}', { json: changed }), 409);

  const made = await ask(owner, 'post', '/contacts', { json: exampleOf('post', '/contacts') });
  ids.contactId = made.body.id;
  const contact = { ...(exampleOf('put', '/contacts/{contactId}') as object), name: 'A captain' };
  expect((await ask(owner, 'put', '/contacts/{contactId}', { json: contact })).status).toBe(204);
  expect((await ask(owner, 'get', '/contacts')).body.items).toMatchObject([{ name: 'A captain', uses: 0 }]);
  expect((await ask(await bearer(team.editor, 'admin'), 'get', '/contacts')).body.items).toEqual([]);
});

it('invites people, changes their roles, and keeps the webhooks', async () => {
  const invited = await ask(owner, 'post', '/team/invitations', {
    json: { email: `${randomUUID()}@example.org`, role: 'viewer' },
  });
  expect(invited.status).toBe(201);
  const { invitations } = (await ask(owner, 'get', '/team')).body;
  ids.invitationId = invitations[0].id;
  expect((await ask(owner, 'delete', '/team/invitations/{invitationId}')).status).toBe(204);
  expect((await ask(owner, 'get', '/team')).body.invitations).toEqual([]);

  ids.userId = team.reviewer.userId;
  const member = async () =>
    db.membership.findFirstOrThrow({ where: { teamId: team.id, userId: team.reviewer.userId } });
  await ask(owner, 'patch', '/team/members/{userId}', { json: { role: 'viewer', isDisabled: true } });
  expect(await member()).toMatchObject({ role: 'viewer', disabledAt: expect.any(Date) });
  await ask(owner, 'patch', '/team/members/{userId}', { json: { role: 'reviewer', isDisabled: false } });
  expect(await member()).toMatchObject({ role: 'reviewer', disabledAt: null });

  const hook = await ask(owner, 'post', '/webhooks', { json: exampleOf('post', '/webhooks') });
  expect(hook.body.secret).toMatch(/^whsec_/);
  ids.webhookId = (await ask(owner, 'get', '/webhooks')).body.items[0].id;
  expect((await ask(owner, 'post', '/webhooks/{webhookId}/tries')).status).toBe(204);
  const told = await ask(owner, 'get', '/webhooks/{webhookId}/deliveries');
  expect(told.body.items).toMatchObject([{ type: 'ping', tries: 0 }]);
  ids.deliveryId = told.body.items[0].id;
  expect((await ask(owner, 'post', '/deliveries/{deliveryId}/tries')).status).toBe(204);
  expect((await ask(owner, 'delete', '/webhooks/{webhookId}')).status).toBe(204);
  expectRefusal(await ask(owner, 'post', '/webhooks/{webhookId}/tries'), 404);
});
