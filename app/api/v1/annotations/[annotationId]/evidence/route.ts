import { addEvidence } from '@/lib/server/annotations/change-annotations';
import { commandIdOf } from '@/lib/server/api/idempotency';
import { annotationParams, evidenceBody } from '@/lib/server/api/requests';
import { created, door } from '@/lib/server/http';

/** Attaches evidence. */
export const POST = door(
  { params: annotationParams, body: evidenceBody, rate: 'command' },
  async ({ actor, params, body, request }) => {
    const commandId = commandIdOf(actor, request);
    return created(await addEvidence({ actor, commandId }, params.annotationId, body));
  },
);
