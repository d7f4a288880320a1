import 'server-only';
import pino, { type Logger } from 'pino';
import { env } from './env';

/**
 * All that a log line may carry: ids, codes and numbers. Never article text, notes, names, tokens or
 * addresses; what is not listed here cannot be logged.
 */
export type LogFields = {
  readonly id?: string;
  readonly code?: string;
  readonly status?: number;
  readonly method?: string;
  /** The route's pattern, never the address with its values. */
  readonly route?: string;
  readonly actorId?: string | undefined;
  readonly teamId?: string | undefined;
  readonly articleId?: string;
  readonly job?: string;
  readonly count?: number;
  readonly durationMs?: number;
  /** Class of an unexpected error and where it was thrown; its message may quote content and stays out. */
  readonly error?: unknown;
};

let logger: Logger | undefined;

/** Structured log lines on stdout. */
export const log = {
  debug: (message: string, fields?: LogFields) => write('debug', message, fields),
  info: (message: string, fields?: LogFields) => write('info', message, fields),
  warn: (message: string, fields?: LogFields) => write('warn', message, fields),
  error: (message: string, fields?: LogFields) => write('error', message, fields),
};

/** The fields that may be written, everything else left out, an error reduced to its class and stack frames. */
export function allowedFields(fields: LogFields): Record<string, unknown> {
  const { id, code, status, method, route, actorId, teamId, articleId, job, count, durationMs, error } =
    fields;
  const place = error === undefined ? {} : describeError(error);
  return { id, code, status, method, route, actorId, teamId, articleId, job, count, durationMs, ...place };
}

function write(level: 'debug' | 'info' | 'warn' | 'error', message: string, fields: LogFields = {}): void {
  logger ??= pino({ level: env.LOG_LEVEL, base: null });
  logger[level](allowedFields(fields), message);
}

function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { errorName: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const errorCode = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return { errorName: error.name, errorCode, at: frames.slice(0, 12).map((line) => line.trim()) };
}
