import 'server-only';
import { z } from 'zod';
import { claimFieldsSchema, flagFieldsSchema, markSchema } from '@/lib/domain/annotation-schema';
import { articleDetailsSchema } from '@/lib/domain/article';
import { articleDocSchema } from '@/lib/domain/article-doc-schema';
import { draftCommentSchema, maxDraftComments } from '@/lib/domain/draft-comment';
import { evidenceFieldsSchema } from '@/lib/domain/evidence';
import { idSchema } from '@/lib/domain/ids';
import { articleProgresses } from '@/lib/domain/lists';
import { maxNoteLength, plainToRichText } from '@/lib/domain/rich-text';
import { richTextSchema } from '@/lib/domain/rich-text-schema';
import { revisionReasonSchema } from '@/lib/domain/text-commands';
import type { ArticleSource } from '../imports/read-article';

/** What requests to REST v1 may carry: read by the doors and written into the OpenAPI document. */
export const articleParams = z.strictObject({ articleId: idSchema });
export const annotationParams = z.strictObject({ annotationId: idSchema });
export const exportIdParams = z.strictObject({ exportId: idSchema });
/** A number in an address, and one in a body: not larger than a column of the database. */
export const wholeNumber = z.coerce.number().int().min(1).max(2_147_483_647);
export const storedNumber = z.int().min(1).max(2_147_483_647);
export const versionParams = z.strictObject({ articleId: idSchema, number: wholeNumber });
export const revisionParams = z.strictObject({ articleId: idSchema, number: wholeNumber });

export const page = {
  cursor: z.string().max(1_000).optional().describe('`next` of the page before.'),
  limit: z.coerce.number().int().min(1).max(100).optional().describe('How many items, 50 unless said.'),
};
export const pageQuery = z.strictObject(page);

export const articlesQuery = z.strictObject({
  search: z.string().max(200).optional().describe('Beginnings of words of headline, byline or text.'),
  progress: z.enum(articleProgresses).optional(),
  ...page,
});
export const annotationsQuery = z.strictObject({ mark: markSchema.optional(), ...page });

/** The formats that an article can be sent in as JSON. */
export const formatSchema = z.enum(['text', 'markdown', 'html', 'url'], 'Give text, markdown, html or url.');

const details = articleDetailsSchema.partial();

/** Where an article comes from: its words, or the address of a page. */
export const sourceShape = {
  format: formatSchema,
  content: z.string().optional().describe('The text itself, where the format is not url.'),
  url: z.string().max(2_000).optional().describe('The address of the page, where the format is url.'),
};
type SourceBody = z.output<z.ZodObject<typeof sourceShape>>;

const hasItsSource = ({ format, content, url }: SourceBody): boolean =>
  format === 'url' ? url !== undefined && content === undefined : content !== undefined && url === undefined;
const sourceMissing = 'Give the text as content, or with the format url the address as url.';

/** What is read into a draft. */
export const draftBody = z.strictObject(sourceShape).refine(hasItsSource, sourceMissing);
/** An exported article that is looked at before it comes in. */
export const galleyForm = z.strictObject({ file: z.file('Send the file as a field named "file".') });
/** A draft to be saved: the ids make a repeat harmless. */
export const saveDraftBody = z.strictObject({
  articleId: idSchema,
  commandId: idSchema,
  details: articleDetailsSchema,
  doc: articleDocSchema,
  comments: z.array(draftCommentSchema).max(maxDraftComments).default([]),
});

export const articleBody = details.extend(sourceShape).strict().refine(hasItsSource, sourceMissing);

/** The source that a body names. */
export function sourceOf({ format, content = '', url = '' }: SourceBody): ArticleSource {
  return format === 'url' ? { format, url } : { format, content };
}

export const revisionBody = z
  .strictObject({
    ...sourceShape,
    reason: revisionReasonSchema.optional().describe('Why there is new text.'),
    base: storedNumber
      .optional()
      .describe('Number of the revision that this text replaces: 409 when there is a newer one.'),
    mode: z
      .enum(['replace', 'append'])
      .optional()
      .describe('`append` puts the text at the end and moves no annotation; `replace` unless said.'),
  })
  .refine(hasItsSource, sourceMissing);

export const annotationBody = z
  .strictObject({
    mark: markSchema,
    start: z.int().min(0).optional().describe('UTF-16 code units of `text`.'),
    end: z.int().min(1).optional().describe('UTF-16 code units of `text`, exclusive.'),
    exact: z.string().min(1).max(100_000).optional().describe('The words themselves, instead of offsets.'),
    prefix: z
      .string()
      .max(1_000)
      .optional()
      .describe('Text right before `exact`, when it stands there twice.'),
    suffix: z
      .string()
      .max(1_000)
      .optional()
      .describe('Text right after `exact`, when it stands there twice.'),
    revision: storedNumber.optional().describe('Number of the revision that the offsets count in.'),
  })
  .refine(
    ({ start, end, exact }) =>
      exact === undefined
        ? start !== undefined && end !== undefined
        : start === undefined && end === undefined,
    'Say where: give start and end, or exact with prefix and suffix.',
  );

export const annotationChangeBody = z
  .strictObject({
    version: storedNumber,
    mark: markSchema.optional(),
    start: z.int().min(0).optional(),
    end: z.int().min(1).optional(),
    revision: storedNumber
      .optional()
      .describe(
        'Number of the revision that start and end count in; carried over when there is a newer one.',
      ),
    claim: claimFieldsSchema.partial().optional(),
  })
  .refine(({ start, end }) => (start === undefined) === (end === undefined), 'Give start and end together.')
  .refine(
    ({ mark, start, claim }) => mark !== undefined || start !== undefined || claim !== undefined,
    'Say what is to change: mark, start and end, or claim.',
  );

export const versionQuery = z.strictObject({
  version: wholeNumber.optional().describe('Needed here or in a JSON body.'),
});
export const versionBody = z.strictObject({ version: storedNumber });

/** A note as rich text, or as plain words of which each line becomes a paragraph. */
export const noteBody = z.union(
  [
    z.strictObject({ body: richTextSchema }),
    z.strictObject({
      text: z
        .string()
        .max(maxNoteLength, `A note has at most ${maxNoteLength} characters.`)
        .refine((words) => words.trim() !== '', 'Write something in the note first.'),
    }),
  ],
  'Give the note as text, with at least one and at most 20000 characters, or as body, in rich text.',
);

/** The rich text of a note's request. */
export function richTextOf(note: z.output<typeof noteBody>) {
  return 'body' in note ? note.body : plainToRichText(note.text.replace(/\r\n?/g, '\n'));
}

const { address, quote, locator, accessedOn } = evidenceFieldsSchema.shape;

export const evidenceBody = evidenceFieldsSchema
  .extend({
    address: address.default(null),
    quote: quote.default(null),
    locator: locator.default(null),
    accessedOn: accessedOn.default(null),
  })
  .strict();

export const flagBody = flagFieldsSchema
  .extend({ priority: flagFieldsSchema.shape.priority.default('normal') })
  .strict();
