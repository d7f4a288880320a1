import { z } from 'zod';
import { idSchema } from '@/lib/domain/ids';
import { door } from '@/lib/server/http';
import { findBeats, findOpenClaims } from '@/lib/server/queue/find-open-claims';

const params = z.strictObject({ articleId: idSchema });

/** The claims of an article that can be handed out, those that somebody has already, and what people know best. */
export const GET = door({ params }, async ({ actor, params }) => ({
  ...(await findOpenClaims(actor, params.articleId)),
  beats: await findBeats(actor),
}));
