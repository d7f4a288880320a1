import { stringify } from 'csv-stringify/sync';
import type { Report } from '@/lib/domain/report/report';
import { countSteps, type OnShare, unheard } from './count-steps';
import { type Cell, type TableName, tableOfName } from './report-tables';

/**
 * A table of the report as CSV (RFC 4180), a piece for each row: UTF-8 with a byte order mark, because spreadsheets guess
 * another encoding without it; days and instants as ISO 8601.
 */
export function* reportToCsv(
  report: Report,
  name: TableName = 'claims',
  onShare: OnShare = unheard,
): Generator<string> {
  const { columns, rows, count } = tableOfName(name, report);
  const step = countSteps(count, onShare);
  yield `\ufeff${rowToCsv(columns.map(({ title }) => title))}`;
  for (const row of rows) {
    step();
    yield rowToCsv(row);
  }
}

function rowToCsv(row: readonly Cell[]): string {
  return stringify([[...row]], {
    record_delimiter: 'windows',
    // By itself it quotes only the delimiter of its own rows; readers end a row at any line feed.
    quoted_match: /[\r\n]/,
  });
}
