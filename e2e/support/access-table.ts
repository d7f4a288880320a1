import { randomUUID } from 'node:crypto';
import type { Action } from '@/lib/domain/policy';
import { plainArrangement } from '@/lib/domain/report/report-arrangement';
import { plainDetails, plainDoc } from '@/prisma/builders/article';

/** What a request is about: an article of the team with an annotation that its editor made. */
export type Thing = {
  readonly articleId: string;
  readonly revisionId: string;
  readonly annotationId: string;
  readonly sourceId: string;
  readonly fileId: string;
  /** A closed session on the article, its latest. */
  readonly sessionId: string;
};

/** One door and one thing that can be asked there. */
export type Row = {
  /** Method and address, parameters in brackets as in the folders of `app`. */
  readonly door: string;
  /** What the rule book is asked; `public` needs nobody to be signed in. */
  readonly needs: Action | 'public';
  /** The status when it is allowed. */
  readonly ok: number;
  readonly query?: string;
  /** The body, which makes it a change of an article or of the list of articles. */
  readonly json?: (thing: Thing) => unknown;
  /** A file instead: sent as a form, kept for evidence, no change of the article. */
  readonly file?: () => { readonly fileId: string; readonly name: string; readonly bytes: string };
  /** A form instead, whose `file` is what it holds: it makes an article. */
  readonly form?: () => { readonly commandId: string; readonly file: string };
  /** A body that changes nothing. */
  readonly isHarmless?: true;
  /** Programs with a bearer token are refused. */
  readonly isForBrowsers?: true;
};

const note = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Seen.' }] }] };
const passage = { start: 0, end: 3 };

function command(needs: Action, make: (thing: Thing) => object): Row {
  const json = (thing: Thing) => ({ commandId: randomUUID(), ...make(thing) });
  return { door: 'POST /api/articles/[articleId]/commands', needs, ok: 200, json };
}

/**
 * Every door of the app’s own API, most of them once, the command door once for each rule. Those of REST v1 are in the
 * table that its description is made of, and rest-table.test.ts knocks at each as everybody.
 */
export const rows: readonly Row[] = [
  { door: 'GET /api/health/live', needs: 'public', ok: 200 },
  { door: 'GET /api/health/ready', needs: 'public', ok: 200 },
  { door: 'GET /api/[...unknown]', needs: 'public', ok: 404 },
  { door: 'GET /api/articles', needs: 'article.read', ok: 200 },
  { door: 'GET /api/device-key', needs: 'article.read', ok: 200, isForBrowsers: true },
  { door: 'GET /api/people', needs: 'team.read', ok: 200, query: 'search=a' },
  { door: 'GET /api/queue', needs: 'queue.read', ok: 200, query: 'split=open' },
  { door: 'GET /api/queue/counts', needs: 'queue.read', ok: 200 },
  { door: 'GET /api/inbox', needs: 'inbox.use', ok: 200, query: 'split=all' },
  {
    door: 'POST /api/inbox',
    needs: 'inbox.use',
    ok: 200,
    json: () => ({ act: 'read_all' }),
    isHarmless: true,
  },
  {
    door: 'GET /api/articles/[articleId]/versions',
    needs: 'article.read',
    ok: 200,
    query: `itemId=${randomUUID()}`,
  },
  { door: 'GET /api/contacts', needs: 'contact.read', ok: 200 },
  { door: 'GET /api/sources', needs: 'source.read', ok: 200 },
  {
    door: 'POST /api/sources',
    needs: 'source.create',
    ok: 201,
    json: () => ({
      sourceId: randomUUID(),
      fields: {
        title: 'Port authority',
        address: null,
        type: 'dataset',
        tier: 'primary',
        independenceGroup: null,
        note: null,
      },
    }),
  },
  { door: 'GET /api/sources/[sourceId]/uses', needs: 'source.read', ok: 200 },
  {
    door: 'PUT /api/queue/views/[viewId]',
    needs: 'queue.read',
    ok: 204,
    json: () => ({ name: 'Urgent', look: { split: 'open', sort: 'overdue', priority: 'urgent' } }),
  },
  { door: 'DELETE /api/queue/views/[viewId]', needs: 'queue.read', ok: 204 },
  {
    door: 'PUT /api/report-presets/[presetId]',
    needs: 'report.save_preset',
    ok: 204,
    json: () => ({ name: 'For the lawyers', arrangement: plainArrangement }),
  },
  { door: 'DELETE /api/report-presets/[presetId]', needs: 'report.save_preset', ok: 204 },
  { door: 'GET /api/annotations/[annotationId]/matches', needs: 'queue.read', ok: 200 },
  { door: 'GET /api/annotations/[annotationId]/origins', needs: 'article.read', ok: 200 },
  { door: 'GET /api/articles/[articleId]/open-claims', needs: 'claims.hand_out', ok: 200 },
  {
    door: 'PUT /api/articles/[articleId]/snoozes',
    needs: 'queue.read',
    ok: 204,
    json: ({ annotationId }) => ({
      annotationIds: [annotationId],
      until: new Date(Date.now() + 3_600_000).toISOString(),
    }),
  },
  {
    door: 'POST /api/articles/[articleId]/files',
    needs: 'evidence.create',
    ok: 201,
    file: () => ({ fileId: randomUUID(), name: 'page.png', bytes: '\x89PNG\r\n\x1a\n' }),
  },
  { door: 'GET /api/articles/[articleId]/files/[fileId]', needs: 'article.read', ok: 200 },
  { door: 'GET /api/annotations/[annotationId]/captures', needs: 'article.read', ok: 200 },
  // no such evidence: who may not capture any hears that first
  {
    door: 'POST /api/annotations/[annotationId]/captures',
    needs: 'evidence.change',
    ok: 404,
    json: () => ({ evidenceId: randomUUID() }),
    isHarmless: true,
  },
  { door: 'GET /api/annotations/[annotationId]/captures/[captureId]', needs: 'article.read', ok: 404 },
  {
    door: 'DELETE /api/annotations/[annotationId]/captures/[captureId]',
    needs: 'evidence.change',
    ok: 404,
    isHarmless: true,
  },
  { door: 'GET /api/articles/[articleId]', needs: 'article.read', ok: 200 },
  { door: 'GET /api/articles/[articleId]/revisions/[number]', needs: 'article.read', ok: 200 },
  {
    door: 'POST /api/articles/[articleId]/revisions',
    needs: 'article.revise',
    ok: 201,
    json: ({ revisionId }) => ({
      commandId: randomUUID(),
      type: 'article.revise',
      baseRevisionId: revisionId,
      revisionId: randomUUID(),
      doc: plainDoc('A new paragraph.'),
      edits: null,
      source: 'edited',
      reason: 'Corrected.',
    }),
  },
  {
    door: 'POST /api/articles/[articleId]/additions',
    needs: 'article.append',
    ok: 201,
    json: () => ({ commandId: randomUUID(), format: 'text', content: 'One more paragraph.' }),
  },
  { door: 'GET /api/articles/[articleId]/events', needs: 'article.read', ok: 200 },
  {
    door: 'POST /api/articles/[articleId]/presence',
    needs: 'article.read',
    ok: 204,
    json: () => ({
      client: randomUUID(),
      at: { view: 0, passage: { start: 0, end: 3 }, annotationId: null, isWriting: false },
    }),
    isHarmless: true,
  },
  { door: 'GET /api/me/events', needs: 'inbox.use', ok: 200 },
  { door: 'GET /api/me/team-rules', needs: 'article.read', ok: 200 },
  { door: 'GET /api/articles/[articleId]/export', needs: 'report.export', ok: 200, query: 'format=json' },
  {
    door: 'POST /api/imports',
    needs: 'article.import',
    ok: 200,
    json: () => ({ format: 'text', content: 'A headline\n\nA paragraph.' }),
    isHarmless: true,
  },
  {
    door: 'POST /api/imports/save',
    needs: 'article.import',
    ok: 201,
    json: () => ({
      articleId: randomUUID(),
      commandId: randomUUID(),
      details: plainDetails('A headline'),
      doc: plainDoc('A headline\n\nA paragraph.'),
    }),
  },
  {
    door: 'POST /api/imports/galley',
    needs: 'article.import',
    ok: 201,
    form: () => ({ commandId: randomUUID(), file: galleyFile }),
  },
  {
    door: 'POST /api/articles/[articleId]/bring-back',
    needs: 'annotation.create',
    ok: 200,
    json: () => ({
      content: JSON.stringify([
        { target: { selector: { type: 'TextQuoteSelector', exact: 'words of nowhere' } } },
      ]),
    }),
  },
  command('annotation.create', ({ revisionId }) => ({
    type: 'annotation.create',
    annotationId: randomUUID(),
    revisionId,
    mark: 'claim',
    passage,
  })),
  command('annotation.delete', ({ annotationId }) => ({
    type: 'annotation.delete',
    annotationId,
    version: 1,
  })),
  command('article.sign_off', ({ revisionId }) => ({
    type: 'article.sign_off',
    revisionId,
    waivers: [],
    overrideReason: null,
  })),
  command('note.create', ({ annotationId }) => ({
    type: 'note.create',
    annotationId,
    noteId: randomUUID(),
    body: note,
  })),
  command('check.plan', ({ annotationId }) => ({
    type: 'check.plan',
    annotationId,
    version: 1,
    changes: { priority: 'high' },
  })),
  command('check.begin', ({ annotationId }) => ({ type: 'check.begin', annotationId, version: 1 })),
  command('article.sign_off', ({ revisionId }) => ({
    type: 'article.sign_off',
    revisionId,
    waivers: [],
    overrideReason: 'It must be printed tonight.',
  })),
  command('article.change', () => ({
    type: 'article.change',
    version: 1,
    changes: { title: 'Another title' },
  })),
  command('article.delete', () => ({ type: 'article.delete' })),
  command('session.open', () => ({
    type: 'session.open',
    sessionId: randomUUID(),
    fields: { goal: 'Check it', deadlineAt: null, participantIds: [], firstCome: false },
  })),
  command('session.reopen', ({ sessionId }) => ({ type: 'session.reopen', sessionId, version: 2 })),
  {
    door: 'GET /api/sessions/[sessionId]/export',
    needs: 'report.export',
    ok: 200,
    query: 'format=json',
  },
];

/** Doors that are next-auth's own: they let people in and out and show nothing of any team. */
export const doorsOfSignIn = ['GET /api/auth/[...nextauth]', 'POST /api/auth/[...nextauth]'];

/** What stands open to whoever has its address; report-lifecycle.spec.ts tells what they answer. */
export const doorsOfReaders = [
  'GET /reports/[slug]',
  'GET /reports/[slug]/embed',
  'GET /reports/[slug]/picture',
  'GET /reports/[slug]/versions/[number]',
  'GET /share/[token]',
  'GET /shared/[linkId]',
];

/** Pages, and whether one must be signed in to see them. */
export const pages: readonly { readonly address: string; readonly isPublic: boolean }[] = [
  { address: '/', isPublic: false },
  { address: '/account', isPublic: false },
  { address: '/articles', isPublic: false },
  { address: '/articles/[articleId]', isPublic: false },
  { address: '/articles/[articleId]/bring-back', isPublic: false },
  { address: '/articles/[articleId]/compare', isPublic: false },
  { address: '/articles/[articleId]/edit', isPublic: false },
  { address: '/articles/[articleId]/history', isPublic: false },
  { address: '/articles/[articleId]/history/[seq]', isPublic: false },
  { address: '/articles/[articleId]/report', isPublic: false },
  { address: '/articles/[articleId]/share', isPublic: false },
  { address: '/articles/[articleId]/revisions', isPublic: false },
  { address: '/articles/[articleId]/revisions/[number]', isPublic: false },
  { address: '/articles/new', isPublic: false },
  { address: '/dashboard', isPublic: false },
  { address: '/inbox', isPublic: false },
  { address: '/invitation', isPublic: true },
  { address: '/queue', isPublic: false },
  { address: '/reset', isPublic: true },
  { address: '/sessions', isPublic: false },
  { address: '/sessions/[sessionId]', isPublic: false },
  { address: '/setup', isPublic: true },
  { address: '/sign-in', isPublic: true },
  { address: '/sources', isPublic: false },
  { address: '/sources/[sourceId]', isPublic: false },
  { address: '/sources/contacts', isPublic: false },
  { address: '/sources/new', isPublic: false },
  { address: '/team', isPublic: false },
  { address: '/team/webhooks', isPublic: false },
  { address: '/verify', isPublic: true },
];

/** Method and path of a door for a thing. */
export function requestTo(door: string, thing: Thing): { readonly method: string; readonly path: string } {
  const [method = '', address = ''] = door.split(' ');
  return { method, path: pathOf(address, thing) };
}

/** An address with its parameters filled in. */
export function pathOf(
  address: string,
  { articleId, annotationId, sourceId, fileId, sessionId }: Thing,
): string {
  return address
    .replace('[articleId]', articleId)
    .replace('[annotationId]', annotationId)
    .replace('[sourceId]', sourceId)
    .replace('[sessionId]', sessionId)
    .replace('[viewId]', randomUUID())
    .replace('[exportId]', randomUUID())
    .replace(/\[(link|contact|invitation|user|webhook|delivery|scale|item)Id\]/, () => randomUUID())
    .replace('[presetId]', randomUUID())
    .replace('[seq]', '1')
    .replace('[fileId]', fileId)
    .replace('[captureId]', randomUUID())
    .replace('[number]', '1');
}

/** Whether an address names something of one team. */
export const isOfTeam = (address: string): boolean =>
  /\[(articleId|annotationId|sourceId|sessionId)\]/.test(address);

const text = 'A headline\n\nA paragraph.';
const galleyFile = JSON.stringify({
  format: 'galley-article',
  version: 1,
  exportedAt: '2026-03-14T12:00:00.000Z',
  team: 'Elsewhere',
  article: { id: randomUUID(), ...plainDetails('A headline') },
  revision: {
    number: 1,
    hash: '0'.repeat(64),
    text,
    doc: plainDoc(text),
    createdAt: '2026-03-14T12:00:00.000Z',
  },
  record: { seq: 1, hash: '' },
  people: [],
  annotations: [],
});
