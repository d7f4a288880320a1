import 'server-only';
import type { z } from 'zod';
import { DomainError } from '@/lib/domain/errors';
import { readJson } from '../request-body';
import { versionBody, type versionQuery } from './requests';

/**
 * The version that a DELETE names, in the query or in a JSON body: not every client can send a body with it.
 * Throws INVALID when it is in neither.
 */
export async function readVersion(query: z.output<typeof versionQuery>, request: Request): Promise<number> {
  if (query.version !== undefined) return query.version;
  const isJson = (request.headers.get('content-type') ?? '').includes('json');
  const body = versionBody.safeParse(isJson ? await readJson(request, 1_024) : undefined);
  if (body.success) return body.data.version;
  throw new DomainError(
    'INVALID',
    'version: give the version that you have seen, in the query or in a JSON body.',
  );
}
