import { randomUUID } from 'node:crypto';
import { plainArrangement } from '@/lib/domain/report-arrangement';
import type { Row } from './access-table';

const v1 = (
  door: string,
  needs: Row['needs'],
  ok: number,
  rest: Omit<Row, 'door' | 'needs' | 'ok'> = {},
): Row => {
  const [method, path] = door.split(' ');
  return { door: `${method} /api/v1${path}`, needs, ok, ...rest };
};
const harmless = (json: () => unknown) => ({ json, isHarmless: true }) as const;

const source = {
  title: 'Port authority',
  address: null,
  type: 'dataset',
  tier: 'primary',
  independenceGroup: null,
  note: null,
};
const contact = { name: 'A clerk', details: '', visibleToIds: [] };

/**
 * The doors of REST v1 beside articles and annotations. Where an id is made up, who may do the thing hears that it is
 * not there, and who may not hears that first.
 */
export const deskRows: readonly Row[] = [
  v1('GET /articles/[articleId]/share-links', 'report.share', 200),
  v1(
    'POST /articles/[articleId]/share-links',
    'report.share',
    201,
    harmless(() => ({ view: 'public' })),
  ),
  v1('DELETE /articles/[articleId]/share-links/[linkId]', 'report.share', 404),
  v1('GET /articles/[articleId]/publication', 'article.read', 200),
  v1('PUT /articles/[articleId]/publication', 'report.publish', 200, { json: () => ({ version: 0 }) }),
  v1('DELETE /articles/[articleId]/publication', 'report.publish', 404, { query: 'version=1' }),
  v1('GET /report-presets', 'report.export', 200),
  v1('PUT /report-presets/[presetId]', 'report.save_preset', 204, {
    ...harmless(() => ({ name: 'For the lawyers', arrangement: plainArrangement })),
  }),
  v1('DELETE /report-presets/[presetId]', 'report.save_preset', 204),
  v1('POST /articles/[articleId]/files', 'evidence.create', 201, {
    file: () => ({ fileId: randomUUID(), name: 'page.png', bytes: '\x89PNG\r\n\x1a\n' }),
  }),
  v1('GET /articles/[articleId]/files/[fileId]', 'article.read', 200),
  v1('GET /annotations/[annotationId]/captures', 'article.read', 200),
  v1('POST /annotations/[annotationId]/captures', 'evidence.change', 404, {
    ...harmless(() => ({ evidenceId: randomUUID() })),
  }),
  v1('GET /annotations/[annotationId]/captures/[captureId]', 'article.read', 404),
  v1('DELETE /annotations/[annotationId]/captures/[captureId]', 'evidence.change', 404),
  v1('GET /annotations/[annotationId]/matches', 'queue.read', 200),
  v1('GET /sources', 'source.read', 200),
  v1(
    'POST /sources',
    'source.create',
    201,
    harmless(() => source),
  ),
  v1('GET /sources/[sourceId]', 'source.read', 200),
  v1('PUT /sources/[sourceId]', 'source.change', 200, { json: () => ({ ...source, version: 1 }) }),
  v1('GET /sources/[sourceId]/uses', 'source.read', 200),
  v1('GET /contacts', 'contact.read', 200),
  v1(
    'POST /contacts',
    'contact.create',
    201,
    harmless(() => contact),
  ),
  v1(
    'PUT /contacts/[contactId]',
    'contact.read',
    404,
    harmless(() => ({ ...contact, version: 1 })),
  ),
  v1('GET /queue', 'queue.read', 200, { query: 'split=open' }),
  v1('GET /queue/counts', 'queue.read', 200),
  v1('GET /queue/views', 'queue.read', 200),
  v1('PUT /queue/views/[viewId]', 'queue.read', 204, {
    ...harmless(() => ({ name: 'Urgent', look: { split: 'open', sort: 'overdue', priority: 'urgent' } })),
  }),
  v1('DELETE /queue/views/[viewId]', 'queue.read', 204),
  v1('PUT /articles/[articleId]/snoozes', 'queue.read', 204, {
    json: ({ annotationId }) => ({
      annotationIds: [annotationId],
      until: new Date(Date.now() + 3_600_000).toISOString(),
    }),
  }),
  v1('GET /sessions', 'session.read', 200),
  v1('GET /sessions/[sessionId]', 'session.read', 200),
  v1('GET /sessions/[sessionId]/export', 'report.export', 200, { query: 'format=json' }),
  v1('GET /inbox', 'inbox.use', 200),
  v1(
    'POST /inbox',
    'inbox.use',
    200,
    harmless(() => ({ act: 'read_all' })),
  ),
  v1('GET /dashboard', 'dashboard.read', 200),
  v1('GET /team', 'team.read', 200),
  v1('POST /team/invitations', 'team.invite', 201, {
    ...harmless(() => ({ email: `${randomUUID()}@example.org`, role: 'viewer' })),
  }),
  v1('DELETE /team/invitations/[invitationId]', 'team.read', 404),
  v1(
    'PATCH /team/members/[userId]',
    'team.read',
    404,
    harmless(() => ({ role: 'viewer' })),
  ),
  v1('GET /webhooks', 'team.webhooks', 200),
  v1('POST /webhooks', 'team.webhooks', 201, {
    ...harmless(() => ({ address: 'https://hooks.example.org/', kinds: ['session'] })),
  }),
  v1('DELETE /webhooks/[webhookId]', 'team.webhooks', 404),
  v1('POST /webhooks/[webhookId]/tries', 'team.webhooks', 404),
  v1('GET /webhooks/[webhookId]/deliveries', 'team.webhooks', 404),
  v1('POST /deliveries/[deliveryId]/tries', 'team.webhooks', 404),
];
