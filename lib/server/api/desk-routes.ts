import 'server-only';
import { inboxActSchema } from '@/lib/domain/notification';
import { savedViewSchema, snoozeSchema } from '@/lib/domain/queue';
import { sessionExportQuery, sessionParams } from '../sessions/export-session';
import {
  dashboardQuery,
  inboxQuery,
  queueCountsQuery,
  queueQuery,
  sessionsQuery,
  viewParams,
} from './desk-requests';
import {
  dashboardShape,
  foundSessionShape,
  inboxAnswerShape,
  inboxShape,
  queueCountsShape,
  queueItemShape,
  savedViewShape,
  sessionLineShape,
} from './desk-shapes';
import { articleParams } from './requests';
import { done, json, type Route } from './route';
import { pageOf } from './shapes';

/** The work over all articles: queue, sessions, inbox, figures. */
export const deskRoutes: readonly Route[] = [
  {
    method: 'get',
    path: '/queue',
    summary: 'A part of the review queue over all articles, in order.',
    query: queueQuery,
    status: 200,
    answer: json(pageOf(queueItemShape)),
  },
  {
    method: 'get',
    path: '/queue/counts',
    summary: 'How many stand in each part of the review queue.',
    query: queueCountsQuery,
    status: 200,
    answer: json(queueCountsShape),
  },
  {
    method: 'get',
    path: '/queue/views',
    summary: 'Your own views of the review queue.',
    status: 200,
    answer: json(pageOf(savedViewShape)),
  },
  {
    method: 'put',
    path: '/queue/views/{viewId}',
    summary: 'Keep a view of the review queue, under an id of your own making.',
    params: viewParams,
    body: savedViewSchema,
    example: { name: 'Urgent', look: { split: 'open', sort: 'overdue', priority: 'urgent' } },
    ...done,
  },
  {
    method: 'delete',
    path: '/queue/views/{viewId}',
    summary: 'Forget a view of the review queue.',
    params: viewParams,
    ...done,
  },
  {
    method: 'put',
    path: '/articles/{articleId}/snoozes',
    summary: 'Hide claims from your own review queue until a time; null shows them again.',
    params: articleParams,
    body: snoozeSchema,
    example: { annotationIds: ['0b8f5c1e-6a1f-4c8e-9a52-3f1f7f3f0a02'], until: '2026-03-04T08:00:00.000Z' },
    ...done,
  },
  {
    method: 'get',
    path: '/sessions',
    summary: 'The sessions that are under way, or those that were held. They are led by commands.',
    query: sessionsQuery,
    status: 200,
    answer: json(pageOf(sessionLineShape)),
  },
  {
    method: 'get',
    path: '/sessions/{sessionId}',
    summary: 'One session.',
    params: sessionParams,
    status: 200,
    answer: json(foundSessionShape),
  },
  {
    method: 'get',
    path: '/sessions/{sessionId}/export',
    summary: 'A session’s summary as a page or for machines.',
    params: sessionParams,
    query: sessionExportQuery,
    status: 200,
    answer: { 'text/html': null, 'application/json': null },
  },
  {
    method: 'get',
    path: '/inbox',
    summary: 'Your own notifications, latest first, and how many are unread.',
    query: inboxQuery,
    status: 200,
    answer: json(inboxShape),
  },
  {
    method: 'post',
    path: '/inbox',
    summary: 'Mark notifications as read or unread, and mute articles.',
    body: inboxActSchema,
    example: { act: 'read_all' },
    status: 200,
    answer: json(inboxAnswerShape),
  },
  {
    method: 'get',
    path: '/dashboard',
    summary: 'The figures of the checks of the team or of one article over some days.',
    query: dashboardQuery,
    status: 200,
    answer: json(dashboardShape),
  },
];
