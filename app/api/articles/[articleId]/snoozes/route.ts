import { z } from 'zod';
import { idSchema } from '@/lib/domain/ids';
import { snoozeSchema } from '@/lib/domain/queue';
import { door } from '@/lib/server/http';
import { snooze } from '@/lib/server/queue/snooze';

const params = z.strictObject({ articleId: idSchema });

/** Hides claims of an article from one's own review queue for a while, or shows them again. */
export const PUT = door({ params, body: snoozeSchema }, ({ actor, params, body }) =>
  snooze(actor, params.articleId, body),
);
