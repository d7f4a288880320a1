import { z } from 'zod';
import { door } from '@/lib/server/http';
import { findPeopleNamed } from '@/lib/server/team/find-people-named';

const query = z.strictObject({
  search: z.string().max(200),
  limit: z.coerce.number().int().min(1).max(50).optional(),
});

/** The people of one's team whose name has some words. */
export const GET = door({ query }, ({ actor, query }) => findPeopleNamed(actor, query));
