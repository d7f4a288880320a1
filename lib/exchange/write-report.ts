import type { Report } from '@/lib/domain/report/report';
import { type OnShare, unheard } from './count-steps';
import { type ExportFormatName, isTextFormat } from './formats';
import type { TableName } from './report-tables';
import { writeText } from './write-text';

/**
 * The report in any format, as bytes. Brings in what a format needs only when it is asked for. `onShare` hears how much
 * is written, from 0 to 1.
 */
export async function writeReport(
  report: Report,
  format: ExportFormatName,
  table: TableName = 'claims',
  onShare: OnShare = unheard,
): Promise<Uint8Array> {
  if (isTextFormat(format)) return Buffer.from(writeText(report, format, table, onShare));
  switch (format) {
    case 'pdf':
      return (await import('./report-pdf')).reportToPdf(report, onShare);
    case 'docx':
      return (await import('./report-docx')).reportToDocx(report, onShare);
    default:
      return (await import('./report-xlsx')).reportToXlsx(report, onShare);
  }
}
