import { createAnnotation } from '@/lib/server/annotations/change-annotations';
import { findAnnotations } from '@/lib/server/annotations/find-annotations';
import { commandIdOf } from '@/lib/server/api/idempotency';
import { annotationBody, annotationsQuery, articleParams } from '@/lib/server/api/requests';
import { created, door } from '@/lib/server/http';

/** The article's annotations in the order of the text. */
export const GET = door({ params: articleParams, query: annotationsQuery }, ({ actor, params, query }) =>
  findAnnotations(actor, params.articleId, query),
);

/** Marks a passage, by offsets or by its words. */
export const POST = door(
  { params: articleParams, body: annotationBody, rate: 'command' },
  async ({ actor, params, body, request }) => {
    const commandId = commandIdOf(actor, request);
    return created(await createAnnotation({ actor, commandId }, params.articleId, body));
  },
);
