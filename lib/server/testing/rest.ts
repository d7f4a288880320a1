import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Actor } from '@/lib/domain/actor';
import type { TokenScope } from '@/lib/domain/token-scope';
import type { Route } from '../api/route';
import { routes } from '../api/routes';
import { createApiToken } from '../team/create-api-token';
import { client, type Sent } from './api';

const root = join(import.meta.dirname, '..', '..', '..', 'app', 'api', 'v1');

/** Somebody who knocks at route handlers. */
export type Client = ReturnType<typeof client>;

/** A client with a bearer token of an actor, within a scope. */
export const bearer = async (actor: Actor, scope: TokenScope): Promise<Client> =>
  client(await createApiToken(actor, { name: 'Test', scope, life: '30' }));

/** The row of the table for a method and path. */
function findRoute(method: string, path: string): Route {
  const route = routes.find((one) => one.method === method && one.path === path);
  if (route === undefined) throw new Error(`There is no ${method} ${path}.`);
  return route;
}

/** What somebody would send there. */
export const exampleOf = (method: string, path: string): unknown => findRoute(method, path).example;

/** The handler that a route file exports. */
export async function handlerOf(method: string, path: string) {
  const file = `${path.replaceAll('{', '[').replaceAll('}', ']')}/route.ts`;
  return (await import(join(root, file)))[method.toUpperCase()];
}

/**
 * Sends a request to a route, with ids of which those unknown are made up, and reads its answer with the shape that the
 * document gives.
 */
export function asking(ids: Readonly<Record<string, string>>) {
  return async (who: Client, method: string, path: string, sent: Omit<Sent, 'params'> = {}) => {
    const params = Object.fromEntries(
      [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, ids[name] ?? randomUUID()]),
    );
    const answer = await who(method.toUpperCase(), await handlerOf(method, path), { params, ...sent });
    const shape = findRoute(method, path).answer['application/json'];
    if (answer.status < 300 && shape) shape.parse(answer.body);
    return answer;
  };
}
