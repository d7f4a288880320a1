import { execFile } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { generate } from 'openapi-typescript-codegen';
import { type GalleyEvent, galleyClient, isFromGalley } from '@/docs/api/galley-client';
import { db } from '@/lib/db/client';
import { createApiToken } from '@/lib/server/team/create-api-token';
import { makeHarbour, markWords } from './support/articles';
import { expect, origin, test } from './support/test';
import { startWeb } from './support/web';

test('the client in the docs imports, marks, notes, flags, hands out, follows, looks back and exports', async ({
  team,
}) => {
  const token = await createApiToken(team.editor, { name: 'Docs', scope: 'annotate', life: '30' });
  const galley = galleyClient({ url: `${origin()}/`, token });
  const article = await galley.importText('The port', 'The port grew by 40 percent.');
  const stop = new AbortController();
  const heard: GalleyEvent[] = [];
  const following = (async () => {
    for await (const event of galley.events(article.id, article.seq, stop.signal)) heard.push(event);
  })().catch((error: unknown) => expect(String(error)).toContain('abort'));
  const annotation = await galley.annotate(article.id, { mark: 'claim', exact: 'grew by 40 percent' });
  expect(annotation).toMatchObject({ mark: 'claim', exact: 'grew by 40 percent', version: 1 });
  await galley.addNote(annotation.id, 'The annual report says 30 percent.');
  const fields = { reason: 'Two figures.', priority: 'high' };
  const { event } = await galley.command(article.id, {
    type: 'flag.raise',
    annotationId: annotation.id,
    flagId: crypto.randomUUID(),
    fields,
  });
  expect(event.body.type).toBe('flag.raised');
  const types = () => heard.map(({ body }) => body.type);
  await expect.poll(types).toEqual(['annotation.created', 'note.created', 'flag.raised']);
  stop.abort();
  await following;
  expect(await galley.me()).toMatchObject({
    name: team.editor.name,
    scope: 'annotate',
    team: { id: team.id },
  });
  const preview = await galley.handOut(article.id, [team.reviewer.userId], true);
  expect(preview).toMatchObject({ items: [{ annotationId: annotation.id, version: null }], left: 0 });
  const [handed] = (await galley.handOut(article.id, [team.reviewer.userId])).items;
  expect(handed).toMatchObject({ assigneeId: team.reviewer.userId, refusal: null });
  if (handed !== undefined) await galley.takeBack(article.id, handed);
  expect((await galley.handOut(article.id, [team.reviewer.userId], true)).left).toBe(0);
  const seqs: number[] = [];
  for await (const line of galley.list<{ readonly event: GalleyEvent }>(
    `/articles/${article.id}/history?limit=2`,
  ))
    seqs.push(line.event.seq);
  expect(seqs).toEqual([6, 5, 4, 3, 2, 1]);
  const before: unknown[] = [];
  for await (const mark of galley.annotationsAt(article.id, 1)) before.push(mark);
  expect(before).toEqual([]);
  expect(await galley.call('GET', '/team/rules')).toMatchObject({ isBlind: false });
  const html = new TextDecoder().decode(await galley.exportReport(article.id));
  expect(html).toContain('The annual report says 30 percent.');
  expect(html).toContain('<!-- galley-proof ');
  const titles: string[] = [];
  for await (const { title } of galley.articles('port')) titles.push(title);
  expect(titles).toEqual(['The port']);
  await expect(galley.annotate(article.id, { mark: 'claim', exact: 'not in it' })).rejects.toMatchObject({
    name: 'GalleyRefusal',
    status: 422,
  });
});

test('a client that others generate from the document is sound to the compiler and works', async ({
  team,
}) => {
  const folder = join(import.meta.dirname, 'generated-client');
  const output = join(folder, 'client');
  await rm(output, { recursive: true, force: true });
  const document = await (await fetch(`${origin()}/api/v1/openapi.json`)).json();
  await generate({ input: document, output, httpClient: 'fetch', useOptions: true });
  const compiler = join(import.meta.dirname, '..', 'node_modules', 'typescript', 'bin', 'tsc');
  const compiled = await promisify(execFile)(process.execPath, [compiler, '-p', folder]).catch(
    (error: { readonly stdout: string }) => error,
  );
  expect(compiled.stdout).toBe('');
  // its types are only there once it is generated, so that the project itself cannot name it
  const { workOnArticle } = await import(`${folder}/calls.ts`);
  const token = await createApiToken(team.owner, { name: 'Generated', scope: 'admin', life: '30' });
  const came = await workOnArticle(origin(), token);
  expect(came).toMatchObject({
    mark: 'claim',
    queued: ['grew by 40 percent: Two figures.'],
    slug: expect.stringContaining('the-port-'),
    isWithdrawn: true,
    exportState: 'waiting',
    roles: expect.arrayContaining(['owner', 'editor', 'reviewer', 'viewer']),
    scale: 'Three steps, 2',
    compared: ['changed'],
    asOf: 0,
    mail: 'none',
    refused: 404,
  });
  expect(came.markdown).toContain('The annual report says 14.');
});

test('a program is told, signed, tried again when it fails, told again by hand, and told no more', async ({
  as,
  team,
}) => {
  test.setTimeout(90_000);
  let status = 500;
  const heard: { readonly body: string; readonly signature: string }[] = [];
  const web = await startWeb({
    '/galley': (request, response) => {
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
  try {
    const address = `${web.origin}/galley`;
    const page = await as('owner');
    await page.goto('/team');
    await page.getByRole('link', { name: 'Webhooks …' }).click();
    await page.getByRole('button', { name: 'Add a webhook' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add a webhook' });
    await dialog.getByLabel('Address').fill('http://169.254.169.254/latest/meta-data');
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(dialog.getByText(/only public web addresses/).first()).toBeVisible();
    await dialog.getByLabel('Address').fill(address);
    for (const kind of ['Notes', 'Evidence', 'Flags', 'Checks', 'Discussion', 'Sessions', 'Articles'])
      await dialog.getByLabel(kind, { exact: true }).uncheck();
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    const secret = await dialog.getByLabel('Secret that signs each request').inputValue();
    await dialog.getByRole('button', { name: 'Done' }).click();

    const article = await makeHarbour(team.editor);
    const annotationId = await markWords(team.reviewer, article, '40 percent');
    await expect.poll(() => heard.length, { timeout: 20_000 }).toBe(1);
    const [first = { body: '', signature: '' }] = heard;
    expect(JSON.parse(first.body)).toMatchObject({ type: 'annotation.created', annotationId });
    expect(first.body).not.toContain('40 percent');
    const [, time = '', sign = ''] = /^t=(\d+),v1=([0-9a-f]+)$/.exec(first.signature) ?? [];
    expect(sign).toBe(createHmac('sha256', secret).update(`${time}.${first.body}`).digest('hex'));
    expect(await isFromGalley(secret, first.signature, first.body)).toBe(true);
    expect(await isFromGalley(secret, first.signature, `${first.body} `)).toBe(false);
    expect(await isFromGalley(secret, first.signature, first.body, Date.now() + 600_000)).toBe(false);

    const log = page.getByRole('region', { name: `What ${address} was told lately` });
    const open = async () => {
      await page.goto('/team/webhooks');
      await page.getByRole('link', { name: `Log of ${address}` }).click();
      await expect(log).toBeVisible();
    };
    await open();
    await expect(log.getByRole('row').nth(1)).toContainText('annotation.created');
    await expect(log.getByText('refused, 500')).toBeVisible();
    // the ten seconds until the next try are over for it, as they would be in a while
    await db.webhookDelivery.updateMany({
      where: { webhook: { teamId: team.id } },
      data: { nextAt: new Date() },
    });
    await expect.poll(() => heard.length, { timeout: 20_000 }).toBe(2);
    status = 204;
    await open();
    await log.getByRole('button', { name: 'Send again' }).click();
    await expect(page.getByText('It is sent again.')).toBeVisible();
    await expect.poll(() => heard.length, { timeout: 20_000 }).toBe(3);
    expect(new Set(heard.map(({ body }) => body)).size).toBe(1);
    await open();
    await expect(log.getByText('delivered, 204')).toBeVisible();

    await page.getByRole('button', { name: `Remove ${address}` }).click();
    await expect(page.getByText('No address is told of anything.')).toBeVisible();
    await markWords(team.reviewer, article, 'the finest harbour on the coast', 'opinion');
    const queued = await db.webhookDelivery.count({ where: { webhook: { teamId: team.id } } });
    expect(queued).toBe(1);
    expect(heard).toHaveLength(3);
  } finally {
    await web.stop();
  }
});
