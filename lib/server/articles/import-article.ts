import 'server-only';
import type { Actor } from '@/lib/domain/actor';
import { articleDetailsSchema } from '@/lib/domain/article';
import { DomainError } from '@/lib/domain/errors';
import { ensureCan } from '@/lib/domain/policy';
import { type ArticleSource, readArticle } from '../imports/read-article';
import { sentenceOfIssues } from '../validate';
import type { GivenDetails } from './article-form';
import { createArticle } from './create-article';
import { getArticle } from './get-article';

type Request = {
  readonly source: ArticleSource;
  readonly details: GivenDetails;
};

/**
 * Reads an article out of a text, a file or an address and saves it as it was read, its comments as annotations;
 * details that were sent win over those that were found. Answers with the article. Throws INVALID without a headline,
 * and what the reader refuses.
 */
export async function importArticle(
  actor: Actor,
  commandId: string,
  { source, details }: Request,
  signal?: AbortSignal,
) {
  ensureCan(actor, 'article.import');
  const draft = await readArticle({ ...source, title: details.title }, { signal });
  const given = Object.entries(details).filter(([, value]) => value !== undefined);
  const parsed = articleDetailsSchema.safeParse({ ...draft.details, ...Object.fromEntries(given) });
  if (!parsed.success) throw new DomainError('INVALID', sentenceOfIssues(parsed.error.issues));
  const { doc, comments } = draft;
  const { articleId } = await createArticle(actor, { commandId, details: parsed.data, doc, comments });
  return getArticle(actor, articleId);
}
