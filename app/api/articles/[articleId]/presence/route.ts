import { z } from 'zod';
import { idSchema } from '@/lib/domain/ids';
import { presenceSchema } from '@/lib/domain/presence';
import { door } from '@/lib/server/http';
import { announcePresence } from '@/lib/server/realtime/announce-presence';

const params = z.strictObject({ articleId: idSchema });

/** Tells colleagues in the article where one is: ids and offsets, kept nowhere. */
export const POST = door(
  { params, body: presenceSchema, maxBytes: 2_000, rate: 'presence' },
  ({ actor, params, body }) => announcePresence(actor, params.articleId, body),
);
