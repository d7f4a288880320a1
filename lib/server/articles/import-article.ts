import 'server-only';
import { z } from 'zod';
import type { Actor } from '@/lib/domain/actor';
import { type ArticleDetails, articleDetailsSchema } from '@/lib/domain/article';
import { DomainError } from '@/lib/domain/errors';
import { trackedChanges } from '@/lib/domain/lists';
import { ensureCan } from '@/lib/domain/policy';
import { sourceFormats } from '../imports/parser-job';
import { type ArticleSource, readArticle } from '../imports/read-article';
import { sentenceOfIssues } from '../validate';
import { createArticle } from './create-article';
import { getArticle } from './get-article';

type Request = {
  readonly source: ArticleSource;
  readonly details: { readonly [Name in keyof ArticleDetails]?: ArticleDetails[Name] | undefined };
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

/** What a form with a file may carry. */
export const articleForm = z.strictObject({
  file: z.file('Send the article as a file named "file".'),
  title: articleDetailsSchema.shape.title.optional(),
  format: z.enum(sourceFormats).optional(),
  changes: z.enum(trackedChanges).optional().describe('What becomes of tracked changes: accept unless said.'),
});

/** An article's source out of a form with a `file`, whose ending says the format; `format` helps where it does not. */
export async function readArticleForm(form: FormData): Promise<Request> {
  const parsed = articleForm.safeParse(Object.fromEntries(form));
  if (!parsed.success) throw new DomainError('INVALID', sentenceOfIssues(parsed.error.issues));
  const { file, title, format, changes } = parsed.data;
  const content = new Uint8Array(await file.arrayBuffer());
  return {
    source: { fileName: file.name, content, format, changes },
    details: { ...(title !== undefined && { title }) },
  };
}
