import 'server-only';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import { exportFormats } from '@/lib/exchange/formats';
import { audit } from '@/lib/server/audit';
import { readPartOnce, removePart } from '@/lib/server/files/file-part';
import { type ExportQuery, wishOf } from './export-query';
import { writeExport } from './write-export';

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
  const { format, view } = query;
  const { file, name, seq } = await writeExport(actor, articleId, wishOf(query), { signal });
  try {
    const entry = { articleId, format, view, seq };
    await inTransaction(db, (tx) =>
      audit(tx, { teamId: actor.teamId, actorId: actor.userId, type: 'report.exported', body: entry }),
    );
    const isShown = query.show === '1' && format === 'html';
    const headers = exportHeaders({ format, name, bytes: file.bytes, isShown });
    return new Response(await readPartOnce(file), { headers });
  } catch (error) {
    await removePart(file);
    throw error;
  }
}

/** What goes before the bytes of a report: it may load nothing and run nothing, and only a page may be shown. */
export function exportHeaders({
  format,
  name,
  bytes,
  isShown = false,
}: {
  readonly format: ExportQuery['format'];
  readonly name: string;
  readonly bytes: number;
  readonly isShown?: boolean;
}): Headers {
  return new Headers({
    'content-type': exportFormats[format].contentType,
    'content-length': String(bytes),
    'content-disposition': `${isShown ? 'inline' : 'attachment'}; filename="${name}"`,
    'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; sandbox allow-popups allow-top-navigation-by-user-activation; frame-ancestors ${isShown ? "'self'" : "'none'"}`,
    'x-content-type-options': 'nosniff',
    ...(isShown ? { 'x-frame-options': 'SAMEORIGIN' } : {}),
  });
}
