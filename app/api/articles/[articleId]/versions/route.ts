import { z } from 'zod';
import { idSchema } from '@/lib/domain/ids';
import { findVersions } from '@/lib/server/articles/find-versions';
import { door } from '@/lib/server/http';

const params = z.strictObject({ articleId: idSchema });
const query = z.strictObject({ itemId: idSchema });

/** What a note or a reply said before it was edited. */
export const GET = door({ params, query }, ({ actor, params, query }) =>
  findVersions(actor, params.articleId, query.itemId),
);
