import { maxGalleyFileBytes } from '@/lib/exchange/galley/file-schema';
import { commandIdOf } from '@/lib/server/api/idempotency';
import { presentArticleLine } from '@/lib/server/api/present';
import { articleBody, articlesQuery, sourceOf } from '@/lib/server/api/requests';
import { readArticleForm } from '@/lib/server/articles/article-form';
import { findArticles } from '@/lib/server/articles/find-articles';
import { importArticle } from '@/lib/server/articles/import-article';
import { importFile, importFiles } from '@/lib/server/articles/import-files';
import { created, door } from '@/lib/server/http';

/** The team's articles, latest change first. */
export const GET = door({ query: articlesQuery }, async ({ actor, query }) => {
  const { items, next } = await findArticles(actor, query);
  return { items: items.map(presentArticleLine), next };
});

/** JSON may spell a character in six bytes. */
const maxBytes = 64 * 1024 * 1024;
/** All files of a form together, of which a Galley file is the largest. Each kind of file is held to its own limit. */
const maxFormBytes = maxGalleyFileBytes + 1024 * 1024;

/** Puts in an article, as JSON with its text or its address, or as a form with a file; with many, a list of answers. */
export const POST = door(
  { body: articleBody, multipart: true, maxBytes, maxFormBytes, rate: 'command' },
  async ({ actor, body, form, request }) => {
    const commandId = commandIdOf(actor, request);
    const { signal } = request;
    if (form !== undefined) {
      const { files, details } = await readArticleForm(form);
      const [only, ...others] = files;
      if (only !== undefined && others.length === 0)
        return created(await importFile(actor, only, { commandId, signal, details }));
      return created({ items: await importFiles(actor, files, { commandId, signal }), next: null });
    }
    const { format: _format, content: _content, url: _url, ...details } = body;
    return created(await importArticle(actor, commandId, { source: sourceOf(body), details }, signal));
  },
);
