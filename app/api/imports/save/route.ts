import { saveDraftBody } from '@/lib/server/api/requests';
import { createArticle } from '@/lib/server/articles/create-article';
import { readDoc, unreadDoc } from '@/lib/server/articles/read-doc';
import { created, door } from '@/lib/server/http';

const body = saveDraftBody.extend({ doc: unreadDoc });

/** A document carries its structure beside its text, so it may be larger than the file it came from. */
const maxBytes = 32 * 1024 * 1024;

/** Saves a corrected draft as an article. Sent again with the same ids it answers the same. */
export const POST = door({ body, maxBytes, rate: 'command' }, async ({ actor, body }) => {
  const { articleId, ...request } = body;
  const doc = await readDoc(body.doc);
  return created(await createArticle(actor, { ...request, id: articleId, doc }));
});
