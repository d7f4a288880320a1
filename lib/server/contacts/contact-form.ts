import 'server-only';
import { z } from 'zod';
import { contactFieldsSchema } from '@/lib/domain/contact';
import { idSchema } from '@/lib/domain/ids';

const { name, details, visibleToIds } = contactFieldsSchema.shape;

/** A contact as a plain form sends it: who may see it as ids with commas between; `version` is 0 for a new one. */
export const contactFormSchema = z.strictObject({
  contactId: idSchema,
  version: z.coerce.number().int().min(0).max(2_147_483_647),
  name,
  details,
  visibleToIds: z
    .string()
    .transform((ids) => ids.split(',').filter((id) => id !== ''))
    .pipe(visibleToIds),
});
