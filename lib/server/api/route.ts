import 'server-only';
import type { z } from 'zod';
import type { TokenScope } from '@/lib/domain/token-scope';

/** One address and method of REST v1. */
export type Route = {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Below `/api/v1`, with its parameters in braces. */
  readonly path: string;
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
  /** What a token needs; `read` for GET and `annotate` for the rest unless said. */
  readonly scope?: TokenScope;
  /** Open to everybody. */
  readonly isPublic?: boolean;
};

/** The scope that a token needs for a route. */
export const scopeOf = ({ method, scope }: Route): TokenScope =>
  scope ?? (method === 'get' ? 'read' : 'annotate');

/** An answer in JSON. */
export const json = (shape: z.ZodType): Route['answer'] => ({ 'application/json': shape });

/** No answer but that it is done. */
export const done = { status: 204, answer: {} } as const satisfies Pick<Route, 'status' | 'answer'>;
