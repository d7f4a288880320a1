import 'server-only';
import { randomUUID } from 'node:crypto';
import { DomainError, errorStatus } from '@/lib/domain/errors';
import { type LogFields, log } from './log';

/**
 * The answer to a request that failed: `{error: {code, message, id, …details}}`. A refusal keeps its sentence;
 * an unknown error is logged under `id` and shown as "Something went wrong".
 */
export function errorAnswer(error: unknown, about: LogFields = {}): Response {
  const id = randomUUID();
  const refusal = refusalOf(error);
  if (refusal === undefined) {
    log.error('A request failed', { ...about, id, error });
    const message = `Something went wrong. Try again; if it happens again, tell whoever runs Galley this number: ${id}`;
    return send(500, { code: 'INTERNAL', message, id });
  }
  if (refusal.code === 'UNAVAILABLE')
    log.warn('A part that Galley needs does not answer', { ...about, id, error });
  const status = errorStatus[refusal.code];
  return send(status, { ...refusal.details, code: refusal.code, message: refusal.message, id });
}

/** The refusal that an error means to its reader, or undefined when it is a fault of ours. */
export function refusalOf(error: unknown): DomainError | undefined {
  if (error instanceof DomainError) return error;
  if (!isDatabaseAway(error)) return undefined;
  return new DomainError(
    'UNAVAILABLE',
    'The database does not answer, so nothing was changed. Try again in a moment.',
  );
}

const awayCodes = [
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EPIPE',
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'P2024',
  '57P01',
  '57P03',
];

function isDatabaseAway(error: unknown): boolean {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth += 1) {
    if ('code' in cause && typeof cause.code === 'string' && awayCodes.includes(cause.code)) return true;
  }
  return false;
}

function send(status: number, error: Record<string, unknown>): Response {
  const headers = new Headers({ 'cache-control': 'no-store' });
  if (typeof error.retryAfterSeconds === 'number')
    headers.set('retry-after', String(error.retryAfterSeconds));
  if (status === 401) headers.set('www-authenticate', 'Bearer');
  return Response.json({ error }, { status, headers });
}
