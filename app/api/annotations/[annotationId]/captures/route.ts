import { z } from 'zod';
import { idSchema } from '@/lib/domain/ids';
import { pageQuery } from '@/lib/server/api/requests';
import { askCapture } from '@/lib/server/captures/ask-capture';
import { findCaptures } from '@/lib/server/captures/find-captures';
import { created, door } from '@/lib/server/http';

const params = z.strictObject({ annotationId: idSchema });
const body = z.strictObject({ evidenceId: idSchema });

/** What was captured of the evidence of an annotation or is being fetched, latest first, without the words. */
export const GET = door({ params, query: pageQuery }, ({ actor, params, query }) =>
  findCaptures(actor, params.annotationId, query),
);

/** Has the address of one piece of evidence fetched, and answers before it has come. */
export const POST = door({ params, body, rate: 'command' }, async ({ actor, params, body }) =>
  created(await askCapture(actor, params.annotationId, body.evidenceId)),
);
