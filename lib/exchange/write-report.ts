import type { Report } from '@/lib/domain/report/report';
import { type OnShare, unheard } from './count-steps';
import { type ExportFormatName, isTextFormat } from './formats';
import { inBlocks } from './in-blocks';
import type { TableName } from './report-tables';
import { writeText } from './write-text';

/**
 * The report in any format, as bytes in the order of the file. Brings in what a format needs only when it is asked for.
 * `onShare` hears how much is written, from 0 to 1. Only as much is made as somebody takes, but for Word and
 * Excel: their libraries give the file whole.
 */
export async function* writeReport(
  report: Report,
  format: ExportFormatName,
  table: TableName = 'claims',
  onShare: OnShare = unheard,
): AsyncGenerator<Uint8Array> {
  if (isTextFormat(format)) {
    yield* inBlocks(writeText(report, format, table, onShare));
    return;
  }
  switch (format) {
    case 'pdf':
      yield* (await import('./report-pdf')).reportToPdf(report, onShare);
      return;
    case 'docx':
      yield await (await import('./report-docx')).reportToDocx(report, onShare);
      return;
    case 'xlsx':
      yield await (await import('./report-xlsx')).reportToXlsx(report, onShare);
  }
}
