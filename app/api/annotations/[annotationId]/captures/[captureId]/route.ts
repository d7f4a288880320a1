import { z } from 'zod';
import { idSchema } from '@/lib/domain/ids';
import { cancelCapture } from '@/lib/server/captures/ask-capture';
import { getCaptureText } from '@/lib/server/captures/find-captures';
import { door } from '@/lib/server/http';

const params = z.strictObject({ annotationId: idSchema, captureId: idSchema });

/** The words of a capture, as plain text. */
export const GET = door({ params }, async ({ actor, params }) => {
  const text = await getCaptureText(actor, params.annotationId, params.captureId);
  return new Response(text, {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' },
  });
});

/** Takes back a capture that is still being fetched. */
export const DELETE = door({ params, rate: 'command' }, ({ actor, params }) =>
  cancelCapture(actor, params.annotationId, params.captureId),
);
