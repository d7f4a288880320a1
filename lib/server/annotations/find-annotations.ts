import 'server-only';
import { z } from 'zod';
import { db, type Reader } from '@/lib/db/client';
import { withParts } from '@/lib/db/parts';
import { authorsOf, findPeople } from '@/lib/db/people';
import { readBlindness } from '@/lib/db/team-rules';
import { visibleAnnotations, visibleArticles } from '@/lib/db/visible';
import type { Actor } from '@/lib/domain/actor';
import type { Annotation, Mark } from '@/lib/domain/annotation';
import { notFound } from '@/lib/domain/errors';
import type { Page } from '@/lib/domain/lists';
import { presentAnnotation } from '../api/present';
import type { annotationShape } from '../api/shapes';
import { fromCursor, pageSize, toCursor } from '../cursor';
import { sealFor } from './seal-for';

type Presented = z.input<typeof annotationShape>;

const placeSchema = z.tuple([z.int32(), z.uuid()]);

/** Which annotations of an article. `limit` is 1 to 100, else 50. */
export type AnnotationQuery = {
  readonly mark?: Mark | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
};

/** The annotations of an article in the order of the text, as REST v1 shows them. Throws NOT_FOUND. */
export async function findAnnotations(
  actor: Actor,
  articleId: string,
  { mark, cursor, limit }: AnnotationQuery,
): Promise<Page<Presented>> {
  const size = pageSize(limit);
  const after = fromCursor(placeSchema, cursor);
  const article = await db.article.findFirst({
    where: { id: articleId, ...visibleArticles(actor) },
    select: { id: true },
  });
  if (article === null) throw notFound('article');
  const rows = await db.annotation.findMany({
    where: {
      articleId,
      ...visibleAnnotations(actor),
      ...(mark && { mark }),
      ...(after && { OR: [{ start: { gt: after[0] } }, { start: after[0], id: { gt: after[1] } }] }),
    },
    orderBy: [{ start: 'asc' }, { id: 'asc' }],
    take: size + 1,
  });
  const page = await withParts(db, rows.slice(0, size));
  const last = page.at(-1);
  return {
    items: await present(db, actor, page),
    next: rows.length > size && last ? toCursor([last.anchor.start, last.id]) : null,
  };
}

/** One annotation as REST v1 shows it. Throws NOT_FOUND. */
export async function getAnnotation(actor: Actor, id: string): Promise<Presented> {
  const row = await db.annotation.findFirst({ where: { id, ...visibleAnnotations(actor) } });
  const [annotation] = row === null ? [] : await present(db, actor, await withParts(db, [row]));
  if (annotation === undefined) throw notFound('annotation');
  return annotation;
}

/** The article that an annotation belongs to, deleted annotations included. Throws NOT_FOUND. */
export async function getArticleIdOf(actor: Actor, annotationId: string): Promise<string> {
  const row = await db.annotation.findFirst({
    where: { id: annotationId, article: visibleArticles(actor) },
    select: { articleId: true },
  });
  if (row === null) throw notFound('annotation');
  return row.articleId;
}

async function present(
  reader: Reader,
  actor: Actor,
  annotations: readonly Annotation[],
): Promise<Presented[]> {
  const people = await findPeople(reader, actor.teamId, authorsOf(annotations));
  const rules = await readBlindness(reader, actor.teamId);
  return annotations.map((annotation) => presentAnnotation(sealFor(actor, rules, annotation), people));
}
