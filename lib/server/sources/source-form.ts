import 'server-only';
import { z } from 'zod';
import { idSchema } from '@/lib/domain/ids';
import { sourceFieldsSchema } from '@/lib/domain/source';

const { title, address, type, tier, independenceGroup, note } = sourceFieldsSchema.shape;
const emptyIsNull = (value: unknown): unknown =>
  typeof value === 'string' && value.trim() === '' ? null : value;

/** A source as a plain form sends it; `version` is 0 for a new one. */
export const sourceFormSchema = z.strictObject({
  sourceId: idSchema,
  version: z.coerce.number().int().min(0).max(2_147_483_647),
  title,
  address: z.preprocess(emptyIsNull, address),
  type,
  tier,
  independenceGroup: z.preprocess(emptyIsNull, independenceGroup),
  note: z.preprocess(emptyIsNull, note),
});
