import { DomainError } from '@/lib/domain/errors';
import { errorAnswer } from '@/lib/server/error-answer';

/** Addresses of the API that are none: a refusal that a program can read, and no page. */
export function GET(): Response {
  return errorAnswer(new DomainError('NOT_FOUND', 'There is nothing at this address.'));
}
