import 'server-only';
import { DomainError, type ErrorCode } from '@/lib/domain/errors';
import type { Route } from './route';

/** How REST v1 says no: what each refusal means, and one as somebody would get it. */
export const refusals: Readonly<Record<ErrorCode, { readonly means: string; readonly error: DomainError }>> =
  {
    UNAUTHENTICATED: {
      means: 'Not signed in.',
      error: new DomainError('UNAUTHENTICATED', 'This bearer token is unknown or no longer valid.'),
    },
    FORBIDDEN: {
      means: 'Seen, but not allowed.',
      error: new DomainError('FORBIDDEN', 'Only an editor or the owner signs off.'),
    },
    NOT_FOUND: {
      means: 'Does not exist, or may not be seen.',
      error: new DomainError('NOT_FOUND', 'This article does not exist, or you do not have access to it.'),
    },
    STALE: {
      means: 'Somebody else changed it meanwhile; `current` is what it is now.',
      error: new DomainError('STALE', 'Somebody else has changed this meanwhile. Look at it first.', {
        current: { version: 2 },
      }),
    },
    GONE: {
      means: 'What was asked for lies too far behind: begin anew.',
      error: new DomainError('GONE', 'Too much has happened since then. Read the article anew.'),
    },
    TOO_LARGE: {
      means: 'Too large.',
      error: new DomainError('TOO_LARGE', 'This is larger than 1 MB, which is the most that is taken here.'),
    },
    INVALID: {
      means: 'Not valid; the message names the field.',
      error: new DomainError('INVALID', 'mark: Choose a mark.', {
        issues: [{ field: 'mark', message: 'mark: Choose a mark.' }],
      }),
    },
    TOO_MANY: {
      means: 'Too many requests; see Retry-After.',
      error: new DomainError('TOO_MANY', 'Too many requests at once. Try again in 12 seconds.', {
        retryAfterSeconds: 12,
      }),
    },
    UNAVAILABLE: {
      means: 'A part that Galley needs does not answer; try again.',
      error: new DomainError(
        'UNAVAILABLE',
        'The database does not answer, so nothing was changed. Try again in a moment.',
      ),
    },
  };

const always = ['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'INVALID', 'TOO_MANY', 'UNAVAILABLE'] as const;

/** Which refusals a row of the table can answer with. */
export function refusalsOf(row: Route): readonly ErrorCode[] {
  const isFeed = 'text/event-stream' in row.answer;
  if (row.method === 'get') return [...always, ...(isFeed ? (['GONE'] as const) : [])];
  return [...always, 'STALE', 'TOO_LARGE'];
}

/** An example of a refusal as its answer's body. */
export function refusalExample(code: ErrorCode) {
  const { message, details } = refusals[code].error;
  return { error: { ...details, code, message, id: '3f1c2a9e-5d0b-4b0e-8f4e-0c1d2e3f4a5b' } };
}
