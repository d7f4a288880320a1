import 'server-only';
import { plainArrangement } from '@/lib/domain/report-arrangement';
import { reportPresetBodySchema } from '@/lib/domain/report-preset';
import { type ExportFormat, exportFormats } from '@/lib/exchange/formats';
import { exportBody } from '../exports/ask-for-export';
import { exportParams, exportQuery } from '../reports/export-query';
import { publishBody } from '../sharing/publish-report';
import { shareLinkBody } from '../sharing/share-links';
import { linkParams, presetParams, withdrawQuery } from './desk-requests';
import {
  exportShape,
  newShareLinkShape,
  presetShape,
  publicationAnswer,
  publicationShape,
  shareLinkShape,
} from './report-shapes';
import { articleParams, exportIdParams } from './requests';
import { done, json, type Route } from './route';
import { pageOf } from './shapes';

/** What a report can be. */
const reportTypes = Object.fromEntries(
  Object.values<ExportFormat>(exportFormats).map(({ contentType }) => [
    contentType.split(';')[0] ?? contentType,
    null,
  ]),
);

/** Reports: fetched, written in the background, shared, published. */
export const reportRoutes: readonly Route[] = [
  {
    method: 'get',
    path: '/articles/{articleId}/export',
    summary: 'The annotated report in a format: the checking copy, the checked copy or the public report.',
    params: exportParams,
    query: exportQuery,
    status: 200,
    answer: reportTypes,
  },
  {
    method: 'get',
    path: '/articles/{articleId}/exports',
    summary: 'One’s own exports of an article that are, or were, written in the background, latest first.',
    params: articleParams,
    status: 200,
    answer: json(pageOf(exportShape)),
  },
  {
    method: 'post',
    path: '/articles/{articleId}/exports',
    summary:
      'Have a report written in the background: ask where it stands, and fetch its file within seven days. It also comes into one’s inbox.',
    params: articleParams,
    body: exportBody,
    example: { format: 'pdf', view: 'public' },
    isChange: true,
    status: 202,
    answer: json(exportShape),
  },
  {
    method: 'get',
    path: '/exports/{exportId}',
    summary: 'Where one of one’s own exports stands.',
    params: exportIdParams,
    status: 200,
    answer: json(exportShape),
  },
  {
    method: 'delete',
    path: '/exports/{exportId}',
    summary: 'End the writing of an export. One that has ended stays as it is.',
    params: exportIdParams,
    status: 200,
    answer: json(exportShape),
  },
  {
    method: 'get',
    path: '/exports/{exportId}/file',
    summary: 'The file of an export, once it is ready.',
    params: exportIdParams,
    status: 200,
    answer: reportTypes,
  },
  {
    method: 'get',
    path: '/articles/{articleId}/share-links',
    summary:
      'The links to an article’s report that work now, latest first. Their addresses are known to nobody.',
    params: articleParams,
    scope: 'admin',
    status: 200,
    answer: json(pageOf(shareLinkShape)),
  },
  {
    method: 'post',
    path: '/articles/{articleId}/share-links',
    summary: 'Make a link that opens one copy of the report for some days.',
    params: articleParams,
    body: shareLinkBody,
    example: { view: 'checked', days: 7 },
    scope: 'admin',
    status: 201,
    answer: json(newShareLinkShape),
  },
  {
    method: 'delete',
    path: '/articles/{articleId}/share-links/{linkId}',
    summary: 'End a link at once.',
    params: linkParams,
    scope: 'admin',
    ...done,
  },
  {
    method: 'get',
    path: '/articles/{articleId}/publication',
    summary: 'Whether, where and since when the public reads the report, with its corrections.',
    params: articleParams,
    status: 200,
    answer: json(publicationAnswer),
  },
  {
    method: 'put',
    path: '/articles/{articleId}/publication',
    summary:
      'Publish the public report as it stands now, with a correction where one is said. `version` is the one you saw, 0 where there was none.',
    params: articleParams,
    body: publishBody,
    example: { version: 1, correction: 'The port grew by 14 percent, not by 40.' },
    scope: 'admin',
    status: 200,
    answer: json(publicationShape),
  },
  {
    method: 'delete',
    path: '/articles/{articleId}/publication',
    summary: 'Take the report away from the public.',
    params: articleParams,
    query: withdrawQuery,
    scope: 'admin',
    status: 200,
    answer: json(publicationShape),
  },
  {
    method: 'get',
    path: '/report-presets',
    summary: 'The choices of reports that the team keeps, by name.',
    status: 200,
    answer: json(pageOf(presetShape)),
  },
  {
    method: 'put',
    path: '/report-presets/{presetId}',
    summary: 'Keep choices of a report for the team, under an id of your own making.',
    params: presetParams,
    body: reportPresetBodySchema,
    example: { name: 'For the lawyers', arrangement: plainArrangement },
    ...done,
  },
  {
    method: 'delete',
    path: '/report-presets/{presetId}',
    summary: 'Forget a preset of the team.',
    params: presetParams,
    ...done,
  },
];
