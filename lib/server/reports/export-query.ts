import 'server-only';
import { z } from 'zod';
import { marks } from '@/lib/domain/annotation';
import { idSchema } from '@/lib/domain/ids';
import {
  type Arrangement,
  plainArrangement,
  reportDetails,
  reportLooks,
  reportOrders,
  reportSections,
  reportViews,
} from '@/lib/domain/report/report-arrangement';
import { type ExportFormatName, exportFormats } from '@/lib/exchange/formats';
import { type TableName, tableNames } from '@/lib/exchange/report-tables';

const formats = Object.keys(exportFormats) as [ExportFormatName, ...ExportFormatName[]]; // the record's own keys

/** The path and query of an export, at both its addresses. */
export const exportParams = z.object({ articleId: idSchema });
export const exportQuery = z.object({
  format: z.enum(formats, `Galley exports these formats: ${formats.join(', ')}.`),
  view: z
    .enum(
      reportViews,
      'Galley exports the checking copy (view=checking), the checked copy (view=checked) and the public report (view=public).',
    )
    .default('checking'),
  /** Which sections stand in it, separated by commas; empty for none. */
  sections: listOf(reportSections, 'sections').optional(),
  marks: listOf(marks, 'marks')
    .refine((list) => list.length > 0, 'Choose at least one mark.')
    .optional(),
  /** What is said about each annotation, separated by commas; empty for nothing but what always stands. */
  details: listOf(reportDetails, 'details').optional(),
  order: z.enum(reportOrders, `Galley orders annotations by ${reportOrders.join(', ')}.`).default('text'),
  look: z.enum(reportLooks, `Annotations stand ${reportLooks.join(' or ')} the text.`).default('beside'),
  /** The number of the revision since which changes are listed. */
  since: z.coerce.number().int().min(1).optional(),
  /** Which table a CSV file holds. */
  table: z.enum(tableNames, `A CSV file holds ${tableNames.join(' or ')}.`).default('claims'),
  /** `1`: to be looked at in the browser. Only the HTML page can be. */
  show: z.literal('1').optional(),
});
export type ExportQuery = z.infer<typeof exportQuery>;

/** What is asked for, whichever way: a format, what a CSV file holds, and the choices of the report itself. */
export type ExportWish = {
  readonly format: ExportFormatName;
  readonly table: TableName;
  readonly arrangement: Arrangement;
};

/** What a query asks for. */
export function wishOf({
  format,
  table,
  view,
  sections,
  marks: wanted,
  details,
  order,
  look,
  since,
}: ExportQuery): ExportWish {
  const arrangement = {
    view,
    sections: sections ?? plainArrangement.sections,
    marks: wanted ?? plainArrangement.marks,
    details: details ?? plainArrangement.details,
    order,
    look,
    since: since ?? null,
  };
  return { format, table, arrangement };
}

function listOf<const T extends readonly string[]>(known: T, what: string) {
  const isKnown = (word: string): word is T[number] => known.includes(word);
  return z
    .string()
    .transform((words) => [...new Set(words.split(',').filter((word) => word !== ''))])
    .refine((words) => words.every(isKnown), `Galley knows these ${what}: ${known.join(', ')}.`)
    .transform((words) => words.filter(isKnown));
}
