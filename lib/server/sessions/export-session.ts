import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import { idSchema } from '@/lib/domain/ids';
import { ensureCan } from '@/lib/domain/policy';
import { sessionToHtml } from '@/lib/exchange/session-html';
import { sessionToJson } from '@/lib/exchange/session-json';
import { audit } from '../audit';
import { getSessionReport } from './get-session';

export const sessionParams = z.strictObject({ sessionId: idSchema });
export const sessionExportQuery = z.object({
  format: z.enum(['html', 'json'], 'Galley exports a session as html or json.'),
});

/** A session's summary as a page that can be printed, or for machines. Each export is recorded. Throws NOT_FOUND. */
export async function exportSession(
  actor: Actor,
  sessionId: string,
  { format }: z.infer<typeof sessionExportQuery>,
): Promise<Response> {
  ensureCan(actor, 'report.export');
  const report = await getSessionReport(actor, sessionId, new Date());
  const body = format === 'html' ? sessionToHtml(report) : sessionToJson(report);
  const entry = { articleId: report.article.id, sessionId, format };
  await inTransaction(db, (tx) =>
    audit(tx, { teamId: actor.teamId, actorId: actor.userId, type: 'report.exported', body: entry }),
  );
  const day = report.summary.session.openedAt.slice(0, 10);
  return new Response(body, {
    headers: {
      'content-type': format === 'html' ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="session-${day}.${format}"`,
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
    },
  });
}
