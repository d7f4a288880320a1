import { changeAnnotation, deleteAnnotation } from '@/lib/server/annotations/change-annotations';
import { getAnnotation } from '@/lib/server/annotations/find-annotations';
import { commandIdOf } from '@/lib/server/api/idempotency';
import { annotationChangeBody, annotationParams, versionQuery } from '@/lib/server/api/requests';
import { readVersion } from '@/lib/server/api/version';
import { door } from '@/lib/server/http';

/** One annotation with its notes, evidence and flags. */
export const GET = door({ params: annotationParams }, ({ actor, params }) =>
  getAnnotation(actor, params.annotationId),
);

/** Changes its mark, passage or claim fields. */
export const PATCH = door(
  { params: annotationParams, body: annotationChangeBody, rate: 'command' },
  ({ actor, params, body, request }) =>
    changeAnnotation({ actor, commandId: commandIdOf(actor, request) }, params.annotationId, body),
);

/** Deletes it softly. */
export const DELETE = door(
  { params: annotationParams, query: versionQuery, rate: 'command' },
  async ({ actor, params, query, request }) => {
    const version = await readVersion(query, request);
    return deleteAnnotation({ actor, commandId: commandIdOf(actor, request) }, params.annotationId, version);
  },
);
