import 'server-only';
import type { z } from 'zod';
import { db } from '@/lib/db/client';
import { toRevision } from '@/lib/db/rows';
import { visibleArticles } from '@/lib/db/visible';
import type { Actor } from '@/lib/domain/actor';
import { notFound } from '@/lib/domain/errors';
import type { Page } from '@/lib/domain/lists';
import type { revisionLineShape, revisionShape } from '../api/shapes';
import { pageSize } from '../cursor';

/** The revisions of an article without their text, latest first; `cursor` is the number before which to go on. */
export async function findRevisions(
  actor: Actor,
  articleId: string,
  { cursor, limit }: { readonly cursor?: number | undefined; readonly limit?: number | undefined },
): Promise<Page<z.input<typeof revisionLineShape>>> {
  const size = pageSize(limit);
  const rows = await db.revision.findMany({
    where: {
      articleId,
      article: visibleArticles(actor),
      ...(cursor !== undefined && { number: { lt: cursor } }),
    },
    orderBy: { number: 'desc' },
    take: size + 1,
    select: { id: true, number: true, hash: true, createdAt: true },
  });
  if (rows.length === 0 && cursor === undefined) throw notFound('article');
  const items = rows.slice(0, size).map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
  const last = items.at(-1);
  return { items, next: rows.length > size && last ? String(last.number) : null };
}

/** One revision of an article with its text and document. Throws NOT_FOUND. */
export async function getRevision(
  actor: Actor,
  articleId: string,
  number: number,
): Promise<z.input<typeof revisionShape>> {
  const row = await db.revision.findFirst({ where: { articleId, number, article: visibleArticles(actor) } });
  if (row === null) throw notFound('revision');
  const { sentences: _sentences, ...revision } = toRevision(row);
  return { ...revision, doc: { ...revision.doc }, articleId };
}
