import { z } from 'zod';
import { articleDocSchema } from '@/lib/domain/article-doc-schema';
import { evidenceFileSchema } from '@/lib/domain/evidence-file-schema';
import { quoteMatchSchema } from '@/lib/domain/find-quote';
import { idSchema } from '@/lib/domain/ids';
import { revisionSources } from '@/lib/domain/revised';
import { anchorSchema, eventBodySchema } from './event-schema';
import { annotationShape, evidenceSchema, instantSchema, noteSchema, replySchema } from './part-schemas';
import { ballotSchema, sessionSchema } from './session-schemas';

/** SHA-256 in hex. */
export const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);

const revisionSchema = z.strictObject({
  id: idSchema,
  number: z.int().min(1),
  hash: hashSchema,
  doc: articleDocSchema,
  /** Starts and ends of the sentences, in reading order. */
  sentences: z.array(z.tuple([z.int().min(0), z.int().min(0)])),
  source: z.enum(revisionSources),
  reason: z.string().nullable(),
  drift: z
    .strictObject({
      exact: z.int().min(0),
      moved: z.int().min(0),
      touched: z.int().min(0),
      orphaned: z.int().min(0),
    })
    .nullable(),
  createdById: idSchema,
  createdAt: instantSchema,
});

/**
 * A line of the record. `bodyHash` and the fields before it make the chain that ends in the head of the record.
 * `isSealed`: something of `body` was hidden from whoever wrote the file, so its hash is not that of what stands here.
 */
export const eventLineSchema = z.strictObject({
  seq: z.int().min(1),
  commandId: idSchema,
  actorId: idSchema,
  revisionId: idSchema,
  at: instantSchema,
  bodyHash: hashSchema,
  isSealed: z.literal(true).optional(),
  body: eventBodySchema,
});

const captureSchema = z.strictObject({
  id: idSchema,
  evidenceId: idSchema,
  address: z.string().max(2_000),
  status: z.int().nullable(),
  title: z.string(),
  text: z.string(),
  hash: z.string().max(64),
  match: quoteMatchSchema.nullable(),
  failure: z.string().nullable(),
  capturedById: idSchema,
  isScheduled: z.boolean(),
  askedAt: instantSchema,
  capturedAt: instantSchema,
  isGone: z.boolean(),
  hasReopened: z.boolean(),
});

/** `content` is base64; null where the file did not find room. */
const fileSchema = evidenceFileSchema.extend({
  uploadedById: idSchema,
  createdAt: instantSchema,
  content: z.string().nullable(),
});

const annotationSchema = z.strictObject({ ...annotationShape, anchor: anchorSchema });
const gone = { deletedAt: instantSchema };

/** What an article has besides its present state: how it came to it, and what was put aside. */
export const galleyWholeSchema = z.strictObject({
  /** From when on a session keeps the article as it is. */
  frozenAt: instantSchema.nullable(),
  sessions: z.array(sessionSchema).max(10_000),
  ballots: z.array(ballotSchema).max(100_000),
  corrections: z
    .array(z.strictObject({ id: idSchema, text: z.string().max(10_000), byId: idSchema, at: instantSchema }))
    .max(10_000),
  /** What was deleted and can come back. */
  deleted: z.strictObject({
    annotations: z.array(z.strictObject({ ...gone, annotation: annotationSchema })),
    notes: z.array(z.strictObject({ ...gone, annotationId: idSchema, note: noteSchema })),
    evidence: z.array(z.strictObject({ ...gone, annotationId: idSchema, evidence: evidenceSchema })),
    replies: z.array(z.strictObject({ ...gone, threadId: idSchema, reply: replySchema })),
  }),
  revisions: z.array(revisionSchema).min(1).max(10_000),
  files: z.array(fileSchema).max(10_000),
  captures: z.array(captureSchema).max(100_000),
  events: z.array(eventLineSchema).min(1).max(1_000_000),
  people: z.array(z.strictObject({ id: idSchema, name: z.string() })),
});
export type GalleyWhole = z.infer<typeof galleyWholeSchema>;
