import 'server-only';
import { z } from 'zod';
import { historyKinds } from '@/lib/domain/history';
import { idSchema } from '@/lib/domain/ids';
import { articleParams, page, wholeNumber } from './requests';

/** What requests to REST v1 about the past of an article may carry. */
export const stateParams = articleParams.extend({ seq: wholeNumber });
export const versionsParams = articleParams.extend({ itemId: idSchema });
export const evidenceVersionsParams = articleParams.extend({ evidenceId: idSchema });

export const comparisonQuery = z.strictObject({
  from: wholeNumber.optional().describe('Number of a revision; the one before `to` unless said.'),
  to: wholeNumber.optional().describe('Number of a revision; the current one unless said.'),
  ...page,
});

export const historyQuery = z.strictObject({
  person: idSchema.optional(),
  kind: z.enum(historyKinds).optional(),
  annotation: idSchema.optional(),
  ...page,
});
