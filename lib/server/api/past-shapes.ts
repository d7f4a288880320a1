import 'server-only';
import { z } from 'zod';
import { markSchema } from '@/lib/domain/annotation-schema';
import { articleDetailsSchema } from '@/lib/domain/article';
import { articleSignOffSchema } from '@/lib/domain/article-sign-off-schema';
import { evidenceFieldsSchema } from '@/lib/domain/evidence';
import type { EvidenceVersion } from '@/lib/domain/lists';
import { driftKinds } from '@/lib/domain/reanchor/drift-of';
import { replyRequestFieldsSchema, requestAnswerSchema } from '@/lib/domain/reply-request-schema';
import { richTextSchema } from '@/lib/domain/rich-text-schema';
import { threadKindSchema } from '@/lib/domain/thread-schema';
import { eventShape, personShape } from './shapes';

const id = z.uuid();
const instant = z.iso.datetime();
const version = z.int().min(1);
const count = z.int().min(0);

/** What REST v1 answers about the past of an article. */
export const replyRequestShape = replyRequestFieldsSchema
  .extend({
    id,
    author: personShape,
    createdAt: instant,
    changedAt: instant,
    version,
    answer: requestAnswerSchema.nullable(),
  })
  .strict();

export const historyLineShape = z.strictObject({
  event: eventShape,
  about: z
    .strictObject({ id, mark: markSchema, exact: z.string(), isDeleted: z.boolean() })
    .nullable()
    .describe('The annotation it is about, as it is now; null for the article’s own events.'),
  evidenceTitle: z.string().nullable(),
  threadKind: threadKindSchema.nullable(),
});

export const pastStateShape = z.strictObject({
  event: eventShape.describe('The event after which it was so.'),
  last: z.int().min(1).describe('Number of the latest event now.'),
  article: articleDetailsSchema
    .extend({ id, title: z.string(), version, signOff: articleSignOffSchema.nullable() })
    .strict(),
  revision: z.int().min(1),
  revisionId: id,
  hash: z.string(),
  text: z.string(),
  annotations: count,
  replyRequests: z.array(replyRequestShape),
});

export const wordsVersionShape = z.strictObject({
  at: instant,
  body: richTextSchema,
  text: z.string().describe('The words of `body` without their form.'),
});

export const evidenceVersionShape = z.strictObject({
  version: count,
  at: instant,
  byId: id,
  fields: evidenceFieldsSchema,
}) satisfies z.ZodType<EvidenceVersion>;

const passage = z.strictObject({ start: count, end: count });
const before = passage.nullable().describe('In the text of the earlier revision.');
const after = passage.nullable().describe('In the text of the later revision.');
export const comparedLineShape = z.strictObject({
  kind: z.enum(['same', 'changed', 'added', 'removed']),
  before,
  after,
  elsewhere: passage.nullable().describe('Where a line that moved stands in the other text.'),
  drifts: z.array(z.enum(driftKinds)).describe('What changed, the gravest first.'),
  pieces: z.array(z.strictObject({ kind: z.enum(['kept', 'removed', 'added', 'moved']), before, after })),
});
