import { DomainError } from '@/lib/domain/errors';
import { ensureCan } from '@/lib/domain/policy';
import { draftBody, sourceOf } from '@/lib/server/api/requests';
import { readArticleForm } from '@/lib/server/articles/article-form';
import { door } from '@/lib/server/http';
import { type ArticleSource, readArticle } from '@/lib/server/imports/read-article';
import { progressAnswer, wantsProgress } from '@/lib/server/progress-answer';

/** The largest file, a PDF, in its form; JSON may spell a character in six bytes. Each kind is held to its own limit. */
const maxBytes = 32 * 1024 * 1024;

/**
 * Reads a text, a file or an address into a draft to look at; saves nothing. Whoever leaves ends the reading, and who
 * accepts lines of JSON hears how far it is.
 */
export const POST = door(
  { body: draftBody, multipart: true, maxBytes },
  async ({ actor, body, form, request }) => {
    ensureCan(actor, 'article.import');
    const source = form === undefined ? sourceOf(body) : await fileOf(form);
    if (!wantsProgress(request)) return readArticle(source, { signal: request.signal });
    return progressAnswer(request, { method: request.method, actorId: actor.userId }, (tools) =>
      readArticle(source, tools),
    );
  },
);

async function fileOf(form: FormData): Promise<ArticleSource> {
  const { files, details } = await readArticleForm(form);
  const [file, ...others] = files;
  if (file === undefined || others.length > 0)
    throw new DomainError('INVALID', 'Send one file at a time to be looked at.');
  return { ...file, title: details.title };
}
