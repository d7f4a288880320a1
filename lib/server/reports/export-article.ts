import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import { idSchema } from '@/lib/domain/ids';
import { type ExportFormatName, exportFormats } from '@/lib/exchange';
import { audit } from '@/lib/server/audit';
import { getReport } from './get-report';

const formats = Object.keys(exportFormats) as [ExportFormatName, ...ExportFormatName[]]; // the record's own keys

/** The path and query of an export, at both its addresses. `show=1` is for looking at the report in the browser. */
export const exportParams = z.object({ articleId: idSchema });
export const exportQuery = z.object({
  format: z.enum(formats, `Galley exports these formats: ${formats.join(', ')}.`),
  view: z.literal('checking', 'Galley exports the checking copy: view=checking.').default('checking'),
  show: z.literal('1').optional(),
});
export type ExportQuery = z.infer<typeof exportQuery>;

/**
 * An article's report in the format asked for, as a download with a safe file name, or to be looked at.
 * Each export is written into the team's record. Throws NOT_FOUND.
 */
export async function exportArticle(actor: Actor, articleId: string, query: ExportQuery): Promise<Response> {
  const report = await getReport(actor, articleId, new Date());
  const { contentType, ending, serialize } = exportFormats[query.format];
  const body = serialize(report);
  const entry = { articleId, format: query.format, view: query.view, seq: report.record.seq };
  await inTransaction(db, (tx) =>
    audit(tx, { teamId: actor.teamId, actorId: actor.userId, type: 'report.exported', body: entry }),
  );
  const isShown = query.show === '1' && query.format === 'html';
  return new Response(body, {
    headers: {
      'content-type': contentType,
      'content-disposition': `${isShown ? 'inline' : 'attachment'}; filename="${fileName(report.article.title)}.${ending}"`,
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; sandbox allow-popups allow-top-navigation-by-user-activation; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
    },
  });
}

/** The headline in ASCII letters, digits and dashes, at most 80 of them; "article" when none is left. */
function fileName(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
    .toLowerCase();
  return plain === '' ? 'article' : plain;
}
