import { z } from 'zod';
import { claimFieldsSchema, flagFieldsSchema, markSchema } from '@/lib/domain/annotation-schema';
import { checkSchema } from '@/lib/domain/check-schema';
import { evidenceFieldsSchema } from '@/lib/domain/evidence';
import { idSchema } from '@/lib/domain/ids';
import { replyRequestFieldsSchema, requestAnswerSchema } from '@/lib/domain/reply-request-schema';
import { richTextSchema } from '@/lib/domain/rich-text-schema';
import { threadKindSchema } from '@/lib/domain/thread-schema';

/** An instant as files have it. */
export const instantSchema = z.iso.datetime();
/** How often something was written. */
export const versionSchema = z.int().min(1);

/** What everything that a person wrote has. */
export const authored = {
  id: idSchema,
  authorId: idSchema,
  createdAt: instantSchema,
  changedAt: instantSchema,
  version: versionSchema,
};

export const noteSchema = z.strictObject({ ...authored, body: richTextSchema });
export const evidenceSchema = evidenceFieldsSchema.extend(authored).strict();
export const flagSchema = flagFieldsSchema
  .extend({
    id: idSchema,
    raisedById: idSchema,
    raisedAt: instantSchema,
    looked: z.strictObject({ byId: idSchema, at: instantSchema, note: z.string().max(2_000) }).nullable(),
    version: versionSchema,
  })
  .strict();
export const replySchema = z.strictObject({
  ...authored,
  body: richTextSchema,
  mentions: z.array(idSchema),
});
export const threadSchema = z.strictObject({
  id: idSchema,
  kind: threadKindSchema,
  authorId: idSchema,
  createdAt: instantSchema,
  resolved: z.strictObject({ byId: idSchema, at: instantSchema }).nullable(),
  version: versionSchema,
  replies: z.array(replySchema),
});

/** What an annotation has besides its anchor. */
export const annotationShape = {
  ...authored,
  mark: markSchema,
  check: checkSchema,
  partOfId: idSchema.nullable(),
  repeatsId: idSchema.nullable(),
  claim: claimFieldsSchema,
  notes: z.array(noteSchema),
  evidence: z.array(evidenceSchema),
  flags: z.array(flagSchema),
  threads: z.array(threadSchema),
};

export const requestSchema = replyRequestFieldsSchema
  .extend({ ...authored, answer: requestAnswerSchema.nullable() })
  .strict();
