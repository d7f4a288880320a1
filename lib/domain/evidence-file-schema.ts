import { z } from 'zod';
import { fileTypes, maxFileBytes } from './evidence-file';
import { idSchema } from './ids';

export const evidenceFileSchema = z.strictObject({
  id: idSchema,
  name: z.string().min(1).max(200),
  type: z.enum(fileTypes),
  bytes: z.int().min(1).max(maxFileBytes),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
