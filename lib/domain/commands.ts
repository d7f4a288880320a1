import { z } from 'zod';
import { claimFieldsSchema, flagFieldsSchema, markSchema } from './annotation';
import { articleDetailsSchema } from './article';
import type { ErrorCode } from './errors';
import type { ArticleEvent } from './events';
import { evidenceFieldsSchema } from './evidence';
import { idSchema } from './ids';
import { richTextSchema } from './rich-text';

/** A revision's version of a thing that the sender has seen: the compare-and-set of every change. */
const version = z.int().min(1);
const annotationId = idSchema;
const passage = z.strictObject({ start: z.int().min(0), end: z.int().min(1) });

const command = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ commandId: idSchema, type: z.literal(type), ...shape });

/**
 * Everything that can be asked of an article: one object is one change, one event, one `seq`.
 * `commandId` makes a repeat harmless. New things carry the id that their maker gave them.
 */
export const commandSchema = z.discriminatedUnion('type', [
  command('article.change', { version, changes: articleDetailsSchema.partial() }),
  command('article.delete', {}),
  command('article.restore', {}),
  command('annotation.create', { annotationId, revisionId: idSchema, mark: markSchema, passage }),
  command('annotation.change', {
    annotationId,
    version,
    changes: z
      .strictObject({
        mark: markSchema.optional(),
        passage: passage.optional(),
        claim: claimFieldsSchema.partial().optional(),
      })
      .refine((changes) => Object.keys(changes).length > 0, 'Say what is to change.'),
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
    changes: evidenceFieldsSchema
      .partial()
      .refine((changes) => Object.keys(changes).length > 0, 'Say what is to change.'),
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
]);
export type Command = Readonly<z.infer<typeof commandSchema>>;
export type CommandOf<T extends Command['type']> = Extract<Command, { readonly type: T }>;

/** At most this many commands in one request. */
export const maxCommandsPerRequest = 100;

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
