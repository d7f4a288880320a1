import 'server-only';
import { z } from 'zod';
import { marks } from '@/lib/domain/annotation';
import { checkStatuses, outcomes } from '@/lib/domain/check';
import { contactFieldsSchema } from '@/lib/domain/contact';
import { evidenceStances } from '@/lib/domain/evidence';
import { evidenceFileSchema } from '@/lib/domain/evidence-file-schema';
import { quoteMatchSchema } from '@/lib/domain/find-quote';
import { sourceFieldsSchema } from '@/lib/domain/source';
import { personShape } from './shapes';

const id = z.uuid();
const instant = z.iso.datetime();
const version = z.int().min(1);
const count = z.int().min(0);

/** What REST v1 answers about sources, contacts, files, captures and earlier claims. */
export const fileShape = evidenceFileSchema;

export const captureShape = z.strictObject({
  id,
  evidenceId: id,
  address: z.string(),
  status: z.int().nullable().describe('The HTTP status; null where nothing answered.'),
  title: z.string(),
  length: count,
  hash: z.string().describe('SHA-256 of the words; empty where there are none.'),
  match: quoteMatchSchema.nullable().describe('Whether the quote stands in it.'),
  failure: z.string().nullable(),
  by: personShape,
  isScheduled: z.boolean(),
  askedAt: instant,
  at: instant.nullable().describe('Null while the page is being fetched.'),
  isGone: z.boolean(),
  hasReopened: z.boolean(),
});

export const sourceShape = sourceFieldsSchema
  .extend({ id, createdById: id, createdAt: instant, changedAt: instant, version })
  .strict();
export const sourceLineShape = sourceShape.extend({ uses: count }).strict();
export const sourceUseShape = z.strictObject({
  evidenceId: id,
  articleId: id,
  articleTitle: z.string(),
  annotationId: id,
  mark: z.enum(marks),
  status: z.enum(checkStatuses),
  exact: z.string(),
  stance: z.enum(evidenceStances),
  locator: z.string().nullable(),
});

export const contactShape = contactFieldsSchema
  .extend({ id, createdById: id, createdAt: instant, version, uses: count })
  .strict();

export const claimMatchShape = z.strictObject({
  annotationId: id,
  articleId: id,
  articleTitle: z.string(),
  mark: z.enum(marks),
  exact: z.string(),
  status: z.enum(checkStatuses),
  outcome: z.enum(outcomes).nullable(),
  verdict: z.string().nullable(),
  isSealed: z.boolean(),
  createdAt: instant,
  evidence: z.array(z.looseObject({ id })),
  likeness: z.number().min(0).max(1),
});

export const evidenceOriginShape = z.strictObject({
  evidenceId: id,
  annotationId: id.describe('The claim that it comes from.'),
  articleId: id,
  articleTitle: z.string(),
  author: personShape,
});

/** The id of what was made. */
export const madeShape = z.strictObject({ id });
