import { z } from 'zod';
import { idSchema } from '@/lib/domain/ids';
import { door } from '@/lib/server/http';
import { findEvidenceOrigins } from '@/lib/server/queue/find-evidence-origins';

const params = z.strictObject({ annotationId: idSchema });

/** From which earlier claims the evidence of this one was copied. */
export const GET = door({ params }, async ({ actor, params }) => ({
  items: await findEvidenceOrigins(actor, params.annotationId),
  next: null,
}));
