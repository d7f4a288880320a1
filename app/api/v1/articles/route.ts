import { commandIdOf } from '@/lib/server/api/idempotency';
import { presentArticleLine } from '@/lib/server/api/present';
import { articleBody, articlesQuery } from '@/lib/server/api/requests';
import { findArticles } from '@/lib/server/articles/find-articles';
import { importArticle, readArticleForm } from '@/lib/server/articles/import-article';
import { created, door } from '@/lib/server/http';

/** The team's articles, latest change first. */
export const GET = door({ query: articlesQuery }, async ({ actor, query }) => {
  const { items, next } = await findArticles(actor, query);
  return { items: items.map(presentArticleLine), next };
});

/** JSON may spell a character in six bytes; the text itself is held to 5 MB by the reader. */
const maxBytes = 12 * 1024 * 1024;

/** Puts in an article, as JSON or as a form with a file. */
export const POST = door(
  { body: articleBody, multipart: true, maxBytes, rate: 'command' },
  async ({ actor, body, form, request }) => {
    const commandId = commandIdOf(actor, request);
    if (form !== undefined)
      return created(await importArticle(actor, commandId, await readArticleForm(form)));
    const { format, content, ...details } = body;
    return created(await importArticle(actor, commandId, { format, content, details }));
  },
);
