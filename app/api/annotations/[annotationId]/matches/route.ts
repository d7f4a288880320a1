import { z } from 'zod';
import { idSchema } from '@/lib/domain/ids';
import { door } from '@/lib/server/http';
import { findClaimMatches } from '@/lib/server/queue/find-claim-matches';

const params = z.strictObject({ annotationId: idSchema });

/** Claims of the team's archive that say much the same as this one. */
export const GET = door({ params }, async ({ actor, params }) => ({
  items: await findClaimMatches(actor, params.annotationId),
  next: null,
}));
