import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findDoors, findPages } from '@/e2e/support/addresses';
import { commandRequestSchema, commandSchema } from '@/lib/domain/commands';
import { type Action, actions } from '@/lib/domain/policy';
import { roles } from '@/lib/domain/team';
import { tokenScopes } from '@/lib/domain/token-scope';
import { commandActions } from './article-routes';
import { isOpenTo } from './route';
import { routes } from './routes';

const root = join(import.meta.dirname, '..', '..', '..');

/** What a screen does and shows, and where a program does and reads the same; or why it does not. */
type Way = readonly string[] | { readonly screenOnly: string };
const only = (screenOnly: string): Way => ({ screenOnly });
const password = only(
  'Passwords and second factors are proved at the screen: a token that leaked must not change them.',
);
const browser = only('It is about the sessions of a browser, of which a program has none.');
const token = only('A token that leaked must not make another, or hide that it was made.');
const door = only('It lets somebody in who has no account yet, or no way to sign in.');
const open = only('The public report, open to everybody at its own address.');
const link = only('It opens what somebody was given a link to.');
const commands = ['POST /articles/{articleId}/commands'];

const forms: Readonly<Record<string, Way>> = {
  changeNameAction: ['PATCH /me'],
  changeNotificationsAction: ['PUT /me/notifications'],
  changePasswordAction: password,
  beginSecondFactorAction: password,
  confirmSecondFactorAction: password,
  renewRecoveryCodesAction: password,
  removeSecondFactorAction: password,
  endSessionAction: browser,
  switchTeamAction: only('A token acts in one team; for another one a token is made there.'),
  createTokenAction: token,
  revokeTokenAction: token,
  saveSourceAction: ['POST /sources', 'PUT /sources/{sourceId}'],
  saveContactAction: ['POST /contacts', 'PUT /contacts/{contactId}'],
  inviteAction: ['POST /team/invitations'],
  withdrawAction: ['DELETE /team/invitations/{invitationId}', 'DELETE /articles/{articleId}/publication'],
  changeRoleAction: ['PATCH /team/members/{userId}'],
  setBeatAction: ['PATCH /team/members/{userId}'],
  disableAction: ['PATCH /team/members/{userId}'],
  enableAction: ['PATCH /team/members/{userId}'],
  resetLinkAction: password,
  renameTeamAction: ['PATCH /team'],
  admiraltyCodeAction: ['PATCH /team/rules'],
  recheckDaysAction: ['PATCH /team/rules'],
  requireOwnerFactorAction: ['PATCH /team/rules'],
  blindSecondCheckAction: ['PATCH /team/rules'],
  saveScaleAction: ['POST /team/scales', 'PUT /team/scales/{scaleId}'],
  chooseScaleAction: ['PATCH /team/rules'],
  archiveScaleAction: ['PATCH /team/scales/{scaleId}'],
  createWebhookAction: ['POST /webhooks'],
  removeWebhookAction: ['DELETE /webhooks/{webhookId}'],
  tryWebhookAction: ['POST /webhooks/{webhookId}/tries'],
  retryDeliveryAction: ['POST /deliveries/{deliveryId}/tries'],
  createShareLinkAction: ['POST /articles/{articleId}/share-links'],
  revokeShareLinkAction: ['DELETE /articles/{articleId}/share-links/{linkId}'],
  publishAction: ['PUT /articles/{articleId}/publication'],
  correctAction: ['PUT /articles/{articleId}/publication'],
  takeAwayVersionAction: ['DELETE /articles/{articleId}/publication/versions/{number}'],
  acceptAction: door,
  joinAction: door,
  resetAction: door,
  setUpAction: door,
};

const live = only(
  'What is shown for the moment and kept nowhere; of what is kept, programs are told by events and webhooks.',
);
const doors: Readonly<Record<string, Way>> = {
  'GET /api/annotations/[annotationId]/captures': ['GET /annotations/{annotationId}/captures'],
  'POST /api/annotations/[annotationId]/captures': ['POST /annotations/{annotationId}/captures'],
  'GET /api/annotations/[annotationId]/captures/[captureId]': [
    'GET /annotations/{annotationId}/captures/{captureId}',
  ],
  'DELETE /api/annotations/[annotationId]/captures/[captureId]': [
    'DELETE /annotations/{annotationId}/captures/{captureId}',
  ],
  'GET /api/annotations/[annotationId]/matches': ['GET /annotations/{annotationId}/matches'],
  'GET /api/annotations/[annotationId]/origins': ['GET /annotations/{annotationId}/origins'],
  'GET /api/articles': ['GET /articles'],
  'GET /api/articles/[articleId]': [
    'GET /articles/{articleId}',
    'GET /articles/{articleId}/annotations',
    'GET /articles/{articleId}/reply-requests',
    'GET /sessions',
    'GET /team/rules',
  ],
  'POST /api/articles/[articleId]/additions': ['POST /articles/{articleId}/revisions'],
  'POST /api/articles/[articleId]/bring-back': ['POST /articles/{articleId}/bring-back'],
  'POST /api/articles/[articleId]/commands': commands,
  'GET /api/articles/[articleId]/events': ['GET /articles/{articleId}/events'],
  'GET /api/articles/[articleId]/export': ['GET /articles/{articleId}/export'],
  'POST /api/articles/[articleId]/files': ['POST /articles/{articleId}/files'],
  'GET /api/articles/[articleId]/files/[fileId]': ['GET /articles/{articleId}/files/{fileId}'],
  'GET /api/articles/[articleId]/open-claims': [
    'GET /articles/{articleId}/open-claims',
    'POST /articles/{articleId}/hand-outs',
    'GET /team/members',
  ],
  'POST /api/articles/[articleId]/presence': live,
  'POST /api/articles/[articleId]/revisions': ['POST /articles/{articleId}/revisions'],
  'GET /api/articles/[articleId]/revisions/[number]': ['GET /articles/{articleId}/revisions/{number}'],
  'PUT /api/articles/[articleId]/snoozes': ['PUT /articles/{articleId}/snoozes'],
  'GET /api/articles/[articleId]/versions': ['GET /articles/{articleId}/versions/{itemId}'],
  'GET /api/contacts': ['GET /contacts'],
  'GET /api/[...unknown]': only('There is nothing.'),
  'GET /api/device-key': browser,
  'GET /api/health/live': only('It says of a process that it runs, to whoever watches over it.'),
  'GET /api/health/ready': only('It says of a process that it can serve, to whoever watches over it.'),
  'POST /api/imports': ['POST /imports'],
  'POST /api/imports/galley': ['POST /articles', 'POST /imports/galley'],
  'POST /api/imports/save': ['POST /imports/save'],
  'GET /api/inbox': ['GET /inbox'],
  'POST /api/inbox': ['POST /inbox'],
  'GET /api/me/events': ['GET /inbox', 'GET /queue/counts', 'GET /articles/{articleId}/events'],
  'GET /api/me/team-rules': ['GET /team/rules', 'GET /team/scales', 'GET /team/members'],
  'GET /api/people': ['GET /team/members'],
  'GET /api/queue': ['GET /queue'],
  'GET /api/queue/counts': ['GET /queue/counts'],
  'PUT /api/queue/views/[viewId]': ['PUT /queue/views/{viewId}'],
  'DELETE /api/queue/views/[viewId]': ['DELETE /queue/views/{viewId}'],
  'PUT /api/report-presets/[presetId]': ['PUT /report-presets/{presetId}'],
  'DELETE /api/report-presets/[presetId]': ['DELETE /report-presets/{presetId}'],
  'GET /api/sessions/[sessionId]/export': ['GET /sessions/{sessionId}/export'],
  'GET /api/sources': ['GET /sources'],
  'POST /api/sources': ['POST /sources'],
  'GET /api/sources/[sourceId]/uses': ['GET /sources/{sourceId}/uses'],
  'GET /reports/[slug]': open,
  'GET /reports/[slug]/embed': open,
  'GET /reports/[slug]/picture': open,
  'GET /reports/[slug]/versions/[number]': open,
  'GET /share/[token]': link,
  'GET /shared/[linkId]': link,
};

const pages: Readonly<Record<string, Way>> = {
  '/': only('It leads on.'),
  '/account': ['GET /me', 'GET /me/notifications'],
  '/articles': ['GET /articles'],
  '/articles/[articleId]': [
    'GET /articles/{articleId}',
    'GET /articles/{articleId}/annotations',
    'GET /articles/{articleId}/reply-requests',
    'GET /annotations/{annotationId}',
    'GET /sessions/{sessionId}/ballots',
  ],
  '/articles/[articleId]/bring-back': ['POST /articles/{articleId}/bring-back'],
  '/articles/[articleId]/compare': [
    'GET /articles/{articleId}/comparison',
    'GET /articles/{articleId}/revisions/{number}/annotations',
  ],
  '/articles/[articleId]/edit': ['POST /articles/{articleId}/revisions'],
  '/articles/[articleId]/history': ['GET /articles/{articleId}/history'],
  '/articles/[articleId]/history/[seq]': [
    'GET /articles/{articleId}/states/{seq}',
    'GET /articles/{articleId}/states/{seq}/annotations',
  ],
  '/articles/[articleId]/report': [
    'GET /articles/{articleId}/export',
    'GET /articles/{articleId}/exports',
    'POST /articles/{articleId}/exports',
    'GET /exports/{exportId}',
    'GET /exports/{exportId}/file',
    'DELETE /exports/{exportId}',
    'GET /report-presets',
  ],
  '/articles/[articleId]/revisions': ['GET /articles/{articleId}/revisions'],
  '/articles/[articleId]/revisions/[number]': [
    'GET /articles/{articleId}/revisions/{number}',
    'GET /articles/{articleId}/revisions/{number}/annotations',
  ],
  '/articles/[articleId]/share': [
    'GET /articles/{articleId}/share-links',
    'GET /articles/{articleId}/publication',
  ],
  '/articles/new': ['POST /imports', 'POST /imports/save', 'POST /articles'],
  '/dashboard': ['GET /dashboard'],
  '/inbox': ['GET /inbox'],
  '/invitation': door,
  '/queue': ['GET /queue', 'GET /queue/counts', 'GET /queue/views'],
  '/reset': door,
  '/sessions': ['GET /sessions'],
  '/sessions/[sessionId]': ['GET /sessions/{sessionId}', 'GET /sessions/{sessionId}/export'],
  '/setup': door,
  '/sign-in': door,
  '/sources': ['GET /sources'],
  '/sources/[sourceId]': ['GET /sources/{sourceId}', 'GET /sources/{sourceId}/uses'],
  '/sources/contacts': ['GET /contacts'],
  '/sources/new': ['POST /sources'],
  '/team': ['GET /team', 'GET /team/members', 'GET /team/invitations', 'GET /team/rules', 'GET /team/scales'],
  '/team/webhooks': ['GET /webhooks', 'GET /webhooks/{webhookId}/deliveries'],
  '/verify': only('It checks a file offline, in the browser; a program does it with `npm run verify`.'),
};

const offered = routes.map(({ method, path }) => `${method.toUpperCase()} ${path}`);
const expectWays = (table: Readonly<Record<string, Way>>, found: readonly string[]) => {
  expect(Object.keys(table).toSorted()).toEqual(found.toSorted());
  const named = Object.values(table).flatMap((way) => ('screenOnly' in way ? [] : way));
  expect(named.filter((way) => !offered.includes(way))).toEqual([]);
};

it('has an operation for every form, door and page of the app, or a reason why it has none', () => {
  const files = globSync('app/**/actions.ts', { cwd: root }).map((file) =>
    readFileSync(join(root, file), 'utf8'),
  );
  const named = files.flatMap((file) =>
    [...file.matchAll(/^export const (\w+) = formAction/gm)].map(([, name]) => name ?? ''),
  );
  expectWays(forms, [...new Set(named)]);
  expectWays(
    doors,
    findDoors().filter((one) => !one.includes('/api/v1/') && !one.includes('/api/auth/')),
  );
  expectWays(pages, findPages());
});

it('takes every command, and asks for an action of the rule book in each', () => {
  expect(routes.find(({ path }) => path.endsWith('/commands'))?.body).toBe(commandRequestSchema);
  const types = commandSchema.options.map(({ shape }) => shape.type.value);
  const own = ['annotation.create_orphaned', 'annotation.accept_anchor', 'annotation.put_back'];
  const known: readonly string[] = [...commandActions, ...own];
  expect(types.filter((type) => !known.includes(type))).toEqual([]);
});

it('reaches every action of the rule book', () => {
  const reached = new Set<Action>(routes.flatMap(({ does }) => does));
  expect(actions.filter((action) => !reached.has(action))).toEqual([]);
});

it('opens no operation to a narrower scope or a lower role that a wider or higher one is refused', () => {
  for (const row of routes.filter(({ does }) => does.length > 0)) {
    const line = (role: (typeof roles)[number]) => tokenScopes.map((scope) => isOpenTo(row, role, scope));
    for (const role of roles) {
      expect(line(role), `${row.method} ${row.path}`).toEqual(line(role).toSorted());
      const above = roles.slice(0, roles.indexOf(role));
      for (const higher of above)
        expect(line(role).every((open, at) => !open || line(higher)[at] === true)).toBe(true);
    }
  }
});
