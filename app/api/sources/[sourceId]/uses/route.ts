import { z } from 'zod';
import { idSchema } from '@/lib/domain/ids';
import { pageQuery } from '@/lib/server/api/requests';
import { door } from '@/lib/server/http';
import { findSourceUses } from '@/lib/server/sources/find-sources';

const params = z.strictObject({ sourceId: idSchema });

/** The next claims that rest on a source. */
export const GET = door({ params, query: pageQuery }, ({ actor, params, query }) =>
  findSourceUses(actor, params.sourceId, query),
);
