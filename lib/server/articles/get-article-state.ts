import 'server-only';
import { db, type Reader } from '@/lib/db/client';
import { orderOfParts } from '@/lib/db/given';
import { authorsOf, findPeople } from '@/lib/db/people';
import { type Parts, toAnnotation, toArticle, toEvidence, toFlag, toNote, toRevision } from '@/lib/db/rows';
import { visibleArticles } from '@/lib/db/visible';
import type { Actor } from '@/lib/domain/actor';
import type { Annotation } from '@/lib/domain/annotation';
import type { ArticleState } from '@/lib/domain/apply';
import { notFound } from '@/lib/domain/errors';
import { idSchema } from '@/lib/domain/ids';

/**
 * An article with all its annotations as of one `seq`, in eight queries whatever its size. The people in it are those
 * whose work is in it. Throws NOT_FOUND when the actor may not see it.
 */
export async function getArticleState(actor: Actor, articleId: string): Promise<ArticleState> {
  if (!idSchema.safeParse(articleId).success) throw notFound('article');
  // One snapshot: what is read belongs to the `seq` that is read with it.
  return db.$transaction((tx) => readState(tx, actor, articleId), { isolationLevel: 'RepeatableRead' });
}

async function readState(reader: Reader, actor: Actor, articleId: string): Promise<ArticleState> {
  const row = await reader.article.findFirst({ where: { id: articleId, ...visibleArticles(actor) } });
  if (row === null) throw notFound('article');
  const revision = await reader.revision.findUniqueOrThrow({ where: { id: row.currentRevisionId } });
  const annotations = await findAnnotations(reader, articleId);
  const article = toArticle(row);
  return {
    seq: row.seq,
    article,
    revision: toRevision(revision),
    annotations: Object.fromEntries(annotations.map((annotation) => [annotation.id, annotation])),
    people: await findPeople(reader, actor.teamId, [article.createdById, ...authorsOf(annotations)]),
  };
}

/** The live annotations of an article in the order of the text, with their parts: four queries. */
async function findAnnotations(reader: Reader, articleId: string): Promise<Annotation[]> {
  const ofArticle = { annotation: { articleId, deletedAt: null } };
  const rows = await reader.annotation.findMany({
    where: { articleId, deletedAt: null },
    orderBy: [{ start: 'asc' }, { end: 'asc' }, { id: 'asc' }],
  });
  const notes = byAnnotation(
    await reader.note.findMany({
      where: { ...ofArticle, deletedAt: null },
      orderBy: [...orderOfParts.notes],
    }),
    toNote,
  );
  const evidence = byAnnotation(
    await reader.evidence.findMany({
      where: { ...ofArticle, deletedAt: null },
      orderBy: [...orderOfParts.evidence],
    }),
    toEvidence,
  );
  const flags = byAnnotation(
    await reader.flag.findMany({ where: ofArticle, orderBy: [...orderOfParts.flags] }),
    toFlag,
  );
  return rows.map((row) => {
    const parts: Parts = {
      notes: notes.get(row.id) ?? [],
      evidence: evidence.get(row.id) ?? [],
      flags: flags.get(row.id) ?? [],
    };
    return toAnnotation(row, parts);
  });
}

function byAnnotation<Row extends { readonly annotationId: string }, T>(
  rows: readonly Row[],
  to: (row: Row) => T,
): Map<string, T[]> {
  const lists = new Map<string, T[]>();
  for (const row of rows) {
    const list = lists.get(row.annotationId);
    if (list === undefined) lists.set(row.annotationId, [to(row)]);
    else list.push(to(row));
  }
  return lists;
}
