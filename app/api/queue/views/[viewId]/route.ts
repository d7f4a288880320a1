import { z } from 'zod';
import { idSchema } from '@/lib/domain/ids';
import { savedViewSchema } from '@/lib/domain/queue';
import { door } from '@/lib/server/http';
import { deleteView, saveView } from '@/lib/server/queue/saved-views';

const params = z.strictObject({ viewId: idSchema });

/** Keeps a view of the review queue, or gives it another name. */
export const PUT = door({ params, body: savedViewSchema }, ({ actor, params, body }) =>
  saveView(actor, { id: params.viewId, ...body }),
);

/** Forgets a view of the review queue. */
export const DELETE = door({ params }, ({ actor, params }) => deleteView(actor, params.viewId));
