import 'server-only';
import { z } from 'zod';
import type { Prisma } from '@/lib/db/generated/client';
import { known } from '@/lib/db/rows';
import { type Export, exportStates } from '@/lib/domain/report/export';
import { arrangementSchema } from '@/lib/domain/report/report-arrangement-schema';
import { tableNames } from '@/lib/exchange/report-tables';
import { exportQuery } from '../reports/export-query';

/** What was asked for, as the row keeps it. */
export const exportWishSchema = z.strictObject({
  format: exportQuery.shape.format,
  table: z.enum(tableNames),
  arrangement: arrangementSchema,
});

/** What is read of a wish once it is fulfilled or not: of the rest, a later Galley may know other words. */
export const keptWishSchema = z.object({
  format: exportQuery.shape.format,
  table: z.enum(tableNames),
  arrangement: z.object({ view: arrangementSchema.shape.view }),
});

/** The columns that whoever asked may see. */
export const exportInside = {
  id: true,
  articleId: true,
  wish: true,
  state: true,
  share: true,
  problem: true,
  fileName: true,
  bytes: true,
  createdAt: true,
  expiresAt: true,
} as const satisfies Prisma.ExportSelect;

type Row = Prisma.ExportGetPayload<{ select: typeof exportInside }>;

/** A row as whoever asked for it sees it. */
export function toExport(row: Row): Export {
  const { id, articleId, share, problem, fileName, bytes } = row;
  const { format, table, arrangement } = keptWishSchema.parse(row.wish);
  return {
    id,
    articleId,
    format,
    table,
    view: arrangement.view,
    state: known(exportStates, row.state),
    share,
    problem,
    file: fileName === null || bytes === null ? null : { name: fileName, bytes },
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  };
}
