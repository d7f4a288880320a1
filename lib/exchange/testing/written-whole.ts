import type { Report } from '@/lib/domain/report/report';
import type { OnShare } from '../count-steps';
import type { ExportFormatName, TextFormatName } from '../formats';
import type { GalleyFile } from '../galley/file-schema';
import { reportToGalleyFile } from '../galley-json';
import { joinedPieces } from '../joined-bytes';
import type { TableName } from '../report-tables';
import { writeReport } from '../write-report';
import { writeText } from '../write-text';

/** What a report is in a format of words, whole, for tests that look at all of it. */
export function wholeText(report: Report, format: TextFormatName, table?: TableName): string {
  return [...writeText(report, format, table)].join('');
}

/** What a report is in any format, whole. */
export function wholeReport(
  report: Report,
  format: ExportFormatName,
  table?: TableName,
  onShare?: OnShare,
): Promise<Uint8Array<ArrayBuffer>> {
  return joinedPieces(writeReport(report, format, table, onShare));
}

/** The Galley file of a report with all its annotations made. */
export function wholeGalleyFile(report: Report): GalleyFile {
  const { annotations, ...file } = reportToGalleyFile(report);
  return { ...file, annotations: [...annotations] };
}
