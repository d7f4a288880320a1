import { z } from 'zod';
import {
  type ArticleBlock,
  type ArticleDoc,
  type ArticleInline,
  type InlineMark,
  isNestedTooDeeply,
  isSafeHref,
  type ListItem,
  maxLeadLength,
  nestedTooDeeply,
  type TableRow,
} from './article-doc';

/** The address of a link: see `isSafeHref`. */
export const safeHref = z.string().refine(isSafeHref, 'Only web and e-mail links are allowed.');

// Discriminated, because a plain union tries every kind on every node: on long articles that takes seconds.
const inlineMark: z.ZodType<InlineMark> = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.enum(['bold', 'italic', 'underline', 'strike', 'code', 'superscript', 'subscript']),
  }),
  z.strictObject({ type: z.literal('link'), attrs: z.strictObject({ href: safeHref }) }),
]);

const inline: z.ZodType<ArticleInline> = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('text'),
    text: z.string().min(1),
    marks: z.array(inlineMark).max(10).optional(),
  }),
  z.strictObject({ type: z.literal('hardBreak') }),
]);

const inlines = z.array(inline).optional();
const lead = z
  .string()
  .max(maxLeadLength)
  .regex(
    /^\s*(?:(?:\d{1,7}[.)]|[-*•‣◦▪–])\s*)?$/u,
    'Only blank lines and a list marker may stand between two paragraphs.',
  );
const attrs = z.strictObject({ lead });

const block: z.ZodType<ArticleBlock> = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('paragraph'), attrs, content: inlines }),
    z.strictObject({
      type: z.literal('heading'),
      attrs: z.strictObject({ lead, level: z.int().min(1).max(6) }),
      content: inlines,
    }),
    z.strictObject({ type: z.literal('codeBlock'), attrs, content: inlines }),
    z.strictObject({ type: z.literal('bulletList'), content: z.array(listItem).min(1) }),
    z.strictObject({
      type: z.literal('orderedList'),
      attrs: z.strictObject({ start: z.int().min(0).max(1_000_000) }),
      content: z.array(listItem).min(1),
    }),
    z.strictObject({ type: z.literal('blockquote'), content: z.array(block).min(1) }),
    z.strictObject({ type: z.literal('table'), content: z.array(tableRow).min(1) }),
    z.strictObject({ type: z.literal('figure'), content: z.array(block).min(1) }),
    z.strictObject({ type: z.literal('horizontalRule') }),
    z.strictObject({
      type: z.literal('pageBreak'),
      attrs: z.strictObject({ page: z.int().min(1).max(1_000_000) }),
    }),
  ]),
);
const span = z.int().min(1).max(1_000);
const tableRow: z.ZodType<TableRow> = z.strictObject({
  type: z.literal('tableRow'),
  content: z
    .array(
      z.strictObject({
        type: z.literal('tableCell'),
        attrs: z.strictObject({ isHeader: z.boolean(), colspan: span, rowspan: span }),
        content: z.array(block).min(1),
      }),
    )
    .min(1),
});
const listItem: z.ZodType<ListItem> = z.strictObject({
  type: z.literal('listItem'),
  content: z.array(block).min(1),
});

/** Blocks that are to be put at the end of an article. */
export const articleBlocksSchema = z.array(block).min(1);

/** Validates a document at the door. Refuses unknown nodes, attributes and link schemes. */
export const articleDocSchema: z.ZodType<ArticleDoc> = z
  .strictObject({ type: z.literal('doc'), content: z.array(block).min(1) })
  .refine((doc) => !isNestedTooDeeply(doc), nestedTooDeeply);
