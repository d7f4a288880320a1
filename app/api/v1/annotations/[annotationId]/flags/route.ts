import { raiseFlag } from '@/lib/server/annotations/change-annotations';
import { commandIdOf } from '@/lib/server/api/idempotency';
import { annotationParams, flagBody } from '@/lib/server/api/requests';
import { created, door } from '@/lib/server/http';

/** Raises a flag. */
export const POST = door(
  { params: annotationParams, body: flagBody, rate: 'command' },
  async ({ actor, params, body, request }) => {
    const commandId = commandIdOf(actor, request);
    return created(await raiseFlag({ actor, commandId }, params.annotationId, body));
  },
);
