import { z } from 'zod';
import { anchorShape } from '@/lib/domain/anchor-schema';
import { claimFieldsSchema, flagFieldsSchema, markSchema } from '@/lib/domain/annotation-schema';
import { articleDetailsSchema } from '@/lib/domain/article';
import { articleBlocksSchema } from '@/lib/domain/article-doc-schema';
import { articleSignOffSchema } from '@/lib/domain/article-sign-off-schema';
import { checkPlanSchema, checkSchema } from '@/lib/domain/check-schema';
import { checkEventTypes, type EventBody } from '@/lib/domain/events';
import { evidenceChangesSchema } from '@/lib/domain/evidence';
import { idSchema } from '@/lib/domain/ids';
import { replyRequestFieldsSchema, requestAnswerSchema } from '@/lib/domain/reply-request-schema';
import { revisionSources } from '@/lib/domain/revised';
import { richTextSchema } from '@/lib/domain/rich-text-schema';
import { setAsideKinds } from '@/lib/domain/set-aside';
import {
  annotationShape,
  evidenceSchema,
  flagSchema,
  instantSchema,
  noteSchema,
  replySchema,
  requestSchema,
  threadSchema,
  versionSchema,
} from './part-schemas';
import { ballotSchema, clocksSchema, sessionFieldsShape, sessionSchema } from './session-schemas';

const type = <const T extends EventBody['type']>(...names: readonly [T, ...T[]]) => z.enum(names);
const ofAnnotation = { annotationId: idSchema };
const changed = { ...ofAnnotation, version: versionSchema };
const unsettled = { check: checkSchema.optional() };

/** Where a passage stands, in which revision. */
export const anchorSchema = z.strictObject({ ...anchorShape, revisionId: idSchema });
const annotationSchema = z.strictObject({
  ...annotationShape,
  articleId: idSchema,
  anchor: anchorSchema,
});
const annotationChangesSchema = z.strictObject({
  mark: markSchema.optional(),
  anchor: anchorSchema.optional(),
  claim: claimFieldsSchema.optional(),
  partOfId: idSchema.nullable().optional(),
  repeatsId: idSchema.nullable().optional(),
});
const passageSchema = z.strictObject({ start: z.int().min(0), end: z.int().min(0) });
const revisionName = { id: idSchema, number: z.int().min(1) };
const articleChangesSchema = articleDetailsSchema.partial();
const requestChangesSchema = replyRequestFieldsSchema.partial();
const flagChangesSchema = flagFieldsSchema.partial();

/** From which Galley file an article came. */
const fileOriginSchema = z.strictObject({
  team: z.string().max(200),
  exportedAt: instantSchema,
  seq: z.int().min(0),
  hash: z.string().max(64),
});

/** Everything that can happen to an article: the record as a file has it. A new kind of event needs its line here. */
export const eventBodySchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: type('article.imported'),
    title: z.string(),
    from: fileOriginSchema.optional(),
  }),
  z.strictObject({
    type: type('article.changed'),
    version: versionSchema,
    changes: articleChangesSchema,
    before: articleChangesSchema,
  }),
  z.strictObject({
    type: type('article.revised'),
    revision: z.strictObject({ ...revisionName, hash: z.string() }),
    from: z.strictObject(revisionName),
    source: z.enum(revisionSources),
    reason: z.string(),
    shifts: z.array(passageSchema.extend({ length: z.int().min(0) })),
    anchors: z.record(idSchema, anchorSchema),
    checks: z.record(idSchema, checkSchema),
    drift: z.strictObject({
      exact: z.int().min(0),
      moved: z.int().min(0),
      touched: z.int().min(0),
      orphaned: z.int().min(0),
    }),
    added: z.strictObject({ blocks: articleBlocksSchema, sentences: z.array(passageSchema) }).optional(),
  }),
  z.strictObject({ type: type('article.deleted', 'article.restored') }),
  z.strictObject({ type: type('article.signed_off'), signOff: articleSignOffSchema }),
  z.strictObject({
    type: type('article.sign_off_withdrawn'),
    reason: z.string(),
    before: articleSignOffSchema,
  }),
  z.strictObject({ type: type('reply_request.created'), request: requestSchema }),
  z.strictObject({
    type: type('reply_request.changed'),
    requestId: idSchema,
    version: versionSchema,
    changes: requestChangesSchema,
    before: requestChangesSchema,
  }),
  z.strictObject({
    type: type('reply_request.answered'),
    requestId: idSchema,
    version: versionSchema,
    answer: requestAnswerSchema.nullable(),
    before: requestAnswerSchema.nullable(),
  }),
  z.strictObject({
    type: type('annotation.created', 'annotation.restored'),
    annotation: annotationSchema,
  }),
  z.strictObject({
    type: type('annotation.changed'),
    ...changed,
    changes: annotationChangesSchema,
    before: annotationChangesSchema,
    ...unsettled,
  }),
  z.strictObject({ type: type('annotation.deleted'), ...changed }),
  z.strictObject({ type: type('note.created', 'note.restored'), ...ofAnnotation, note: noteSchema }),
  z.strictObject({
    type: type('note.changed'),
    ...changed,
    noteId: idSchema,
    body: richTextSchema,
    before: richTextSchema,
  }),
  z.strictObject({ type: type('note.deleted'), ...changed, noteId: idSchema }),
  z.strictObject({
    type: type('evidence.created', 'evidence.restored'),
    ...ofAnnotation,
    evidence: evidenceSchema,
    ...unsettled,
  }),
  z.strictObject({
    type: type('evidence.changed'),
    ...changed,
    evidenceId: idSchema,
    changes: evidenceChangesSchema,
    before: evidenceChangesSchema,
    ...unsettled,
  }),
  z.strictObject({ type: type('evidence.deleted'), ...changed, evidenceId: idSchema, ...unsettled }),
  z.strictObject({ type: type('flag.raised'), ...ofAnnotation, flag: flagSchema }),
  z.strictObject({
    type: type('flag.changed'),
    ...changed,
    flagId: idSchema,
    changes: flagChangesSchema,
    before: flagChangesSchema,
  }),
  z.strictObject({ type: type('flag.looked'), ...changed, flagId: idSchema, note: z.string() }),
  z.strictObject({ type: type('flag.reopened'), ...changed, flagId: idSchema }),
  z.strictObject({
    type: type('words.set_aside'),
    ...ofAnnotation,
    about: z.enum(setAsideKinds),
    itemId: idSchema,
    words: z.string(),
  }),
  z.strictObject({
    type: z.enum(checkEventTypes),
    ...ofAnnotation,
    check: checkSchema,
    reason: z.string(),
    before: checkPlanSchema.partial().optional(),
  }),
  z.strictObject({
    type: type('session.opened', 'session.reopened'),
    session: sessionSchema,
    clocks: clocksSchema,
  }),
  z.strictObject({
    type: type('session.changed'),
    session: sessionSchema,
    before: z.strictObject(sessionFieldsShape).partial(),
  }),
  z.strictObject({
    type: type('session.joined', 'session.frozen', 'session.thawed', 'session.closed'),
    session: sessionSchema,
  }),
  z.strictObject({
    type: type('session.vote_called', 'session.voted', 'session.revealed'),
    ballot: ballotSchema,
  }),
  z.strictObject({ type: type('thread.opened'), ...ofAnnotation, thread: threadSchema }),
  z.strictObject({
    type: type('thread.replied'),
    ...ofAnnotation,
    threadId: idSchema,
    reply: replySchema,
    reopens: z.boolean(),
  }),
  z.strictObject({
    type: type('thread.resolved', 'thread.reopened'),
    ...changed,
    threadId: idSchema,
  }),
  z.strictObject({
    type: type('reply.changed'),
    ...changed,
    threadId: idSchema,
    replyId: idSchema,
    body: richTextSchema,
    mentions: z.array(idSchema),
    before: richTextSchema,
  }),
  z.strictObject({
    type: type('reply.deleted'),
    ...changed,
    threadId: idSchema,
    replyId: idSchema,
  }),
  z.strictObject({
    type: type('reply.restored'),
    ...ofAnnotation,
    threadId: idSchema,
    reply: replySchema,
  }),
]);
