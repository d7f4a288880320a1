import type { Report } from '@/lib/domain/report';
import { reportToClaimReviews } from './claim-review';
import type { TextFormatName } from './formats';
import { reportToGalleyFile } from './galley-json';
import { reportToCsv } from './report-csv';
import { reportToHtml } from './report-html';
import { reportToMarkdown } from './report-markdown';
import type { TableName } from './report-tables';
import { reportToWebAnnotations } from './web-annotation';

/** The report in a format that is made of words. `table` says which table a CSV file holds. */
export function writeText(report: Report, format: TextFormatName, table: TableName = 'claims'): string {
  switch (format) {
    case 'html':
      return reportToHtml(report);
    case 'markdown':
      return reportToMarkdown(report);
    case 'csv':
      return reportToCsv(report, table);
    case 'jsonld':
      return json(reportToWebAnnotations(report));
    case 'claimreview':
      return json(reportToClaimReviews(report));
    case 'json':
      return json(reportToGalleyFile(report));
  }
}

/** JSON that may also be pasted into a script element of a page: no `<` stands in it (JSON-LD 1.1, section 7). */
function json(value: object): string {
  return `${JSON.stringify(value, null, 2).replaceAll('<', '\\u003c')}\n`;
}
