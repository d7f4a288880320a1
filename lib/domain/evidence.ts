import { z } from 'zod';
import { evidenceFileSchema } from './evidence-file-schema';
import { daySchema, type Instant, idSchema } from './ids';
import { noDepth } from './no-depth';

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

/** The Admiralty code: how far a source can be relied on. A completely, E not at all, F cannot be judged. */
export const reliabilities = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
/** The Admiralty code: how far what it says is borne out. 1 confirmed by others, 5 improbable, 6 cannot be judged. */
export const credibilities = [1, 2, 3, 4, 5, 6] as const;
/** What was agreed with whoever said it. */
export const attributions = [
  'on_the_record',
  'on_background',
  'not_for_attribution',
  'off_the_record',
] as const;

const address = z
  .url({ protocol: /^https?$/, error: 'Give a whole web address that begins with http:// or https://.' })
  .max(2_000)
  .nullable();

/** Who or what a piece of evidence goes back to: two with the same group do not confirm each other. */
export const independenceGroupSchema = z.string().trim().min(1).max(120).nullable();

const depth = {
  archivedAddress: address,
  independenceGroup: independenceGroupSchema,
  /** SHA-256 in hex of what was captured. */
  captureHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'Give the SHA-256 as 64 digits and letters from a to f.')
    .nullable(),
  reliability: z.enum(reliabilities).nullable(),
  credibility: z.literal(credibilities).nullable(),
  attribution: z.enum(attributions).nullable(),
  /** Never in a public report. */
  isConfidential: z.boolean(),
  /** The source of the team's library that it is from. */
  sourceId: idSchema.nullable(),
  /** What was captured; its hash is the capture hash. */
  file: evidenceFileSchema.nullable(),
  /** The evidence of an earlier claim of the team that it was copied from. */
  reusedFromId: idSchema.nullable(),
  /** The confidential contact behind it, by id only: who that is, only named people see. */
  contactId: idSchema.nullable(),
};

const fields = {
  type: z.enum(evidenceTypes),
  tier: z.enum(evidenceTiers),
  stance: z.enum(evidenceStances),
  title: z.string().trim().min(1, 'Give the evidence a title.').max(500),
  address,
  quote: z.string().trim().max(5_000).nullable(),
  /** Page, paragraph, timecode or cell. */
  locator: z.string().trim().max(300).nullable(),
  accessedOn: daySchema.nullable(),
};

/** What a person writes down about one piece of evidence. `null` means not given. */
export const evidenceFieldsSchema = z.strictObject({
  ...fields,
  archivedAddress: depth.archivedAddress.default(noDepth.archivedAddress),
  independenceGroup: depth.independenceGroup.default(noDepth.independenceGroup),
  captureHash: depth.captureHash.default(noDepth.captureHash),
  reliability: depth.reliability.default(noDepth.reliability),
  credibility: depth.credibility.default(noDepth.credibility),
  attribution: depth.attribution.default(noDepth.attribution),
  isConfidential: depth.isConfidential.default(noDepth.isConfidential),
  sourceId: depth.sourceId.default(noDepth.sourceId),
  file: depth.file.default(noDepth.file),
  reusedFromId: depth.reusedFromId.default(noDepth.reusedFromId),
  contactId: depth.contactId.default(noDepth.contactId),
});
export type EvidenceFields = Readonly<z.infer<typeof evidenceFieldsSchema>>;

/** The fields that are to change; those left out stay, whatever they are in new evidence. */
export const evidenceChangesSchema = z
  .strictObject({ ...fields, ...depth })
  .partial()
  .refine((changes) => Object.keys(changes).length > 0, 'Say what is to change.');

/** Evidence as attached to an annotation. */
export type Evidence = EvidenceFields & {
  readonly id: string;
  readonly authorId: string;
  readonly createdAt: Instant;
  readonly changedAt: Instant;
  readonly version: number;
};

/** The fields of evidence without what the server adds. */
export function evidenceFieldsOf(evidence: Evidence): EvidenceFields {
  const {
    id: _id,
    authorId: _by,
    createdAt: _at,
    changedAt: _changed,
    version: _version,
    ...fields
  } = evidence;
  return fields;
}

/** Evidence as it was written down before all of today's fields were known. */
export function withDepth(evidence: Evidence): Evidence {
  return { ...noDepth, ...evidence };
}

/** Evidence as it is copied to where its contact is not known: what a contact gave stays confidential. */
export function withoutContact<T extends EvidenceFields>(fields: T): T {
  return { ...fields, contactId: null, isConfidential: fields.isConfidential || fields.contactId !== null };
}
