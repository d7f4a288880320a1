import { z } from 'zod';
import { historyQuery } from '@/lib/server/api/past-requests';
import { articleParams } from '@/lib/server/api/requests';
import { findHistory } from '@/lib/server/articles/find-history';
import { fromCursor, toCursor } from '@/lib/server/cursor';
import { door } from '@/lib/server/http';

/** What happened on an article, latest first. */
export const GET = door(
  { params: articleParams, query: historyQuery },
  async ({ actor, params, query: { cursor, limit = 50, ...query } }) => {
    const [before] = fromCursor(z.tuple([z.int32()]), cursor) ?? [];
    const { items, next } = await findHistory(actor, params.articleId, { ...query, before }, limit);
    return { items, next: next === null ? null : toCursor([Number(next)]) };
  },
);
