import { stringify } from 'csv-stringify/sync';
import type { Report } from '@/lib/domain/report/report';
import { type TableName, tableOfName } from './report-tables';

/**
 * A table of the report as CSV (RFC 4180): UTF-8 with a byte order mark, because spreadsheets guess another encoding
 * without it; days and instants as ISO 8601.
 */
export function reportToCsv(report: Report, name: TableName = 'claims'): string {
  const { columns, rows } = tableOfName(name, report);
  return `\ufeff${stringify([columns.map(({ title }) => title), ...rows], {
    record_delimiter: 'windows',
    // By itself it quotes only the delimiter of its own rows; readers end a row at any line feed.
    quoted_match: /[\r\n]/,
  })}`;
}
