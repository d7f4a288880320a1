import 'server-only';
import { inboxActSchema } from '@/lib/domain/notification';
import { savedViewSchema, snoozeSchema } from '@/lib/domain/queue';
import { sessionExportQuery } from '../sessions/export-session';
import { dashboardQuery, inboxQuery, queueCountsQuery, queueQuery, sessionsQuery } from './desk-requests';
import {
  ballotShape,
  dashboardShape,
  foundSessionShape,
  inboxAnswerShape,
  inboxItemShape,
  inboxShape,
  queueCountsShape,
  queueItemShape,
  savedViewShape,
  sessionLineShape,
} from './desk-shapes';
import { type Route, route } from './route';

/** The work over all articles: queue, sessions, inbox, figures. */
export const deskRoutes: readonly Route[] = [
  route('GET /queue', 'queue.read', 'A part of the review queue over all articles, in order.', {
    query: queueQuery,
    lists: queueItemShape,
  }),
  route('GET /queue/counts', 'queue.read', 'How many stand in each part of the review queue.', {
    query: queueCountsQuery,
    gives: queueCountsShape,
  }),
  route('GET /queue/views', 'queue.read', 'Your own views of the review queue.', { lists: savedViewShape }),
  route(
    'PUT /queue/views/{viewId}',
    'queue.read',
    'Keep a view of the review queue, under an id of your own making.',
    {
      body: savedViewSchema,
      example: { name: 'Urgent', look: { split: 'open', sort: 'overdue', priority: 'urgent' } },
    },
  ),
  route('DELETE /queue/views/{viewId}', 'queue.read', 'Forget a view of the review queue.'),
  route(
    'PUT /articles/{articleId}/snoozes',
    'queue.read',
    'Hide claims from your own review queue until a time; null shows them again.',
    {
      body: snoozeSchema,
      example: {
        annotationIds: ['0b8f5c1e-6a1f-4c8e-9a52-3f1f7f3f0a02'],
        until: '2026-03-04T08:00:00.000Z',
      },
    },
  ),
  route(
    'GET /sessions',
    'session.read',
    'The sessions that are under way, or those that were held. They are led by commands.',
    { query: sessionsQuery, lists: sessionLineShape },
  ),
  route('GET /sessions/{sessionId}', 'session.read', 'One session.', { gives: foundSessionShape }),
  route(
    'GET /sessions/{sessionId}/ballots',
    'session.read',
    'The votes of a session, sealed as for whoever asks.',
    {
      lists: ballotShape,
    },
  ),
  route(
    'GET /sessions/{sessionId}/export',
    'report.export',
    'A session’s summary as a page or for machines.',
    {
      query: sessionExportQuery,
      sends: ['text/html', 'application/json'],
    },
  ),
  route('GET /inbox', 'inbox.use', 'Your own notifications, latest first, and how many are unread.', {
    query: inboxQuery,
    lists: inboxItemShape,
    gives: inboxShape,
  }),
  route('POST /inbox', 'inbox.use', 'Mark notifications as read or unread, and mute articles.', {
    body: inboxActSchema,
    example: { act: 'read_all' },
    gives: inboxAnswerShape,
  }),
  route(
    'GET /dashboard',
    ['dashboard.read', 'dashboard.read_people'],
    'The figures of the checks of the team or of one article over some days; those of each person for editors and owners.',
    { query: dashboardQuery, gives: dashboardShape },
  ),
];
