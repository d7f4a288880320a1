import { z } from 'zod';
import { idSchema } from './ids';

/** A sentence that nobody needs to decide, by name and with a reason. Offsets in the revision's text. */
export const waiverSchema = z.strictObject({
  start: z.int().min(0),
  end: z.int().min(1),
  reason: z.string().trim().min(1, 'Say why this sentence needs no decision.').max(500),
});
export type Waiver = Readonly<z.infer<typeof waiverSchema>>;

export const articleSignOffSchema = z.strictObject({
  byId: idSchema,
  at: z.iso.datetime(),
  revisionId: idSchema,
  /** Number of the event that signed it: whatever has a higher one happened afterwards. */
  seq: z.int().min(1),
  waivers: z.array(waiverSchema),
  /** An owner signed although something stood against it: what, and why. On every report. */
  override: z.strictObject({ reason: z.string(), against: z.array(z.string()) }).nullable(),
});
/** The named approval of an article's check. */
export type ArticleSignOff = Readonly<z.infer<typeof articleSignOffSchema>>;
