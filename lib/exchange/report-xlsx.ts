import type { Blob } from 'node:buffer';
import type { Stream } from 'node:stream';
import writeXlsx, { type CellObject, type Feature, type SheetData } from 'write-excel-file/node';
import type { Report } from '@/lib/domain/report/report';
import { countSteps, type OnShare, unheard } from './count-steps';
import { inFontOrder } from './font-order';
import { type Cell, type ColumnType, claimsTable, evidenceTable, type Table } from './report-tables';

/** Claims and evidence as a workbook of two sheets: typed columns, a header that stays in sight, filters. */
export async function reportToXlsx(report: Report, onShare: OnShare = unheard): Promise<Buffer> {
  const tables = [claimsTable(report), evidenceTable(report)];
  // Each row is made into cells, and written.
  const step = countSteps(2 * tables.reduce((sum, { count }) => sum + count, 0), onShare);
  const sheets = tables.map((table) => ({
    sheet: table.name,
    data: dataOf(table, step),
    columns: table.columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
  }));
  return writeXlsx(sheets, { features: [filtersOn(tables, step)] }).toBuffer();
}

function dataOf({ columns, rows }: Table, onRow: () => void): SheetData {
  const header = columns.map(
    ({ title }): CellObject => ({
      value: title,
      type: String,
      fontWeight: 'bold',
      backgroundColor: '#EFEBE1',
    }),
  );
  return [
    header,
    ...Array.from(rows, (row) => {
      onRow();
      return row.map((cell, index) => cellOf(cell, columns[index]?.type ?? 'text'));
    }),
  ];
}

function cellOf(cell: Cell, type: ColumnType): CellObject | null {
  if (cell === null) return null;
  if (typeof cell === 'number') return { value: cell, type: Number };
  if (type === 'day') return { value: new Date(`${cell}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' };
  if (type === 'instant') return { value: new Date(cell), type: Date, format: 'yyyy-mm-dd hh:mm' };
  return { value: fitting(cell), type: String, wrap: true, alignVertical: 'top' };
}

/** Excel holds 32,767 characters in a cell and calls a file with more of them damaged. */
function fitting(words: string): string {
  const most = 32_000;
  if (words.length <= most) return words;
  return `${words.slice(0, most)} … (${words.length - most} more characters: see the Galley file)`;
}

/** Filters on every column; the package has none of its own. Elements stand in the order of ECMA-376, CT_Worksheet. */
function filtersOn(
  tables: readonly Table[],
  onRows: (rows: number) => void,
): Feature<Stream | Buffer | Blob> {
  return {
    files: {
      transform: {
        'xl/styles.xml': { transform: (content) => inFontOrder(content) },
        'xl/worksheets/sheet{id}.xml': {
          transform: (content, _options, { sheetIndex }) => {
            const table = tables[sheetIndex];
            if (table === undefined) return content;
            onRows(table.count);
            const range = `A1:${columnName(table.columns.length)}${table.count + 1}`;
            return content.replace('</sheetData>', `</sheetData><autoFilter ref="${range}"/>`);
          },
        },
      },
    },
  };
}

/** The name of the nth column, from 1: A to Z, then AA. */
function columnName(number: number): string {
  const letter = (index: number): string => String.fromCharCode(65 + index);
  return number <= 26
    ? letter(number - 1)
    : `${letter(Math.floor((number - 1) / 26) - 1)}${letter((number - 1) % 26)}`;
}
