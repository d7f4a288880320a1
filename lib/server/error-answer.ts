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
  if (isDiskFull(error))
    return new DomainError(
      'UNAVAILABLE',
      'There is no room left on the disk of the server, so nothing was changed. Tell whoever runs Galley; then try again.',
    );
  if (!codesOf(error).some((code) => awayCodes.includes(code))) return undefined;
  return new DomainError(
    'UNAVAILABLE',
    'The database does not answer, so nothing was changed. Try again in a moment.',
  );
}

/** Whether an error says that there is no room left, for files or in the database: to try again at once helps nobody. */
export const isDiskFull = (error: unknown): boolean =>
  codesOf(error).some((code) => fullCodes.includes(code));

/** A disk, or one's share of it, without room: of the file system, and Postgres' disk_full. */
const fullCodes = ['ENOSPC', 'EDQUOT', '53100'];

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

/** The codes of an error and of what caused it; what Postgres said Prisma hands on as an error of its driver. */
function codesOf(error: unknown): readonly string[] {
  const codes: unknown[] = [];
  let at = error;
  for (let depth = 0; isThing(at) && depth < 5; depth += 1) {
    codes.push(at.code, at.originalCode);
    at = at.cause ?? (isThing(at.meta) ? at.meta.driverAdapterError : undefined);
  }
  return codes.filter((code) => typeof code === 'string');
}

const isThing = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

function send(status: number, error: Record<string, unknown>): Response {
  const headers = new Headers({ 'cache-control': 'no-store' });
  if (typeof error.retryAfterSeconds === 'number')
    headers.set('retry-after', String(error.retryAfterSeconds));
  if (status === 401) headers.set('www-authenticate', 'Bearer');
  return Response.json({ error }, { status, headers });
}
