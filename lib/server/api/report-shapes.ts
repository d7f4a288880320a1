import 'server-only';
import { z } from 'zod';
import { type Export, exportStates } from '@/lib/domain/report/export';
import { goneReasons, type Publication } from '@/lib/domain/report/publication';
import { reportViews } from '@/lib/domain/report/report-arrangement';
import { type ReportPreset, reportPresetSchema } from '@/lib/domain/report/report-preset';
import type { ShareLink } from '@/lib/domain/report/share-link';

const id = z.uuid();
const instant = z.iso.datetime();
const count = z.int().min(0);

/** What REST v1 answers about reports, bound to the domain's own types. */
export const exportShape = z.strictObject({
  id,
  articleId: id,
  format: z.string(),
  table: z.string().describe('Which table a CSV file holds.'),
  view: z.enum(reportViews),
  state: z.enum(exportStates),
  share: z.int().min(0).max(100).describe('How much is written, in percent.'),
  problem: z.string().nullable().describe('Why there is no file.'),
  file: z.strictObject({ name: z.string(), bytes: count }).nullable().describe('Once it is ready.'),
  createdAt: instant,
  expiresAt: instant.describe('When the file is removed.'),
}) satisfies z.ZodType<Export>;

export const shareLinkShape = z.strictObject({
  id,
  view: z.enum(reportViews),
  createdById: id,
  createdAt: instant,
  expiresAt: instant,
  openedAt: instant.nullable().describe('When somebody opened it first.'),
}) satisfies z.ZodType<ShareLink>;

export const newShareLinkShape = shareLinkShape
  .extend({ url: z.url().describe('Opens the report. Shown now and never again.') })
  .strict();

export const publicationShape = z.strictObject({
  slug: z.string().describe('The report stands at `/reports/{slug}`.'),
  publishedAt: instant,
  changedAt: instant,
  withdrawnAt: instant.nullable(),
  seq: z.int().min(1).describe('Number of the event up to which it tells.'),
  version: z.int().min(1).describe('Counts every change: say the one you saw when you change it.'),
  number: z.int().min(1).describe('Which of the published versions stands there now.'),
  earlier: z
    .array(
      z.strictObject({
        number: z.int().min(1),
        publishedAt: instant,
        replacedAt: instant,
        seq: z.int().min(1),
        bytes: count,
        gone: z.strictObject({ at: instant, because: z.enum(goneReasons) }).nullable(),
      }),
    )
    .describe(
      'Latest first, at most 100; the page of each stands at `/reports/{slug}/versions/{number}` unless it is `gone`.',
    ),
  corrections: z.array(z.strictObject({ id, at: instant, text: z.string() })),
}) satisfies z.ZodType<Publication>;

/** Null while there was none. */
export const publicationAnswer = z.strictObject({ publication: publicationShape.nullable() });

export const presetShape: z.ZodType<ReportPreset> = reportPresetSchema;
