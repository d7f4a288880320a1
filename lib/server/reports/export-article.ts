import 'server-only';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import { reportFor } from '@/lib/domain/report-view';
import { exportFormats } from '@/lib/exchange/formats';
import { audit } from '@/lib/server/audit';
import { arrangementOf, type ExportQuery } from './export-query';
import { getReport } from './get-report';
import { writeSigned } from './write-signed';

/**
 * An article's report in the format and view asked for, as a download with a safe file name, or to be looked at.
 * Each export is written into the team's record, also one that is only looked at. Aborting `signal` ends the writing.
 * Throws NOT_FOUND.
 */
export async function exportArticle(
  actor: Actor,
  articleId: string,
  query: ExportQuery,
  signal?: AbortSignal,
): Promise<Response> {
  const { format, table, view } = query;
  const { contentType, ending } = exportFormats[format];
  const arrangement = arrangementOf(query);
  const whole = await getReport(actor, articleId, { now: new Date(), since: arrangement.since });
  const report = reportFor(whole, arrangement);
  const body = await writeSigned({ report, format, table }, signal);
  const entry = { articleId, format, view, seq: report.record.seq };
  await inTransaction(db, (tx) =>
    audit(tx, { teamId: actor.teamId, actorId: actor.userId, type: 'report.exported', body: entry }),
  );
  const isShown = query.show === '1' && format === 'html';
  const name = `${fileName(report.article.title)}${view === 'checking' ? '' : `-${view}`}${table === 'evidence' ? '-evidence' : ''}`;
  return new Response(new Uint8Array(body), {
    headers: {
      'content-type': contentType,
      'content-length': String(body.length),
      'content-disposition': `${isShown ? 'inline' : 'attachment'}; filename="${name}.${ending}"`,
      'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; sandbox allow-popups allow-top-navigation-by-user-activation; frame-ancestors ${isShown ? "'self'" : "'none'"}`,
      'x-content-type-options': 'nosniff',
      ...(isShown ? { 'x-frame-options': 'SAMEORIGIN' } : {}),
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
