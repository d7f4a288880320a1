import { type GalleyEvent, galleyClient } from '@/docs/api/galley-client';
import { createApiToken } from '@/lib/server/team/create-api-token';
import { expect, origin, test } from './support/test';

test('the client in the docs imports, marks, notes, flags, follows and exports', async ({ team }) => {
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
  const html = new TextDecoder().decode(await galley.exportReport(article.id));
  expect(html).toContain('The annual report says 30 percent.');
  expect(html).toContain('name="galley-proof"');
  const titles: string[] = [];
  for await (const { title } of galley.articles('port')) titles.push(title);
  expect(titles).toEqual(['The port']);
  await expect(galley.annotate(article.id, { mark: 'claim', exact: 'not in it' })).rejects.toMatchObject({
    name: 'GalleyRefusal',
    status: 422,
  });
});
