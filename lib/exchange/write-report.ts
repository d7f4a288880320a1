import type { Report } from '@/lib/domain/report';
import { type ExportFormatName, isTextFormat } from './formats';
import type { TableName } from './report-tables';
import { writeText } from './write-text';

/**
 * The report in any format, as bytes. Brings in what a format needs only when it is asked for. `onShare` hears how much
 * is written, from 0 to 1, where that takes long enough to matter: of a PDF.
 */
export async function writeReport(
  report: Report,
  format: ExportFormatName,
  table: TableName = 'claims',
  onShare: (share: number) => void = () => undefined,
): Promise<Uint8Array> {
  if (isTextFormat(format)) return Buffer.from(writeText(report, format, table));
  switch (format) {
    case 'pdf':
      return (await import('./report-pdf')).reportToPdf(report, onShare);
    case 'docx':
      return (await import('./report-docx')).reportToDocx(report);
    default:
      return (await import('./report-xlsx')).reportToXlsx(report);
  }
}
