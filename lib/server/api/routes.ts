import 'server-only';
import { z } from 'zod';
import { articleRoutes } from './article-routes';
import { deskRoutes } from './desk-routes';
import { evidenceRoutes } from './evidence-routes';
import { pastRoutes } from './past-routes';
import { reportRoutes } from './report-routes';
import { type Route, route } from './route';
import { teamRoutes } from './team-routes';

/** Everything that REST v1 offers: the OpenAPI document is made of it, and tests hold the route files to it. */
export const routes: readonly Route[] = [
  ...articleRoutes,
  ...pastRoutes,
  ...evidenceRoutes,
  ...reportRoutes,
  ...deskRoutes,
  ...teamRoutes,
  route('GET /openapi.json', [], 'This document.', { gives: z.looseObject({ openapi: z.string() }) }),
];
