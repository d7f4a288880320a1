import { z } from 'zod';
import { ensureCan } from '@/lib/domain/policy';
import { hasItsSource, sourceMissing, sourceOf, sourceShape } from '@/lib/server/api/requests';
import { readArticleForm } from '@/lib/server/articles/import-article';
import { door } from '@/lib/server/http';
import { readArticle } from '@/lib/server/imports/read-article';

const body = z.strictObject(sourceShape).refine(hasItsSource, sourceMissing);

/** The largest file, a PDF, in its form; JSON may spell a character in six bytes. Each kind is held to its own limit. */
const maxBytes = 32 * 1024 * 1024;

/** Reads a text, a file or an address into a draft to look at; saves nothing. Whoever leaves ends the reading. */
export const POST = door({ body, multipart: true, maxBytes }, async ({ actor, body, form, request }) => {
  ensureCan(actor, 'article.import');
  const source = form === undefined ? sourceOf(body) : (await readArticleForm(form)).source;
  return readArticle(source, { signal: request.signal });
});
