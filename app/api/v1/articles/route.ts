import { commandIdOf } from '@/lib/server/api/idempotency';
import { presentArticleLine } from '@/lib/server/api/present';
import { articleBody, articlesQuery, sourceOf } from '@/lib/server/api/requests';
import { findArticles } from '@/lib/server/articles/find-articles';
import { importArticle, readArticleForm } from '@/lib/server/articles/import-article';
import { created, door } from '@/lib/server/http';

/** The team's articles, latest change first. */
export const GET = door({ query: articlesQuery }, async ({ actor, query }) => {
  const { items, next } = await findArticles(actor, query);
  return { items: items.map(presentArticleLine), next };
});

/** The largest file, a PDF, in its form; JSON may spell a character in six bytes. Each kind is held to its own limit. */
const maxBytes = 32 * 1024 * 1024;

/** Puts in an article, as JSON with its text or its address, or as a form with a file. */
export const POST = door(
  { body: articleBody, multipart: true, maxBytes, rate: 'command' },
  async ({ actor, body, form, request }) => {
    const commandId = commandIdOf(actor, request);
    const { signal } = request;
    if (form !== undefined)
      return created(await importArticle(actor, commandId, await readArticleForm(form), signal));
    const { format: _format, content: _content, url: _url, ...details } = body;
    return created(await importArticle(actor, commandId, { source: sourceOf(body), details }, signal));
  },
);
