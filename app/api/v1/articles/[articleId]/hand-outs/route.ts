import { articleParams } from '@/lib/server/api/requests';
import { door } from '@/lib/server/http';
import { handOutBody, handOutClaims } from '@/lib/server/queue/hand-out-claims';

/** Splits the open claims that nobody has among people, or says who would get what. */
export const POST = door(
  { params: articleParams, body: handOutBody, rate: 'command' },
  ({ actor, params, body }) => handOutClaims(actor, params.articleId, body),
);
