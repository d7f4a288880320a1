import { z } from 'zod';
import { daySchema, type Instant } from './ids';

export const evidenceTypes = [
  'official_document',
  'dataset',
  'court_record',
  'paper',
  'transcript',
  'recording',
  'interview',
  'expert',
  'eyewitness',
  'photo',
  'video',
  'own_observation',
  'company_statement',
  'press_release',
  'news_report',
  'prior_fact_check',
  'encyclopaedia',
  'social_post',
] as const;
export const evidenceTiers = ['primary', 'secondary', 'tertiary'] as const;
export const evidenceStances = ['supports', 'refutes', 'mixed', 'context'] as const;

/** What a person writes down about one piece of evidence. `null` means not given. */
export const evidenceFieldsSchema = z.strictObject({
  type: z.enum(evidenceTypes),
  tier: z.enum(evidenceTiers),
  stance: z.enum(evidenceStances),
  title: z.string().trim().min(1, 'Give the evidence a title.').max(500),
  address: z
    .url({ protocol: /^https?$/, error: 'Give a whole web address that begins with http:// or https://.' })
    .max(2_000)
    .nullable(),
  quote: z.string().trim().max(5_000).nullable(),
  /** Page, paragraph, timecode or cell. */
  locator: z.string().trim().max(300).nullable(),
  accessedOn: daySchema.nullable(),
});
export type EvidenceFields = Readonly<z.infer<typeof evidenceFieldsSchema>>;

/** Evidence as attached to an annotation. */
export type Evidence = EvidenceFields & {
  readonly id: string;
  readonly authorId: string;
  readonly createdAt: Instant;
  readonly changedAt: Instant;
  readonly version: number;
};
