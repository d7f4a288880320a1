import { z } from 'zod';
import { claimTypes, flagPriorities, marks } from './annotation';
import { daySchema } from './ids';

export const markSchema = z.enum(marks);

/** What is known of a claim: its kinds, who said it and on which day. */
export const claimFieldsSchema = z.strictObject({
  claimTypes: z.array(z.enum(claimTypes)).max(claimTypes.length),
  claimant: z.string().trim().max(300).nullable(),
  claimedOn: daySchema.nullable(),
});

export const flagFieldsSchema = z.strictObject({
  reason: z.string().trim().min(1, 'Say why someone must look at this.').max(1_000),
  priority: z.enum(flagPriorities),
});
