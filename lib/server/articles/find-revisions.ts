import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db/client';
import { findPeople } from '@/lib/db/people';
import { known, toRevision } from '@/lib/db/rows';
import { visibleArticles } from '@/lib/db/visible';
import type { Actor } from '@/lib/domain/actor';
import type { Revision } from '@/lib/domain/article';
import { notFound } from '@/lib/domain/errors';
import type { Page } from '@/lib/domain/lists';
import { type DriftCounts, revisionSources } from '@/lib/domain/revised';
import type { revisionLineShape, revisionShape } from '../api/shapes';
import { fromCursor, type PageQuery, pageSize, toCursor } from '../cursor';

/** The revisions of an article without their text, latest first. */
export async function findRevisions(
  actor: Actor,
  articleId: string,
  { cursor, limit }: PageQuery,
): Promise<Page<z.input<typeof revisionLineShape>>> {
  const size = pageSize(limit);
  const [before] = fromCursor(z.tuple([z.int32().min(1)]), cursor) ?? [];
  const rows = await db.revision.findMany({
    where: {
      articleId,
      article: visibleArticles(actor),
      ...(before !== undefined && { number: { lt: before } }),
    },
    orderBy: { number: 'desc' },
    take: size + 1,
    select: {
      id: true,
      number: true,
      hash: true,
      source: true,
      reason: true,
      drift: true,
      createdById: true,
      createdAt: true,
    },
  });
  if (rows.length === 0 && before === undefined) throw notFound('article');
  const people = await findPeople(
    db,
    actor.teamId,
    rows.map(({ createdById }) => createdById),
  );
  const items = rows.slice(0, size).map(({ createdById, drift, ...row }) => ({
    ...row,
    source: known(revisionSources, row.source),
    author: people[createdById] ?? { id: createdById, name: 'Somebody who left' },
    // only `writeRevision` writes it
    anchors: drift as DriftCounts | null,
    createdAt: row.createdAt.toISOString(),
  }));
  const last = items.at(-1);
  return { items, next: rows.length > size && last ? toCursor([last.number]) : null };
}

/** One revision of an article with its text and document, as REST v1 shows it. Throws NOT_FOUND. */
export async function getRevision(
  actor: Actor,
  articleId: string,
  number: number,
): Promise<z.input<typeof revisionShape>> {
  const { sentences: _sentences, ...revision } = await getWholeRevision(actor, articleId, number);
  return { ...revision, doc: { ...revision.doc }, articleId };
}

/** One revision of an article with all that hangs on its text. Throws NOT_FOUND. */
export async function getWholeRevision(actor: Actor, articleId: string, number: number): Promise<Revision> {
  const row = await db.revision.findFirst({ where: { articleId, number, article: visibleArticles(actor) } });
  if (row === null) throw notFound('revision');
  return toRevision(row);
}
