import 'server-only';
import type { Actor } from '@/lib/domain/actor';
import { reportFor } from '@/lib/domain/report-view';
import { exportFormats } from '@/lib/exchange/formats';
import type { ExportWish } from './export-query';
import { getReport } from './get-report';
import type { Patience } from './run-writer';
import { writeSigned } from './write-signed';

/** A written report: its bytes, a safe name for the file, and the number of the event up to which it tells. */
export type WrittenExport = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly name: string;
  readonly seq: number;
};

/** Writes what is asked for of an article, as this actor may see it now. Throws NOT_FOUND, FORBIDDEN and UNAVAILABLE. */
export async function writeExport(
  actor: Actor,
  articleId: string,
  { format, table, arrangement }: ExportWish,
  patience: Patience = {},
): Promise<WrittenExport> {
  const whole = await getReport(actor, articleId, { now: new Date(), since: arrangement.since });
  const report = reportFor(whole, arrangement);
  const bytes = await writeSigned({ report, format, table }, patience);
  const copy = arrangement.view === 'checking' ? '' : `-${arrangement.view}`;
  const rows = table === 'evidence' ? '-evidence' : '';
  const name = `${plainName(report.article.title)}${copy}${rows}.${exportFormats[format].ending}`;
  return { bytes, name, seq: report.record.seq };
}

/** The headline in ASCII letters, digits and dashes, at most 80 of them; "article" when none is left. */
function plainName(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
    .toLowerCase();
  return plain === '' ? 'article' : plain;
}
