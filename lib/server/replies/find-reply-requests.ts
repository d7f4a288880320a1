import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db/client';
import { findPeople } from '@/lib/db/people';
import { toReplyRequest } from '@/lib/db/rows';
import { visibleArticles } from '@/lib/db/visible';
import type { Actor } from '@/lib/domain/actor';
import { notFound } from '@/lib/domain/errors';
import { daySchema } from '@/lib/domain/ids';
import type { Page } from '@/lib/domain/lists';
import { ensureCan } from '@/lib/domain/policy';
import type { replyRequestShape } from '../api/past-shapes';
import { presentReplyRequest } from '../api/present';
import { fromCursor, type PageQuery, pageSize, toPage } from '../cursor';

const placeSchema = z.tuple([daySchema, z.iso.datetime(), z.uuid()]);

/** The right-of-reply log of an article: asked first, first; then by age. Throws NOT_FOUND. */
export async function findReplyRequests(
  actor: Actor,
  articleId: string,
  { cursor, limit }: PageQuery,
): Promise<Page<z.input<typeof replyRequestShape>>> {
  ensureCan(actor, 'article.read');
  if ((await db.article.count({ where: { id: articleId, ...visibleArticles(actor) } })) === 0)
    throw notFound('article');
  const size = pageSize(limit);
  const after = fromCursor(placeSchema, cursor);
  const rows = await db.replyRequest.findMany({
    where: { articleId, ...(after && behind(after)) },
    orderBy: [{ askedOn: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
    take: size + 1,
  });
  const people = await findPeople(
    db,
    actor.teamId,
    rows.map(({ authorId }) => authorId),
  );
  return toPage(rows.map(toReplyRequest), size, {
    present: (page) => page.map((request) => presentReplyRequest(request, people)),
    placeOf: ({ askedOn, createdAt, id }) => [askedOn, createdAt, id],
  });
}

function behind([day, createdAt, id]: z.output<typeof placeSchema>) {
  const askedOn = new Date(day);
  return {
    OR: [
      { askedOn: { gt: askedOn } },
      { askedOn, createdAt: { gt: createdAt } },
      { askedOn, createdAt, id: { gt: id } },
    ],
  };
}
