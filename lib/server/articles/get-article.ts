import 'server-only';
import type { z } from 'zod';
import { db } from '@/lib/db/client';
import { toArticle } from '@/lib/db/rows';
import { visibleArticles } from '@/lib/db/visible';
import type { Actor } from '@/lib/domain/actor';
import { notFound } from '@/lib/domain/errors';
import type { articleShape } from '../api/shapes';

/** An article with its text and numbers as REST v1 shows it, without its annotations. Throws NOT_FOUND. */
export async function getArticle(actor: Actor, id: string): Promise<z.input<typeof articleShape>> {
  const row = await db.article.findFirst({ where: { id, ...visibleArticles(actor) } });
  if (row === null) throw notFound('article');
  // A revision never changes, so the two reads cannot disagree.
  const revision = await db.revision.findUniqueOrThrow({
    where: { id: row.currentRevisionId },
    select: { id: true, number: true, hash: true, text: true },
  });
  const { createdById: _by, ...article } = toArticle(row);
  return {
    ...article,
    changedAt: row.changedAt.toISOString(),
    revision: revision.number,
    revisionId: revision.id,
    hash: revision.hash,
    text: revision.text,
    seq: row.seq,
    sentences: row.sentenceCount,
    decided: row.decidedCount,
    annotations: row.annotationCount,
    openFlags: row.openFlagCount,
  };
}
