import 'server-only';
import { z } from 'zod';
import { articleRoutes } from './article-routes';
import { deskRoutes } from './desk-routes';
import { evidenceRoutes } from './evidence-routes';
import { reportRoutes } from './report-routes';
import { json, type Route } from './route';
import { teamRoutes } from './team-routes';

/** Everything that REST v1 offers: the OpenAPI document is made of it, and a test holds the route files to it. */
export const routes: readonly Route[] = [
  ...articleRoutes,
  ...evidenceRoutes,
  ...reportRoutes,
  ...deskRoutes,
  ...teamRoutes,
  {
    method: 'get',
    path: '/openapi.json',
    summary: 'This document.',
    status: 200,
    answer: json(z.looseObject({ openapi: z.string() })),
    isPublic: true,
  },
];
