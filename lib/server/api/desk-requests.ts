import 'server-only';
import { z } from 'zod';
import { beatSchema } from '@/lib/domain/beat-schema';
import { contactFieldsSchema } from '@/lib/domain/contact';
import { dashboardDays } from '@/lib/domain/dashboard';
import { idSchema } from '@/lib/domain/ids';
import { inboxSplits } from '@/lib/domain/notification';
import { queueFiltersSchema, queueLookSchema } from '@/lib/domain/queue';
import { ownScaleSchema } from '@/lib/domain/scale-draft';
import { sourceFieldsSchema } from '@/lib/domain/source';
import { roleSchema } from '@/lib/domain/team';
import { articleParams, page, storedNumber, wholeNumber } from './requests';

/** What requests to REST v1 about reports, sources, the queue, sessions and the team may carry. */
export const linkParams = articleParams.extend({ linkId: idSchema });
export const sourceParams = z.strictObject({ sourceId: idSchema });
export const contactParams = z.strictObject({ contactId: idSchema });
export const scaleParams = z.strictObject({ scaleId: idSchema });
export const invitationParams = z.strictObject({ invitationId: idSchema });
export const memberParams = z.strictObject({ userId: idSchema });
export const webhookParams = z.strictObject({ webhookId: idSchema });
export const deliveryParams = z.strictObject({ deliveryId: idSchema });

export const sourcesQuery = z.strictObject({
  search: z.string().max(200).optional().describe('Parts of title or address.'),
  ...page,
});
export const queueQuery = queueLookSchema.extend(page);
export const queueCountsQuery = queueFiltersSchema;
export const inboxQuery = z.strictObject({ split: z.enum(inboxSplits).default('unread'), ...page });
export const sessionsQuery = z.strictObject({
  state: z.enum(['under_way', 'closed']).default('under_way'),
  ...page,
});
export const dashboardQuery = z.strictObject({
  days: z.coerce
    .number()
    .pipe(z.literal([...dashboardDays]))
    .default(30),
  articleId: idSchema.optional(),
});

/** Asked of what was changed meanwhile: 409. */
const version = storedNumber;

export const captureBody = z.strictObject({ evidenceId: idSchema });
export const sourceChangeBody = sourceFieldsSchema.extend({ version });
export const contactChangeBody = contactFieldsSchema.extend({ version });
export const withdrawQuery = z.strictObject({ version: wholeNumber });
export const memberBody = z
  .strictObject({
    role: roleSchema.optional(),
    beat: beatSchema.optional().describe('What they know best: kinds of claim, and topics in words.'),
    isDisabled: z.boolean().optional(),
  })
  .refine((changes) => Object.keys(changes).length > 0, 'Say what is to change: role, beat or isDisabled.');
export const membersQuery = z.strictObject({
  search: z.string().max(200).optional().describe('Parts of the name.'),
  ...page,
});
export const scaleChangeBody = z.strictObject({ version, scale: ownScaleSchema });
export const scaleArchiveBody = z.strictObject({ isArchived: z.boolean() });

export const fileCopyBody = z.strictObject({
  evidenceId: idSchema.describe('Evidence of any article that you see, with a file.'),
});
export const fileForm = z.strictObject({
  file: z.file().describe('A picture, PDF or sound, at most 25 MB.'),
});
