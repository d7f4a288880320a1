import { randomUUID } from 'node:crypto';
import type { Actor } from '@/lib/domain/actor';
import { plainToRichText } from '@/lib/domain/rich-text';
import { makeArticle } from '@/prisma/builders/article';
import { buildMember, makeTeam } from '@/prisma/builders/team';
import { uploadFile } from '../files/upload-file';
import { desk, portStatistics } from './commands';
import { asking, bearer, exampleOf } from './rest';

const lines = [
  'The port grew by 40 percent.',
  'The port grew by 41 percent.',
  'The port grew by 42 percent.',
];
const text = lines.join('\n\n');

/**
 * A team with at least three of everything that REST v1 lists, and an id for each parameter that an address has. What
 * belongs to one person is the reviewer's, what takes an owner the owner's.
 */
export async function makeWholeDesk() {
  const team = await makeTeam();
  const spare = await buildMember(team.id, { name: 'Somebody else', role: 'viewer' });
  const ids: Record<string, string> = { number: '1', seq: '4', userId: spare.userId };
  const [owner, reviewer] = [await bearer(team.owner, 'admin'), await bearer(team.reviewer, 'admin')];
  const ask = asking(ids);
  /** Does what is described three times, with an id of its own each time where the address has one. */
  const thrice = async (method: 'post' | 'put', path: string, name?: string) => {
    const made = [];
    for (const number of [1, 2, 3]) {
      if (name !== undefined) ids[name] = randomUUID();
      const json = { ...(exampleOf(method, path) as object), ...variety(path, number) };
      made.push((await ask(/webhook|team|share/.test(path) ? owner : reviewer, method, path, { json })).body);
    }
    return made.at(-1);
  };

  const sourceId: string = (await thrice('post', '/sources')).id;
  ids.sourceId = sourceId;
  const earlier = await makeDesk(team);
  const main = await makeDesk(team);
  await makeDesk(team);
  ids.articleId = main.articleId;
  ids.sessionId = main.sessionId;
  ids.annotationId = main.claims[0] ?? '';
  const { at } = main;
  ids.itemId = await at.note(ids.annotationId, 'Fourteen.');
  for (const version of [1, 2])
    await at.run({
      type: 'note.change',
      annotationId: ids.annotationId,
      noteId: ids.itemId,
      version,
      body: plainToRichText(`Fifteen, ${version}.`),
    });
  ids.evidenceId = await at.attach(ids.annotationId);
  for (const version of [1, 2])
    await at.run({
      type: 'evidence.change',
      annotationId: ids.annotationId,
      evidenceId: ids.evidenceId,
      version,
      changes: { locator: `p. ${version}` },
    });
  for (const annotationId of earlier.claims.slice(0, 1))
    for (const _ of lines) {
      const reusedFromId = await earlier.at.attach(annotationId);
      const evidenceId = randomUUID();
      const fields = { ...portStatistics, reusedFromId, sourceId };
      await at.run({ type: 'evidence.create', annotationId: ids.annotationId, evidenceId, fields });
      const json = { evidenceId };
      ids.captureId = (await ask(reviewer, 'post', '/annotations/{annotationId}/captures', { json })).body.id;
    }
  for (const annotationId of main.claims)
    await desk(team.owner, main.articleId, main.revisionId).run({
      type: 'session.call_vote',
      sessionId: main.sessionId,
      ballotId: randomUUID(),
      annotationId,
    });
  for (const party of ['The port', 'The mayor', 'The captain'])
    await at.run({
      type: 'reply_request.create',
      requestId: randomUUID(),
      fields: { party, question: 'Is it so?', askedOn: '2026-03-03', way: 'email', deadlineOn: null },
    });
  for (const content of ['And more.', 'And still more.'])
    await ask(owner, 'post', '/articles/{articleId}/revisions', {
      json: { format: 'text', content, mode: 'append' },
    });
  ids.fileId = randomUUID();
  await uploadFile(team.reviewer, main.articleId, {
    id: ids.fileId,
    name: 'page.png',
    bytes: Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
  });
  ids.contactId = (await thrice('post', '/contacts')).id;
  await thrice('put', '/queue/views/{viewId}', 'viewId');
  await thrice('put', '/report-presets/{presetId}', 'presetId');
  ids.linkId = (await thrice('post', '/articles/{articleId}/share-links')).id;
  ids.exportId = (await thrice('post', '/articles/{articleId}/exports')).id;
  await thrice('post', '/team/invitations');
  ids.invitationId = (await ask(owner, 'get', '/team/invitations')).body.items[0].id;
  ids.scaleId = (
    await ask(owner, 'post', '/team/scales', { json: exampleOf('post', '/team/scales') })
  ).body.id;
  await thrice('post', '/webhooks');
  ids.webhookId = (await ask(owner, 'get', '/webhooks')).body.items[0].id;
  for (const _ of lines) await ask(owner, 'post', '/webhooks/{webhookId}/tries');
  ids.deliveryId = (await ask(owner, 'get', '/webhooks/{webhookId}/deliveries')).body.items[0].id;
  return { team, ids, ask, owner, reviewer };
}

type Team = Readonly<Record<'owner' | 'reviewer', Actor>>;

/** An article of three claims, all flagged, with a session on it. */
async function makeDesk({ owner, reviewer }: Team) {
  const { articleId, revisionId } = await makeArticle(reviewer, { text });
  const at = desk(reviewer, articleId, revisionId);
  const claims: string[] = [];
  for (const line of lines) claims.push(await at.mark(text.indexOf(line), text.indexOf(line) + line.length));
  for (const id of claims) await at.flag(id);
  const sessionId = randomUUID();
  await desk(owner, articleId, revisionId).run({
    type: 'session.open',
    sessionId,
    fields: { goal: 'Check it', deadlineAt: null, participantIds: [reviewer.userId], firstCome: false },
  });
  return { articleId, revisionId, at, claims, sessionId };
}

/** What must not be the same twice. */
function variety(path: string, number: number): object {
  if (path.endsWith('/invitations')) return { email: `guest-${number}-${randomUUID()}@example.org` };
  return path.endsWith('Id}') ? { name: `Number ${number}` } : {};
}
