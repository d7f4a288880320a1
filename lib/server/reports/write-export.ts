import 'server-only';
import type { Actor } from '@/lib/domain/actor';
import { marks } from '@/lib/domain/annotation';
import { reportDetails } from '@/lib/domain/report/report-arrangement';
import { reportFor } from '@/lib/domain/report/report-view';
import { exportFormats } from '@/lib/exchange/formats';
import { type FilePart, writePart } from '../files/file-part';
import type { ExportWish } from './export-query';
import { galleyFile } from './galley-file';
import { getReport } from './get-report';
import type { Patience } from './run-writer';
import { signedPieces } from './write-signed';

/** A written report: its file, a safe name for it, and the number of the event up to which it tells. */
export type WrittenExport = {
  readonly file: FilePart;
  readonly name: string;
  readonly seq: number;
};

/**
 * Writes what is asked for of an article, as this actor may see it now, to the disk: whoever takes the file keeps it,
 * sends it once, or removes it. It is there before anything is answered, so that a refusal is never half a download.
 * Throws NOT_FOUND, FORBIDDEN and UNAVAILABLE.
 */
export async function writeExport(
  actor: Actor,
  articleId: string,
  { format, table, arrangement }: ExportWish,
  patience: Patience = {},
): Promise<WrittenExport> {
  const { report, pieces } =
    format === 'json' && holdsAll(arrangement)
      ? await galleyFile(actor, articleId, patience)
      : await reportFile(actor, articleId, { format, table, arrangement }, patience);
  const copy = arrangement.view === 'checking' ? '' : `-${arrangement.view}`;
  const rows = table === 'evidence' ? '-evidence' : '';
  const name = `${plainName(report.article.title)}${copy}${rows}.${exportFormats[format].ending}`;
  return { file: await writePart(actor.teamId, pieces), name, seq: report.record.seq };
}

/** Whether somebody asks for everything: then a Galley file holds all that the article has. */
const holdsAll = ({ view, marks: wanted, details }: ExportWish['arrangement']): boolean =>
  view === 'checking' &&
  marks.every((mark) => wanted.includes(mark)) &&
  reportDetails.every((detail) => details.includes(detail));

async function reportFile(
  actor: Actor,
  articleId: string,
  { format, table, arrangement }: ExportWish,
  patience: Patience,
) {
  const whole = await getReport(actor, articleId, { now: new Date(), since: arrangement.since });
  const report = reportFor(whole, arrangement);
  return { report, pieces: signedPieces({ report, format, table }, patience) };
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
