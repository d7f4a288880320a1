import { articleParams } from '@/lib/server/api/requests';
import { created, door } from '@/lib/server/http';
import { createShareLink, findShareLinks, shareLinkBody } from '@/lib/server/sharing/share-links';

/** The links to a report that work now. */
export const GET = door({ params: articleParams }, async ({ actor, params }) => ({
  items: await findShareLinks(actor, params.articleId),
  next: null,
}));

/** Makes a link. */
export const POST = door(
  { params: articleParams, body: shareLinkBody, rate: 'command' },
  async ({ actor, params, body }) => created(await createShareLink(actor, params.articleId, body)),
);
