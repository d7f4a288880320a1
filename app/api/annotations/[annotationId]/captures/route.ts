import { z } from 'zod';
import { idSchema } from '@/lib/domain/ids';
import { captureEvidence } from '@/lib/server/captures/capture-evidence';
import { findCaptures } from '@/lib/server/captures/find-captures';
import { created, door } from '@/lib/server/http';

const params = z.strictObject({ annotationId: idSchema });
const body = z.strictObject({ evidenceId: idSchema });

/** What was captured of the evidence of an annotation, latest first, without the words. */
export const GET = door({ params }, async ({ actor, params }) => ({
  items: await findCaptures(actor, params.annotationId),
  next: null,
}));

/** Fetches the address of one piece of evidence now. Whoever leaves ends it, and nothing is kept. */
export const POST = door({ params, body, rate: 'command' }, async ({ actor, params, body, request }) =>
  created(await captureEvidence(actor, params.annotationId, body.evidenceId, { signal: request.signal })),
);
