import { z } from 'zod';
import { anchorShape } from './anchor-schema';
import { claimFieldsSchema, flagFieldsSchema, markSchema } from './annotation-schema';
import { articleDetailsSchema } from './article';
import { waiverSchema } from './article-sign-off-schema';
import { waitingReasons } from './check';
import { checkPlanSchema, proposalFieldsSchema, reasonSchema, secondCheckFieldsSchema } from './check-schema';
import type { ErrorCode } from './errors';
import type { ArticleEvent } from './events';
import { evidenceChangesSchema, evidenceFieldsSchema } from './evidence';
import { idSchema } from './ids';
import { replyFieldsSchema, replyRequestFieldsSchema } from './reply-request-schema';
import { maxCommandsPerRequest } from './request-limits';
import { richTextSchema } from './rich-text-schema';
import { conclusionSchema, longestLastCall, sessionFieldsSchema, voteFieldsSchema } from './session-schema';
import { maxSetAsideLength, setAsideKinds } from './set-aside';
import { threadKindSchema } from './thread-schema';

/** A revision's version of a thing that the sender has seen: the compare-and-set of every change. */
const version = z.int().min(1);
const annotationId = idSchema;
const passage = z.strictObject({ start: z.int().min(0), end: z.int().min(1) });
/** People who are told of a reply. */
const mentions = z.array(idSchema).max(50);

const command = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ commandId: idSchema, type: z.literal(type), ...shape });

/**
 * Everything that can be asked of an article but new text: one object is one change, one event, one `seq`.
 * `commandId` makes a repeat harmless. New things carry the id that their maker gave them.
 */
export const commandSchema = z.discriminatedUnion('type', [
  command('article.change', { version, changes: articleDetailsSchema.partial() }),
  command('article.delete', {}),
  command('article.restore', {}),
  command('article.sign_off', {
    revisionId: idSchema,
    waivers: z.array(waiverSchema).max(2_000),
    overrideReason: reasonSchema.nullable(),
  }),
  command('article.withdraw_sign_off', { reason: reasonSchema }),
  command('reply_request.create', { requestId: idSchema, fields: replyRequestFieldsSchema }),
  command('reply_request.change', {
    requestId: idSchema,
    version,
    changes: replyRequestFieldsSchema
      .partial()
      .refine((changes) => Object.keys(changes).length > 0, 'Say what is to change.'),
  }),
  command('reply_request.answer', { requestId: idSchema, version, answer: replyFieldsSchema.nullable() }),
  command('annotation.create', {
    annotationId,
    revisionId: idSchema,
    mark: markSchema,
    passage,
    partOfId: idSchema.nullable().optional(),
    repeatsId: idSchema.nullable().optional(),
  }),
  command('annotation.create_orphaned', {
    annotationId,
    revisionId: idSchema,
    mark: markSchema,
    /** The words that are not in the text, with what stood around them where that is known. */
    quote: z.strictObject({
      exact: z.string().trim().min(1, 'Give the words of the passage.').max(100_000),
      prefix: z.string().max(1_000),
      suffix: z.string().max(1_000),
    }),
  }),
  command('annotation.change', {
    annotationId,
    version,
    /** The revision that a new passage counts in; the present one unless said. */
    revisionId: idSchema.optional(),
    changes: z
      .strictObject({
        mark: markSchema.optional(),
        passage: passage.optional(),
        claim: claimFieldsSchema.partial().optional(),
        partOfId: idSchema.nullable().optional(),
        repeatsId: idSchema.nullable().optional(),
      })
      .refine((changes) => Object.keys(changes).length > 0, 'Say what is to change.'),
  }),
  command('annotation.accept_anchor', { annotationId, version }),
  command('annotation.put_back', {
    annotationId,
    version,
    /** The command that gave the annotation the passage it has now. */
    changeId: idSchema,
    /** What it had before, to be shown meanwhile; the record's own counts. */
    anchor: z.strictObject({ ...anchorShape, revisionId: idSchema }),
  }),
  command('annotation.delete', { annotationId, version }),
  command('annotation.restore', { annotationId, version }),
  command('note.create', { annotationId, noteId: idSchema, body: richTextSchema }),
  command('note.change', { annotationId, noteId: idSchema, version, body: richTextSchema }),
  command('note.delete', { annotationId, noteId: idSchema, version }),
  command('note.restore', { annotationId, noteId: idSchema, version }),
  command('evidence.create', { annotationId, evidenceId: idSchema, fields: evidenceFieldsSchema }),
  command('evidence.change', {
    annotationId,
    evidenceId: idSchema,
    version,
    changes: evidenceChangesSchema,
  }),
  command('evidence.delete', { annotationId, evidenceId: idSchema, version }),
  command('evidence.restore', { annotationId, evidenceId: idSchema, version }),
  command('flag.raise', { annotationId, flagId: idSchema, fields: flagFieldsSchema }),
  command('flag.change', {
    annotationId,
    flagId: idSchema,
    version,
    changes: flagFieldsSchema
      .partial()
      .refine((changes) => Object.keys(changes).length > 0, 'Say what is to change.'),
  }),
  command('flag.look', { annotationId, flagId: idSchema, version, note: z.string().trim().max(2_000) }),
  command('flag.reopen', { annotationId, flagId: idSchema, version }),
  command('words.set_aside', {
    annotationId,
    about: z.enum(setAsideKinds),
    itemId: idSchema,
    words: z.string().trim().min(1).max(maxSetAsideLength),
  }),
  command('check.plan', {
    annotationId,
    version,
    changes: checkPlanSchema
      .partial()
      .refine((changes) => Object.keys(changes).length > 0, 'Say what is to change.'),
  }),
  command('check.begin', { annotationId, version }),
  command('check.release', { annotationId, version }),
  command('check.wait', { annotationId, version, on: z.enum(waitingReasons), reason: reasonSchema }),
  command('check.resume', { annotationId, version }),
  command('check.propose', { annotationId, version, fields: proposalFieldsSchema }),
  /** Puts one proposal made of two in the place of somebody else’s. */
  command('check.join', { annotationId, version, fields: proposalFieldsSchema }),
  command('check.withdraw', { annotationId, version, reason: reasonSchema }),
  command('check.review', {
    annotationId,
    version,
    secondCheckId: idSchema,
    fields: secondCheckFieldsSchema,
  }),
  command('check.dispute', { annotationId, version, reason: reasonSchema }),
  command('check.decide', {
    annotationId,
    version,
    upholds: z.union([z.literal('proposal'), idSchema]),
    note: reasonSchema,
  }),
  command('check.sign_off', { annotationId, version }),
  command('check.reopen', { annotationId, version, reason: reasonSchema }),
  command('check.recheck', { annotationId, version }),
  command('thread.open', {
    annotationId,
    threadId: idSchema,
    replyId: idSchema,
    kind: threadKindSchema,
    body: richTextSchema,
    mentions,
  }),
  command('thread.reply', {
    annotationId,
    threadId: idSchema,
    replyId: idSchema,
    body: richTextSchema,
    mentions,
  }),
  command('thread.resolve', { annotationId, threadId: idSchema, version }),
  command('thread.reopen', { annotationId, threadId: idSchema, version }),
  command('reply.change', {
    annotationId,
    threadId: idSchema,
    replyId: idSchema,
    version,
    body: richTextSchema,
    mentions,
  }),
  command('reply.delete', { annotationId, threadId: idSchema, replyId: idSchema, version }),
  command('reply.restore', { annotationId, threadId: idSchema, replyId: idSchema, version }),
  command('session.open', { sessionId: idSchema, fields: sessionFieldsSchema }),
  command('session.change', {
    sessionId: idSchema,
    version,
    changes: sessionFieldsSchema
      .partial()
      .refine((changes) => Object.keys(changes).length > 0, 'Say what is to change.'),
  }),
  command('session.join', { sessionId: idSchema }),
  command('session.call_vote', { sessionId: idSchema, ballotId: idSchema, annotationId }),
  command('session.vote', {
    sessionId: idSchema,
    ballotId: idSchema,
    round: z.int().min(1),
    fields: voteFieldsSchema,
  }),
  command('session.reveal', { sessionId: idSchema, ballotId: idSchema }),
  command('session.freeze', {
    sessionId: idSchema,
    version,
    afterMinutes: z.int().min(0).max(longestLastCall),
  }),
  command('session.thaw', { sessionId: idSchema, version }),
  command('session.close', { sessionId: idSchema, version, conclusion: conclusionSchema }),
  command('session.reopen', { sessionId: idSchema, version }),
]);
export type Command = Readonly<z.infer<typeof commandSchema>>;
export type CommandOf<T extends Command['type']> = Extract<Command, { readonly type: T }>;

/** What the door takes: one command, or several that are applied in order and answered one by one. */
export const commandRequestSchema = z.union([
  commandSchema,
  z.array(commandSchema).min(1).max(maxCommandsPerRequest),
]);

/** The answer to one command: its event, or the refusal (status as in `errorStatus`). */
export type CommandAnswer =
  | { readonly ok: true; readonly event: ArticleEvent }
  | { readonly ok: false; readonly error: ErrorAnswer };

/** A refusal as it goes over the wire; `id` finds it in the log. */
export type ErrorAnswer = {
  readonly code: ErrorCode | 'INTERNAL';
  readonly message: string;
  readonly id: string;
  readonly current?: unknown;
};
