import { stateParams } from '@/lib/server/api/past-requests';
import { presentPastState } from '@/lib/server/articles/present-past';
import { door } from '@/lib/server/http';

/** An article as it was after one event. */
export const GET = door({ params: stateParams }, ({ actor, params }) =>
  presentPastState(actor, params.articleId, params.seq),
);
