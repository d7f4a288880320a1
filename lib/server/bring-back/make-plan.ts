import 'server-only';
import { db } from '@/lib/db/client';
import { visibleArticles } from '@/lib/db/visible';
import type { Actor } from '@/lib/domain/actor';
import { ensureCan } from '@/lib/domain/policy';
import type { BackInGiven, BackInPlan, RevisionGiven } from '@/lib/exchange/back-in';
import { planWord } from '@/lib/exchange/docx/plan-word';
import { planBackIn } from '@/lib/exchange/plan-back-in';
import { getArticleState } from '../articles/get-article-state';
import { derivedId } from '../derived-id';
import { findSent } from './find-sent';
import type { BroughtFile } from './read-file';

/**
 * What a file would do to an article as the actor sees it now; nothing is changed. Throws NOT_FOUND for an unseen
 * article, FORBIDDEN for who may not mark, INVALID for what cannot be read.
 */
export async function makePlan(actor: Actor, articleId: string, file: BroughtFile): Promise<BackInPlan> {
  ensureCan(actor, 'annotation.create');
  const given = await findGiven(actor, articleId);
  if ('words' in file) return planBackIn(file.words, given);
  return planWord(file.word, await findSent(actor, articleId, file.word), given);
}

/** Words that stand in none of these are looked for by likeness. */
const revisionsLookedAt = 6;

async function findGiven(actor: Actor, articleId: string): Promise<BackInGiven> {
  const state = await getArticleState(actor, articleId);
  const { id, number, text, doc } = state.revision;
  const { title, version } = state.article;
  const [earlier, deleted] = await Promise.all([
    findEarlier(actor, articleId, number),
    findDeletedIds(actor, articleId),
  ]);
  return {
    actor,
    revisions: [{ id, number, text }, ...earlier],
    doc,
    article: { title, version },
    annotations: Object.values(state.annotations),
    isDeleted: (one) => deleted.has(one),
    idOf: (...words) => derivedId('back-in', articleId, ...words),
  };
}

function findEarlier(actor: Actor, articleId: string, number: number): Promise<RevisionGiven[]> {
  return db.revision.findMany({
    where: { articleId, number: { lt: number }, article: visibleArticles(actor) },
    orderBy: { number: 'desc' },
    take: revisionsLookedAt - 1,
    select: { id: true, number: true, text: true },
  });
}

/** The ids of everything that was on the article and has been deleted, at most as many as an article ever has. */
async function findDeletedIds(actor: Actor, articleId: string): Promise<ReadonlySet<string>> {
  const article = { id: articleId, ...visibleArticles(actor) };
  const gone = { deletedAt: { not: null } };
  const select = { id: true } as const;
  const rows = await Promise.all([
    db.annotation.findMany({ where: { article, ...gone }, select }),
    db.note.findMany({ where: { annotation: { article }, ...gone }, select }),
    db.evidence.findMany({ where: { annotation: { article }, ...gone }, select }),
    db.reply.findMany({ where: { thread: { annotation: { article } }, ...gone }, select }),
  ]);
  return new Set(rows.flat().map(({ id }) => id));
}
