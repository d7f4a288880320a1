import { z } from 'zod';
import { idSchema } from '@/lib/domain/ids';
import { sourceFieldsSchema } from '@/lib/domain/source';
import { created, door } from '@/lib/server/http';
import { findSources } from '@/lib/server/sources/find-sources';
import { createSource } from '@/lib/server/sources/save-source';

const query = z.strictObject({
  search: z.string().max(200).optional(),
  cursor: z.string().max(1_000).optional(),
  limit: z.coerce.number().int().min(1).max(100).optional(),
});

/** Sources of the team's library, for its list and for the field that suggests them. */
export const GET = door({ query }, ({ actor, query }) => findSources(actor, query));

const body = z.strictObject({ sourceId: idSchema, fields: sourceFieldsSchema });

/** Keeps a source for others. Sent again with the same id it answers the same. */
export const POST = door({ body, rate: 'command' }, async ({ actor, body }) =>
  created(await createSource(actor, body.sourceId, body.fields)),
);
