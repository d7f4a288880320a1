import { richTextToPlain } from '@/lib/domain/rich-text';
import { versionsParams } from '@/lib/server/api/past-requests';
import { pageQuery } from '@/lib/server/api/requests';
import { findVersions } from '@/lib/server/articles/find-versions';
import { cutPage } from '@/lib/server/cursor';
import { door } from '@/lib/server/http';

/** What a note or a reply said before it was edited. */
export const GET = door({ params: versionsParams, query: pageQuery }, async ({ actor, params, query }) => {
  const { items } = await findVersions(actor, params.articleId, params.itemId);
  const versions = items.map((version) => ({ ...version, text: richTextToPlain(version.body) }));
  return cutPage(versions, query, ({ at }) => at);
});
