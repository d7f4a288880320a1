import 'server-only';
import { z } from 'zod';
import type { ArticleBlock } from '@/lib/domain/article-doc';
import { articleBlocksSchema } from '@/lib/domain/article-doc-schema';
import { directions } from '@/lib/domain/direction';
import { draftCommentSchema, maxDraftComments } from '@/lib/domain/draft-comment';
import { readStages, trackedChanges } from '@/lib/domain/lists';
import { blockKinds, formattingMarks, listKinds } from '@/lib/domain/text/formatting-of';
import type { ReturnedWord } from '@/lib/exchange/docx/returned-word';
import { fileAnnotationSchema, type GalleyFile, galleyFileSchema } from '@/lib/exchange/galley/file-schema';
import { eventLineSchema, type GalleyWhole, galleyWholeSchema } from '@/lib/exchange/galley/whole-schema';

/** What stands in lines of its own, because there may be very much of it. */
export type Listed = {
  readonly blocks: ArticleBlock[];
  readonly annotations: GalleyFile['annotations'];
  readonly events: GalleyWhole['events'];
};

/** How many of them one line holds. */
export const listedInLine = 100;

const count = z.int().min(0);

/** A line of what the parser process writes: how far it is, or a part of what it has read. */
export const lineSchema = z.strictObject({
  progress: z
    .strictObject({
      stage: z.enum(readStages),
      pages: z.strictObject({ done: count, all: z.int().min(1) }).optional(),
    })
    .optional(),
  blocks: articleBlocksSchema.optional(),
  annotations: z.array(fileAnnotationSchema).optional(),
  events: z.array(eventLineSchema).optional(),
});

/** What is known of the text is shown before it is saved, and held to the rules of an article only then. */
const known = z.string().nullable();

const draftSchema = z.strictObject({
  details: z.strictObject({
    title: z.string(),
    byline: known,
    publication: known,
    publishedOn: known,
    sourceAddress: known,
    language: known,
    direction: z.enum(directions).nullable(),
  }),
  dropped: z.array(z.strictObject({ what: z.string(), count, words: z.array(z.string()).optional() })),
  warnings: z.array(z.string()),
  tracked: z.strictObject({ count, way: z.enum(trackedChanges) }).optional(),
  comments: z.array(draftCommentSchema).max(maxDraftComments),
  original: z.string().nullable(),
});

const said = { author: z.string(), at: z.iso.datetime().nullable() };
const tracked = z.array(
  z.strictObject({ ...said, kind: z.enum(['added', 'removed']), move: z.string().nullable() }),
);
const marks = z.array(z.enum(formattingMarks));
const look = z.strictObject({
  marks,
  href: z.string().nullable(),
  former: z.strictObject({ ...said, marks }).nullable(),
});
const kindInWord = {
  kind: z.enum(blockKinds),
  list: z.enum(listKinds).nullable(),
  isQuote: z.boolean(),
  isIndented: z.boolean(),
};
const kind = z.strictObject({
  ...kindInWord,
  former: z.strictObject({ ...said, ...kindInWord }).nullable(),
});
const place = z.strictObject({ paragraph: count, offset: count });
const returnedSchema: z.ZodType<ReturnedWord> = z.strictObject({
  facts: z.record(z.string(), z.string()),
  paragraphs: z.array(
    z.strictObject({
      pieces: z.array(z.strictObject({ text: z.string(), tracked, look: look.optional() })),
      mark: tracked,
      kind: kind.optional(),
    }),
  ),
  comments: z.array(
    z.strictObject({
      ...said,
      id: z.string(),
      words: z.string(),
      parentId: z.string().nullable(),
      isResolved: z.boolean(),
      durableId: z.string().nullable(),
      range: z.strictObject({ start: place, end: place }).nullable(),
    }),
  ),
  beside: z.array(z.string()),
});

const galleySchema = galleyFileSchema
  .omit({ annotations: true, whole: true })
  .extend({ whole: galleyWholeSchema.omit({ events: true }).nullable() });

/** A refusal of the reader; that nobody is signed in or allowed is never for it to say. */
const codes = z.enum(['INVALID', 'TOO_LARGE', 'UNAVAILABLE']);

/** The end of what the parser process writes: all of its answer that did not stand in the lines before. */
export const answerSchema = z.union([
  z.strictObject({ ok: z.literal(true), draft: draftSchema }),
  z.strictObject({ ok: z.literal(true), returned: returnedSchema }),
  z.strictObject({ ok: z.literal(true), galley: galleySchema }),
  z.strictObject({
    ok: z.literal(false),
    error: z.strictObject({ code: codes, message: z.string().max(2_000) }),
  }),
]);
