import 'server-only';
import { z } from 'zod';
import { anchorStates } from '@/lib/domain/anchor';
import { claimTypes } from '@/lib/domain/annotation';
import { claimFieldsSchema, flagFieldsSchema, markSchema } from '@/lib/domain/annotation-schema';
import { articleDetailsSchema } from '@/lib/domain/article';
import { articleSignOffSchema } from '@/lib/domain/article-sign-off-schema';
import { checkStatuses } from '@/lib/domain/check';
import { checkSchema } from '@/lib/domain/check-schema';
import { draftCommentSchema } from '@/lib/domain/draft-comment';
import { evidenceFieldsSchema } from '@/lib/domain/evidence';
import { trackedChanges } from '@/lib/domain/lists';
import { revisionSources } from '@/lib/domain/revised';
import { richTextSchema } from '@/lib/domain/rich-text-schema';
import { threadKindSchema } from '@/lib/domain/thread-schema';
import type { FileProof } from '@/lib/exchange/file-proof';

const id = z.uuid();
const instant = z.iso.datetime();
const version = z.int().min(1);
const count = z.int().min(0);
const seq = z.int().min(1).describe('Number of the latest event of the article.');
const offset = count.describe('UTF-16 code units of `text` of the current revision.');

/** The public shapes of REST v1: what the answers are made as, and what the OpenAPI document says of them. */
export const personShape = z.strictObject({ id, name: z.string() });

export const noteShape = z.strictObject({
  id,
  annotationId: id,
  body: richTextSchema,
  text: z.string().describe('The words of `body` without their form.'),
  author: personShape,
  createdAt: instant,
  changedAt: instant,
  version,
});

export const evidenceShape = evidenceFieldsSchema
  .extend({ id, annotationId: id, author: personShape, createdAt: instant, changedAt: instant, version })
  .strict();

export const flagShape = flagFieldsSchema
  .extend({
    id,
    annotationId: id,
    raisedBy: personShape,
    raisedAt: instant,
    looked: z.strictObject({ by: personShape, at: instant, note: z.string() }).nullable(),
    version,
  })
  .strict();

const replyShape = z.strictObject({
  id,
  body: richTextSchema,
  text: z.string(),
  mentions: z.array(id),
  author: personShape,
  createdAt: instant,
  changedAt: instant,
  version,
});

export const threadShape = z.strictObject({
  id,
  kind: threadKindSchema,
  author: personShape,
  createdAt: instant,
  resolved: z.strictObject({ by: personShape, at: instant }).nullable(),
  version,
  replies: z.array(replyShape),
});

export const annotationShape = z.strictObject({
  id,
  articleId: id,
  revisionId: id,
  mark: markSchema,
  start: offset.optional().describe('Absent when orphaned. UTF-16 code units of `text`.'),
  end: offset.optional().describe('Absent when orphaned. UTF-16 code units of `text`, exclusive.'),
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  anchor: z.strictObject({
    state: z.enum(anchorStates),
    drift: z.string().nullable(),
    method: z.string(),
    certainty: z.number().min(0).max(1),
    before: z.string().optional().describe('The words as they were, while the new ones wait to be accepted.'),
  }),
  status: z.enum(checkStatuses),
  check: checkSchema.omit({ status: true }).describe('Where the check stands. People by id.'),
  partOfId: id.nullable().describe('The compound claim that this one is a part of.'),
  repeatsId: id.nullable().describe('The claim that this passage says again.'),
  claim: claimFieldsSchema,
  author: personShape,
  createdAt: instant,
  changedAt: instant,
  version,
  notes: z.array(noteShape),
  evidence: z.array(evidenceShape),
  flags: z.array(flagShape),
  threads: z.array(threadShape),
});

const detailShapes = articleDetailsSchema.shape;
const numbers = { sentences: count, decided: count, annotations: count, openFlags: count };

export const articleShape = z.strictObject({
  id,
  ...detailShapes,
  title: z.string(),
  version,
  isSample: z.boolean(),
  signOff: articleSignOffSchema.nullable().describe('The approval of the whole check.'),
  createdAt: instant,
  changedAt: instant,
  revision: z.int().min(1).describe('Number of the current revision.'),
  revisionId: id,
  hash: z.string().describe('SHA-256 of `text` in hex.'),
  text: z.string().describe('The canonical text that all offsets count in.'),
  seq,
  ...numbers,
});

/** What became of one of several files: the article, or why there is none. */
export const importedShape = z.union([
  z.strictObject({ file: z.string(), article: articleShape }),
  z.strictObject({ file: z.string(), error: z.strictObject({ code: z.string(), message: z.string() }) }),
]);

export const articleLineShape = z.strictObject({
  id,
  title: z.string(),
  byline: detailShapes.byline,
  publication: detailShapes.publication,
  publishedOn: detailShapes.publishedOn,
  language: detailShapes.language,
  isSample: z.boolean(),
  revision: z.int().min(1),
  changedAt: instant,
  ...numbers,
  signOff: z
    .strictObject({ by: personShape, at: instant, changesSince: count, isOverridden: z.boolean() })
    .nullable()
    .describe('The approval of the whole check, and how many events came after it.'),
  people: z.array(personShape),
});

const driftShape = z
  .strictObject({ exact: count, moved: count, touched: count, orphaned: count })
  .describe('How the annotations came over from the revision before.');

export const revisionLineShape = z.strictObject({
  id,
  number: z.int().min(1),
  hash: z.string(),
  source: z.enum(revisionSources),
  reason: z.string().nullable(),
  author: personShape,
  anchors: driftShape.nullable(),
  createdAt: instant,
});

export const revisionShape = z.strictObject({
  id,
  articleId: id,
  number: z.int().min(1),
  hash: z.string(),
  text: z.string(),
  doc: z.looseObject({ type: z.literal('doc') }),
  createdAt: instant,
});

export const newRevisionShape = revisionShape
  .extend({ revision: z.int().min(1).describe('The same as `number`.'), seq, anchors: driftShape })
  .strict();

export const eventShape = z.strictObject({
  articleId: id,
  seq,
  commandId: id,
  actor: personShape,
  revisionId: id,
  at: instant,
  body: z.looseObject({ type: z.string() }),
});

/** What was read out of a source, before anything is saved. */
export const draftShape = z.strictObject({
  details: articleDetailsSchema.extend({ title: z.string().describe('May be empty: give one.') }),
  doc: z.looseObject({ type: z.literal('doc') }),
  dropped: z.array(z.strictObject({ what: z.string(), count, words: z.array(z.string()).optional() })),
  warnings: z.array(z.string()).describe('What to look at before saving, in sentences.'),
  tracked: z.strictObject({ count, way: z.enum(trackedChanges) }).optional(),
  comments: z.array(draftCommentSchema),
  original: z.string().nullable().describe('All the words that came in, where the source is a file.'),
});
export const savedDraftShape = z.strictObject({ articleId: id, revisionId: id, seq });

/** Whether a file is as a Galley signed it. */
export const fileProofShape = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.enum(['unsigned', 'forged']).describe('forged: the signature fits nothing in the file.'),
  }),
  z.strictObject({
    outcome: z.enum(['genuine', 'altered']).describe('altered: changed after it was signed.'),
    isOurs: z.boolean().describe('Signed by this instance; else by another Galley.'),
    fingerprint: z.string().describe('The first 16 characters of the key; the page /verify shows ours.'),
    team: z.string(),
    madeAt: z.string(),
  }),
]) satisfies z.ZodType<FileProof>;

/** What an exported article holds, before it comes in. */
export const galleyLookShape = z.strictObject({
  proof: fileProofShape,
  team: z.string(),
  title: z.string(),
  revision: count,
  annotations: count,
  isWhole: z.boolean().describe('With earlier revisions, record, sessions and attached files.'),
});

export const openClaimShape = z.strictObject({
  annotationId: id,
  exact: z.string(),
  status: z.enum(checkStatuses),
  checkVersion: count.describe('The `version` of a command about its check.'),
  claimTypes: z.array(z.enum(claimTypes)),
  takenById: id.nullable().describe('Who is to check it, or is on it.'),
});

export const handedOutShape = z.strictObject({
  items: z.array(
    z.strictObject({
      annotationId: id,
      assigneeId: id,
      version: count.nullable().describe('Of its check from now on; null while nothing was done.'),
      refusal: z.string().nullable().describe('Why it could not be handed out.'),
    }),
  ),
  left: count.describe('Open claims, of those 2,000, that nobody has after it.'),
});

/** What a change answers beside the thing itself. */
export const changed = { seq };

export const deletedShape = z.strictObject({ id, version, seq });

export const errorShape = z.strictObject({
  error: z.looseObject({
    code: z.string(),
    message: z.string().describe('A sentence for a person.'),
    id: z.string().describe('Finds the refusal in the log.'),
    current: z.unknown().optional().describe('With 409: the value that won.'),
  }),
});

const oneAnswer = z.union([
  z.strictObject({ ok: z.literal(true), event: eventShape }),
  errorShape.extend({ ok: z.literal(false) }),
]);

/** What the command door answers: one command by its event, several one by one. */
export const commandAnswerShape = z.union([
  z.strictObject({ ok: z.literal(true), event: eventShape }),
  z.array(oneAnswer),
]);

/** A page of a list; `next` is the `cursor` of the following page, null at the end. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.strictObject({ items: z.array(item), next: z.string().nullable() });
}
