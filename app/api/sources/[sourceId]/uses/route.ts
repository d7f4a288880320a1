import { z } from 'zod';
import { idSchema } from '@/lib/domain/ids';
import { door } from '@/lib/server/http';
import { findSourceUses } from '@/lib/server/sources/find-sources';

const params = z.strictObject({ sourceId: idSchema });
const query = z.strictObject({ cursor: z.string().max(1_000).optional() });

/** The next claims that rest on a source. */
export const GET = door({ params, query }, ({ actor, params, query }) =>
  findSourceUses(actor, params.sourceId, query),
);
