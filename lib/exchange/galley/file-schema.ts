import { z } from 'zod';
import { anchorShape } from '@/lib/domain/anchor-schema';
import { articleDetailsSchema, maxArticleLength } from '@/lib/domain/article';
import { articleDocSchema } from '@/lib/domain/article-doc-schema';
import { articleSignOffSchema } from '@/lib/domain/article-sign-off-schema';
import { idSchema } from '@/lib/domain/ids';
import { personNameSchema } from '@/lib/domain/team';
import { annotationShape, instantSchema, requestSchema, versionSchema } from './part-schemas';
import { galleyWholeSchema, hashSchema } from './whole-schema';

/** Largest Galley file that comes in again, in bytes. What is attached to evidence goes out as far as it leaves room. */
export const maxGalleyFileBytes = 160 * 1024 * 1024;

/** An annotation as it stands in a file. */
export const fileAnnotationSchema = z.strictObject({
  ...annotationShape,
  /** Of the present revision where it names none; what is lost keeps the one in which it was seen last. */
  anchor: z.strictObject({ ...anchorShape, revisionId: idSchema.optional() }),
});

/**
 * Galley's own file: an article with its text and everybody's work, and with `whole` everything else that it has.
 * Version 1 had no checks, version 2 nothing but the present state.
 */
export const galleyFileSchema = z.strictObject({
  format: z.literal('galley-article'),
  version: z.literal(3),
  exportedAt: instantSchema,
  team: z.string().max(200),
  article: articleDetailsSchema
    .extend({
      id: idSchema,
      signOff: articleSignOffSchema.nullable(),
      /** How often its details were changed. */
      version: versionSchema.default(1),
      /** Files from before articles had a direction have none. */
      direction: articleDetailsSchema.shape.direction.default(null),
    })
    .strict(),
  revision: z.strictObject({
    number: z.int().min(1),
    hash: hashSchema,
    text: z.string().max(maxArticleLength),
    doc: articleDocSchema,
    createdAt: instantSchema,
  }),
  record: z.strictObject({ seq: z.int().min(0), hash: z.string().max(64) }),
  people: z.array(z.strictObject({ id: idSchema, name: personNameSchema })),
  annotations: z.array(fileAnnotationSchema).max(100_000),
  /** Files from before there was a right-of-reply log have none. */
  replyRequests: z.array(requestSchema).max(10_000).default([]),
  /** Null in a copy that holds only what is to be changed or published, or only some marks. */
  whole: galleyWholeSchema.nullable(),
  /** The signature of the instance that wrote it (`report-proof`); reading needs none. */
  galleyProof: z.string().max(10_000).optional(),
});
export type GalleyFile = z.infer<typeof galleyFileSchema>;
