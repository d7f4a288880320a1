import 'server-only';
import { z } from 'zod';
import { idSchema } from '@/lib/domain/ids';
import { type Action, can } from '@/lib/domain/policy';
import { type Role, roles } from '@/lib/domain/team';
import { type TokenScope, tokenScopes } from '@/lib/domain/token-scope';
import { pageQuery, wholeNumber } from './requests';
import { pageOf } from './shapes';

/** One address and method of REST v1. */
export type Route = {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Below `/api/v1`, with its parameters in braces. */
  readonly path: string;
  /** What the rule book is asked, for what the example says first; empty where it is open to everybody. */
  readonly does: readonly Action[];
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** A body as somebody would send it. */
  readonly example?: unknown;
  readonly bodyIsOptional?: boolean;
  /** Another body that is taken, as multipart/form-data. */
  readonly form?: z.ZodType;
  /** Takes an `Idempotency-Key`. */
  readonly isChange?: boolean;
  readonly status: 200 | 201 | 202 | 204;
  /** The answer by media type, null where it is no JSON; empty where nothing is answered. */
  readonly answer: Readonly<Record<string, z.ZodType | null>>;
  /** The items of a list that comes in pages. */
  readonly item?: z.ZodType;
};

type Parts = Pick<Route, 'query' | 'body' | 'example' | 'bodyIsOptional' | 'form' | 'isChange'> & {
  /** Answered with 200. */
  readonly gives?: z.ZodType;
  /** Something new, answered with 201. */
  readonly makes?: z.ZodType;
  /** Something that takes a while, answered with 202. */
  readonly begins?: z.ZodType;
  /** One of a list that comes in pages. */
  readonly lists?: z.ZodType;
  /** Media types that are no JSON of ours. */
  readonly sends?: readonly string[];
};

/**
 * A row of the table: method and path, what the rule book is asked, a summary, and what is taken and answered (nothing:
 * 204). Parameters of the path are ids, but for `number` and `seq`. A list takes `limit` and `cursor`.
 */
export function route(
  address: `${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`,
  does: Action | readonly Action[],
  summary: string,
  { gives, makes, begins, lists, sends = [], ...taken }: Parts = {},
): Route {
  const [method = '', path = ''] = address.split(' ');
  const shape = gives ?? makes ?? begins ?? (lists && pageOf(lists));
  const isEmpty = shape === undefined && sends.length === 0;
  return {
    // the address begins with one of these
    method: method.toLowerCase() as Route['method'],
    path,
    does: typeof does === 'string' ? [does] : does,
    summary,
    ...paramsOf(path),
    ...(lists && { query: pageQuery, item: lists }),
    ...taken,
    status: isEmpty ? 204 : makes ? 201 : begins ? 202 : 200,
    answer: {
      ...(shape && { 'application/json': shape }),
      ...Object.fromEntries(sends.map((type) => [type, null])),
    },
  };
}

function paramsOf(path: string): { readonly params?: z.ZodObject } {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  if (names.length === 0) return {};
  const typeOf = (name: string) => (['number', 'seq'].includes(name) ? wholeNumber : idSchema);
  return { params: z.strictObject(Object.fromEntries(names.map((name) => [name, typeOf(name)]))) };
}

/** The least scope of a token that some person may do this with. */
export function scopeOf(row: Route): TokenScope {
  return tokenScopes.find((scope) => isOpenTo(row, 'owner', scope)) ?? 'admin';
}

/** The roles of which people may do this, whatever their token's scope: on things of their own, where that matters. */
export const rolesOf = (row: Route): readonly Role[] => roles.filter((role) => isOpenTo(row, role, 'admin'));

/** Whether a token of this scope, of a person in this role, may do this on their own things. */
export function isOpenTo({ method, does }: Route, role: Role, scope: TokenScope): boolean {
  if (scope === 'read' && method !== 'get') return false;
  const actor = { userId: 'me', name: '', teamId: '', role, scope };
  const own = { authorId: 'me', targetUserId: 'another', targetRole: 'viewer' } as const;
  return does.some((action) => can(actor, action, own).allowed);
}
