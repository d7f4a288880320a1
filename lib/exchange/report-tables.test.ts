import fc from 'fast-check';
import readXlsx from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { articleState } from '@/lib/domain/testing/arbitraries';
import { article, budget, claim, idOf } from '@/lib/domain/testing/desk';
import { claimsTable, evidenceTable, safeCell } from './report-tables';
import { reportToXlsx } from './report-xlsx';
import { reportOf } from './testing/report-of';
import { unzip } from './testing/words-of-file';
import { wholeText } from './testing/written-whole';

/** CSV as RFC 4180 says it, read by nothing that wrote it. */
function parseCsv(words: string): string[][] {
  const rows: string[][] = [];
  const cells = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy;
  let row: string[] = [];
  cells.lastIndex = words.startsWith('\ufeff') ? 1 : 0;
  while (cells.lastIndex < words.length) {
    const match = cells.exec(words);
    if (match === null) throw new Error('This is no CSV.');
    const [, quoted, bare = '', end] = match;
    row.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    if (end !== ',') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

describe('cells', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])(
    'that begin like %j are words to every spreadsheet',
    (words) => {
      expect(safeCell(words)).toBe(`'${words}`);
    },
  );

  it('that begin otherwise stay as they are, without characters that no file may hold', () => {
    expect(safeCell('1 = 1')).toBe('1 = 1');
    expect(safeCell('a\u0000b')).toBe('ab');
  });
});

describe('CSV', () => {
  it('gives back every cell of any report, in both tables', () => {
    fc.assert(
      fc.property(articleState, fc.constantFrom('claims' as const, 'evidence' as const), (state, name) => {
        const report = reportOf(state);
        const table = name === 'claims' ? claimsTable(report) : evidenceTable(report);
        const [header, ...rows] = parseCsv(wholeText(report, 'csv', name));
        expect(header).toEqual(table.columns.map(({ title }) => title));
        expect(rows).toEqual(
          Array.from(table.rows, (row) => row.map((cell) => (cell === null ? '' : String(cell)))),
        );
        expect(rows.flat().some((cell) => /^[=+\-@\t\r]/.test(cell))).toBe(false);
      }),
      { numRuns: 40 },
    );
  });
});

describe('XLSX', () => {
  const report = reportOf(
    article(
      claim(
        {},
        {
          claim: { claimTypes: ['statistic'], claimant: '=HYPERLINK("x")', claimedOn: '2026-03-01' },
          evidence: [budget, { ...budget, id: idOf(31), quote: '-40 percent', credibility: 2 }],
        },
      ),
    ),
  );

  it('is read back by another reader with its types: numbers, days, instants, words', async () => {
    const sheets = await readXlsx(Buffer.from(await reportToXlsx(report)));
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Claims', 'Evidence']);
    const [claims, evidence] = sheets.map(({ data: [header = [], ...rows] }) =>
      rows.map((row) => Object.fromEntries(header.map((title, index) => [String(title), row[index]]))),
    );
    const [{ annotation } = { annotation: claim() }] = report.entries;
    expect(claims).toHaveLength(1);
    expect(claims?.[0]).toMatchObject({
      Label: 'C1',
      Number: 1,
      Passage: annotation.anchor.exact,
      Claimant: `'=HYPERLINK("x")`,
      'Claimed on': new Date('2026-03-01T00:00:00Z'),
      'Marked at': new Date(annotation.createdAt),
      Start: annotation.anchor.start,
    });
    expect(evidence?.map((row) => [row.Quote, row.Credibility])).toEqual([
      [null, null],
      ["'-40 percent", 2],
    ]);
    const days = (value: string | null) => (value === null ? null : new Date(`${value}T00:00:00Z`));
    expect(evidence?.map((row) => [row['Accessed on'], row['Added at']])).toEqual(
      annotation.evidence.map(({ accessedOn, createdAt }) => [days(accessedOn), new Date(createdAt)]),
    );
    expect(evidence?.map((row) => typeof row['Accessed on'])).toContain('object');
  });

  it('has filters on every column and a header that stays, and no formula', async () => {
    const parts = await unzip(await reportToXlsx(report));
    const [claims, evidence] = [parts.get('xl/worksheets/sheet1.xml'), parts.get('xl/worksheets/sheet2.xml')];
    expect(claims).toMatch(/<\/sheetData><autoFilter ref="A1:AD2"\/>/);
    expect(evidence).toMatch(/<autoFilter ref="A1:U3"\/>/);
    expect(claims).toContain('state="frozen"');
    expect(`${claims}${evidence}`).not.toMatch(/<f[ >]/);
  });
});
