import { addNote } from '@/lib/server/annotations/change-annotations';
import { commandIdOf } from '@/lib/server/api/idempotency';
import { annotationParams, noteBody } from '@/lib/server/api/requests';
import { created, door } from '@/lib/server/http';

/** Adds a verification note. */
export const POST = door(
  { params: annotationParams, body: noteBody, rate: 'command' },
  async ({ actor, params, body, request }) => {
    const commandId = commandIdOf(actor, request);
    return created(await addNote({ actor, commandId }, params.annotationId, body));
  },
);
