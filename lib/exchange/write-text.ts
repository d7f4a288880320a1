import type { Report } from '@/lib/domain/report/report';
import { reportToClaimReviews } from './claim-review';
import { countSteps, type OnShare, unheard } from './count-steps';
import type { TextFormatName } from './formats';
import { reportToGalleyFile } from './galley-json';
import { jsonPieces } from './json-pieces';
import { reportToCsv } from './report-csv';
import { reportToHtml } from './report-html';
import { reportToMarkdown } from './report-markdown';
import type { TableName } from './report-tables';
import { reportToWebAnnotations } from './web-annotation';

/**
 * The report in a format that is made of words, in pieces: a block of the text, an annotation, a row. `table` says which
 * table a CSV file holds; `onShare` hears how much is written.
 */
export function writeText(
  report: Report,
  format: TextFormatName,
  table: TableName = 'claims',
  onShare: OnShare = unheard,
): Generator<string> {
  const step = countSteps(report.entries.length, onShare);
  switch (format) {
    case 'html':
      return reportToHtml(report, onShare);
    case 'markdown':
      return reportToMarkdown(report, onShare);
    case 'csv':
      return reportToCsv(report, table, onShare);
    case 'jsonld':
      return jsonPieces(reportToWebAnnotations(report, step));
    case 'claimreview':
      return jsonPieces(reportToClaimReviews(report, step));
    case 'json':
      return jsonPieces(reportToGalleyFile(report, step));
  }
}
