import 'server-only';
import { db } from '@/lib/db/client';
import { known } from '@/lib/db/rows';
import { visibleArticles } from '@/lib/db/visible';
import type { Actor } from '@/lib/domain/actor';
import { notFound } from '@/lib/domain/errors';
import { ensureCan } from '@/lib/domain/policy';
import {
  type Correction,
  type EarlierVersion,
  goneReasons,
  type Publication,
} from '@/lib/domain/report/publication';
import { mostVersions } from '@/lib/domain/report/publication-history';

/** Most corrections of one report. */
export const mostCorrections = 200;

/** The publication of an article's report; null while there was none. Throws NOT_FOUND for an unseen article. */
export async function findPublication(actor: Actor, articleId: string): Promise<Publication | null> {
  ensureCan(actor, 'article.read');
  const article = await db.article.findFirst({
    where: { id: articleId, ...visibleArticles(actor) },
    select: { published: { omit: { html: true, picture: true } } },
  });
  if (article === null) throw notFound('article');
  const { published: publication } = article;
  if (publication === null) return null;
  return {
    slug: publication.slug,
    publishedAt: publication.publishedAt.toISOString(),
    changedAt: publication.changedAt.toISOString(),
    withdrawnAt: publication.withdrawnAt?.toISOString() ?? null,
    seq: publication.seq,
    version: publication.version,
    number: publication.number,
    earlier: await findEarlier(articleId),
    corrections: await findCorrections(actor, articleId),
  };
}

/** What the public read before, the latest first, without the pages. */
async function findEarlier(articleId: string): Promise<readonly EarlierVersion[]> {
  const rows = await db.publicationVersion.findMany({
    where: { articleId },
    omit: { html: true },
    orderBy: { number: 'desc' },
    take: mostVersions,
  });
  return rows.map(({ number, publishedAt, replacedAt, seq, bytes, goneAt, goneBecause }) => ({
    number,
    publishedAt: publishedAt.toISOString(),
    replacedAt: replacedAt.toISOString(),
    seq,
    bytes,
    gone:
      goneAt === null || goneBecause === null
        ? null
        : { at: goneAt.toISOString(), because: known(goneReasons, goneBecause) },
  }));
}

/** What was put right in an article's report, here or before it came in with a Galley file; from the first to the latest. */
export async function findCorrections(actor: Actor, articleId: string): Promise<readonly Correction[]> {
  const rows = await db.correction.findMany({
    where: { articleId, article: visibleArticles(actor) },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    take: mostCorrections,
  });
  return rows.map(({ id, at, text }) => ({ id, at: at.toISOString(), text }));
}
