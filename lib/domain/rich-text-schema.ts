import { z } from 'zod';
import { isNestedTooDeeply, nestedTooDeeply } from './article-doc';
import { safeHref } from './article-doc-schema';
import {
  maxNoteLength,
  type RichBlock,
  type RichInline,
  type RichItem,
  type RichMark,
  type RichText,
  richTextToPlain,
} from './rich-text';

const mark: z.ZodType<RichMark> = z.union([
  z.strictObject({ type: z.enum(['bold', 'italic']) }),
  z.object({ type: z.literal('link'), attrs: z.object({ href: safeHref }) }),
]);
const inline: z.ZodType<RichInline> = z.union([
  z.strictObject({
    type: z.literal('text'),
    text: z.string().min(1),
    marks: z.array(mark).max(5).optional(),
  }),
  z.strictObject({ type: z.literal('hardBreak') }),
]);
const block: z.ZodType<RichBlock> = z.lazy(() =>
  z.union([
    z.object({ type: z.literal('paragraph'), content: z.array(inline).optional() }),
    z.object({ type: z.enum(['bulletList', 'orderedList']), content: z.array(item).min(1) }),
    z.object({ type: z.literal('blockquote'), content: z.array(block).min(1) }),
  ]),
);
const item: z.ZodType<RichItem> = z.object({ type: z.literal('listItem'), content: z.array(block).min(1) });

/** Validates a note's body; refuses an empty one and one that is too long. */
export const richTextSchema: z.ZodType<RichText> = z
  .strictObject({ type: z.literal('doc'), content: z.array(block).min(1).max(2_000) })
  .refine((body) => !isNestedTooDeeply(body), { error: nestedTooDeeply, abort: true })
  .refine((body) => richTextToPlain(body).trim() !== '', 'Write something in the note first.')
  .refine(
    (body) => richTextToPlain(body).length <= maxNoteLength,
    `A note has at most ${maxNoteLength} characters.`,
  );
