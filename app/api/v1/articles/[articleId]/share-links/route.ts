import { articleParams, pageQuery } from '@/lib/server/api/requests';
import { cutPage } from '@/lib/server/cursor';
import { created, door } from '@/lib/server/http';
import { createShareLink, findShareLinks, shareLinkBody } from '@/lib/server/sharing/share-links';

/** The links to a report that work now. */
export const GET = door({ params: articleParams, query: pageQuery }, async ({ actor, params, query }) =>
  cutPage(await findShareLinks(actor, params.articleId), query, ({ id }) => id),
);

/** Makes a link. */
export const POST = door(
  { params: articleParams, body: shareLinkBody, rate: 'command' },
  async ({ actor, params, body }) => created(await createShareLink(actor, params.articleId, body)),
);
