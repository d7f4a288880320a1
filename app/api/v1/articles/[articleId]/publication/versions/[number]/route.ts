import { versionParams } from '@/lib/server/api/requests';
import { door } from '@/lib/server/http';
import { takeAwayQuery, takeAwayVersion } from '@/lib/server/sharing/take-away-version';

/** Takes the page of one earlier version away for good. */
export const DELETE = door(
  { params: versionParams, query: takeAwayQuery, rate: 'command' },
  ({ actor, params, query }) =>
    takeAwayVersion(actor, params.articleId, { number: params.number, version: query.version }),
);
