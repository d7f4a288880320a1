import 'server-only';
import { z } from 'zod';
import type { Actor } from '@/lib/domain/actor';
import { articleDetailsSchema } from '@/lib/domain/article';
import { DomainError } from '@/lib/domain/errors';
import { ensureCan } from '@/lib/domain/policy';
import { type articleBody, formatSchema } from '../api/requests';
import { type ArticleSource, readArticle } from '../imports/read-article';
import { sentenceOfIssues } from '../validate';
import { createArticle } from './create-article';
import { getArticle } from './get-article';

type Source = ArticleSource & {
  readonly details: Omit<Partial<z.output<typeof articleBody>>, 'content' | 'format'>;
};

/**
 * Reads an article out of text, Markdown or HTML and saves it as it was read; details that were sent win over those
 * that were found. Answers with the article. Throws INVALID without a headline, and what the reader refuses.
 */
export async function importArticle(actor: Actor, commandId: string, { details, ...source }: Source) {
  ensureCan(actor, 'article.import');
  const draft = await readArticle({ ...source, title: details.title });
  const given = Object.entries(details).filter(([, value]) => value !== undefined);
  const parsed = articleDetailsSchema.safeParse({ ...draft.details, ...Object.fromEntries(given) });
  if (!parsed.success) throw new DomainError('INVALID', sentenceOfIssues(parsed.error.issues));
  const { articleId } = await createArticle(actor, { commandId, details: parsed.data, doc: draft.doc });
  return getArticle(actor, articleId);
}

const formSchema = z.strictObject({
  file: z.file('Send the article as a file named "file".'),
  title: articleDetailsSchema.shape.title.optional(),
  format: formatSchema.optional(),
});

/** An article's source out of a form with a `file`, whose ending says the format unless `format` does. */
export async function readArticleForm(form: FormData): Promise<Source> {
  const parsed = formSchema.safeParse(Object.fromEntries(form));
  if (!parsed.success) throw new DomainError('INVALID', sentenceOfIssues(parsed.error.issues));
  const { file, title, format } = parsed.data;
  return {
    format: format ?? formatOfFile(file.name),
    content: new Uint8Array(await file.arrayBuffer()),
    fileName: file.name,
    details: { ...(title !== undefined && { title }) },
  };
}

/** The format that a file's name says it has; plain text where it says none. */
export function formatOfFile(fileName: string): ArticleSource['format'] {
  if (/\.(md|markdown)$/i.test(fileName)) return 'markdown';
  return /\.(html?|xhtml)$/i.test(fileName) ? 'html' : 'text';
}
