import 'server-only';
import { plainArrangement } from '@/lib/domain/report/report-arrangement';
import { reportPresetBodySchema } from '@/lib/domain/report/report-preset';
import { type ExportFormat, exportFormats } from '@/lib/exchange/formats';
import { exportBody } from '../exports/ask-for-export';
import { exportQuery } from '../reports/export-query';
import { publishBody } from '../sharing/publish-report';
import { shareLinkBody } from '../sharing/share-links';
import { takeAwayQuery } from '../sharing/take-away-version';
import { withdrawQuery } from './desk-requests';
import {
  exportShape,
  newShareLinkShape,
  presetShape,
  publicationAnswer,
  publicationShape,
  shareLinkShape,
} from './report-shapes';
import { type Route, route } from './route';

/** What a report can be. */
const reportTypes = Object.values<ExportFormat>(exportFormats).map(
  ({ contentType }) => contentType.split(';')[0] ?? contentType,
);

/** Reports: fetched, written in the background, shared, published. */
export const reportRoutes: readonly Route[] = [
  route(
    'GET /articles/{articleId}/export',
    'report.export',
    'The annotated report in a format: the checking copy, the checked copy or the public report.',
    { query: exportQuery, sends: reportTypes },
  ),
  route(
    'GET /articles/{articleId}/exports',
    'report.export',
    'One’s own exports of an article that are, or were, written in the background, latest first.',
    { lists: exportShape },
  ),
  route(
    'POST /articles/{articleId}/exports',
    'report.export',
    'Have a report written in the background: ask where it stands, and fetch its file within seven days. It also comes into one’s inbox.',
    { body: exportBody, example: { format: 'pdf', view: 'public' }, isChange: true, begins: exportShape },
  ),
  route('GET /exports/{exportId}', 'report.export', 'Where one of one’s own exports stands.', {
    gives: exportShape,
  }),
  route(
    'DELETE /exports/{exportId}',
    'report.export',
    'End the writing of an export. One that has ended stays as it is.',
    { gives: exportShape },
  ),
  route('GET /exports/{exportId}/file', 'report.export', 'The file of an export, once it is ready.', {
    sends: reportTypes,
  }),
  route(
    'GET /articles/{articleId}/share-links',
    'report.share',
    'The links to an article’s report that work now, latest first. Their addresses are known to nobody.',
    { lists: shareLinkShape },
  ),
  route(
    'POST /articles/{articleId}/share-links',
    'report.share',
    'Make a link that opens one copy of the report for some days.',
    { body: shareLinkBody, example: { view: 'checked', days: 7 }, makes: newShareLinkShape },
  ),
  route('DELETE /articles/{articleId}/share-links/{linkId}', 'report.share', 'End a link at once.'),
  route(
    'GET /articles/{articleId}/publication',
    'article.read',
    'Whether, where and since when the public reads the report, with its corrections.',
    { gives: publicationAnswer },
  ),
  route(
    'PUT /articles/{articleId}/publication',
    'report.publish',
    'Publish the public report as it stands now, with a correction where one is said. `version` is the one you saw, 0 where there was none.',
    {
      body: publishBody,
      example: { version: 1, correction: 'The port grew by 14 percent, not by 40.' },
      gives: publicationShape,
    },
  ),
  route(
    'DELETE /articles/{articleId}/publication',
    'report.publish',
    'Take the report away from the public, and the pages of its earlier versions for good.',
    {
      query: withdrawQuery,
      gives: publicationShape,
    },
  ),
  route(
    'DELETE /articles/{articleId}/publication/versions/{number}',
    'report.take_away_version',
    'Take the page of one earlier version away for good; the history that the public reads says so.',
    { query: takeAwayQuery, gives: publicationShape },
  ),
  route('GET /report-presets', 'report.export', 'The choices of reports that the team keeps, by name.', {
    lists: presetShape,
  }),
  route(
    'PUT /report-presets/{presetId}',
    'report.save_preset',
    'Keep choices of a report for the team, under an id of your own making.',
    {
      body: reportPresetBodySchema,
      example: { name: 'For the lawyers', arrangement: plainArrangement },
    },
  ),
  route('DELETE /report-presets/{presetId}', 'report.save_preset', 'Forget a preset of the team.'),
];
