import { linkParams } from '@/lib/server/api/desk-requests';
import { door } from '@/lib/server/http';
import { revokeShareLink } from '@/lib/server/sharing/share-links';

/** Ends a link at once. */
export const DELETE = door({ params: linkParams, rate: 'command' }, ({ actor, params }) =>
  revokeShareLink(actor, params.articleId, params.linkId),
);
