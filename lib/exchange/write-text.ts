import type { Report } from '@/lib/domain/report/report';
import { reportToClaimReviews } from './claim-review';
import { countSteps, type OnShare, unheard } from './count-steps';
import type { TextFormatName } from './formats';
import { reportToGalleyFile } from './galley-json';
import { reportToCsv } from './report-csv';
import { reportToHtml } from './report-html';
import { reportToMarkdown } from './report-markdown';
import type { TableName } from './report-tables';
import { reportToWebAnnotations } from './web-annotation';

/** The report in a format that is made of words. `table` says which table a CSV file holds; `onShare` hears how much is written. */
export function writeText(
  report: Report,
  format: TextFormatName,
  table: TableName = 'claims',
  onShare: OnShare = unheard,
): string {
  // Half of the time of a file of JSON goes into its objects, half into their words.
  const step = countSteps(2 * report.entries.length, onShare);
  switch (format) {
    case 'html':
      return reportToHtml(report, onShare);
    case 'markdown':
      return reportToMarkdown(report, onShare);
    case 'csv':
      return reportToCsv(report, table);
    case 'jsonld':
      return json(reportToWebAnnotations(report, step));
    case 'claimreview':
      return json(reportToClaimReviews(report));
    case 'json':
      return json(reportToGalleyFile(report, step));
  }
}

/** JSON that may also be pasted into a script element of a page: no `<` stands in it (JSON-LD 1.1, section 7). */
function json(value: object): string {
  return `${JSON.stringify(value, null, 2).replaceAll('<', '\\u003c')}\n`;
}
