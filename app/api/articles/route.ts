import { z } from 'zod';
import { articleProgresses } from '@/lib/domain/lists';
import { findArticles } from '@/lib/server/articles/find-articles';
import { door } from '@/lib/server/http';

const query = z.strictObject({
  search: z.string().max(200).optional(),
  progress: z.enum(articleProgresses).optional(),
  cursor: z.string().max(1_000).optional(),
  limit: z.coerce.number().int().min(1).max(100).optional(),
});

/** The next lines of the list of articles. */
export const GET = door({ query }, ({ actor, query }) => findArticles(actor, query));
