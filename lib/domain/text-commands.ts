import { z } from 'zod';
import { articleBlocksSchema, articleDocSchema } from './article-doc-schema';
import { idSchema } from './ids';
import { givenSources } from './revised';
import { maxTextEdits, textEditSchema } from './text-edit';

/** Why there is a new revision; may be empty where the text itself says it. */
export const revisionReasonSchema = z.string().trim().max(1_000, 'A reason has at most 1000 characters.');

/** New text in the place of the present one. */
export const reviseCommandSchema = z.strictObject({
  commandId: idSchema,
  type: z.literal('article.revise'),
  /** The revision that the new text was made from: the compare-and-set. */
  baseRevisionId: idSchema,
  revisionId: idSchema,
  doc: articleDocSchema,
  /** How the new text was made from the old one, where that is known. */
  edits: z.array(textEditSchema).max(maxTextEdits).nullable(),
  source: z.enum(givenSources),
  reason: revisionReasonSchema,
});

/** More text at the end of the present one. */
const appendCommandSchema = z.strictObject({
  commandId: idSchema,
  type: z.literal('article.append'),
  revisionId: idSchema,
  blocks: articleBlocksSchema,
  reason: revisionReasonSchema,
});

export type ReviseCommand = Readonly<z.infer<typeof reviseCommandSchema>>;
export type AppendCommand = Readonly<z.infer<typeof appendCommandSchema>>;

/** What makes a new revision. It is no `Command`: a browser cannot decide it, and it comes by a door of its own, because it is long. */
export type TextCommand = ReviseCommand | AppendCommand;
