import { saveDraftBody } from '@/lib/server/api/requests';
import { createArticle } from '@/lib/server/articles/create-article';
import { created, door } from '@/lib/server/http';

/** A document carries its structure beside its text, so it may be larger than the file it came from. */
const maxBytes = 32 * 1024 * 1024;

/** Saves a corrected draft as an article. Sent again with the same ids it answers the same. */
export const POST = door({ body: saveDraftBody, maxBytes, rate: 'command' }, async ({ actor, body }) => {
  const { articleId, ...request } = body;
  return created(await createArticle(actor, { id: articleId, ...request }));
});
