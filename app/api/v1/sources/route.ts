import { sourceFieldsSchema } from '@/lib/domain/source';
import { sourcesQuery } from '@/lib/server/api/desk-requests';
import { commandIdOf } from '@/lib/server/api/idempotency';
import { created, door } from '@/lib/server/http';
import { findSources } from '@/lib/server/sources/find-sources';
import { createSource } from '@/lib/server/sources/save-source';

/** The sources of the team's library, the latest changed first. */
export const GET = door({ query: sourcesQuery }, ({ actor, query }) => findSources(actor, query));

/** Writes a source down for all. */
export const POST = door({ body: sourceFieldsSchema, rate: 'command' }, async ({ actor, body, request }) =>
  created(await createSource(actor, commandIdOf(actor, request), body)),
);
