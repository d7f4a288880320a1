/** Every way in which Galley says no. The HTTP status of each is `errorStatus`. */
export type ErrorCode =
  | 'UNAUTHENTICATED'
  | 'NOT_FOUND'
  | 'FORBIDDEN'
  | 'STALE'
  | 'GONE'
  | 'INVALID'
  | 'TOO_LARGE'
  | 'TOO_MANY'
  | 'UNAVAILABLE';

/** The one table from a refusal to its HTTP status. */
export const errorStatus: Readonly<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  STALE: 409,
  GONE: 410,
  TOO_LARGE: 413,
  INVALID: 422,
  TOO_MANY: 429,
  UNAVAILABLE: 503,
};

/**
 * A refusal that a person can read. `message` is one or two plain sentences without technical words;
 * `details` is sent along as JSON: with STALE it holds `current`, the value that won.
 */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, unknown>> | undefined;

  constructor(code: ErrorCode, message: string, details?: Readonly<Record<string, unknown>>) {
    super(message);
    this.name = 'DomainError';
    this.code = code;
    this.details = details;
  }
}

/** The refusal for what does not exist and for what the actor may not see: the two are never told apart. */
export function notFound(thing: string): DomainError {
  return new DomainError('NOT_FOUND', `This ${thing} does not exist, or you do not have access to it.`);
}
