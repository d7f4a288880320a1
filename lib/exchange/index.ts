import type { Report } from '@/lib/domain/report';
import { reportToGalleyFile } from './galley-json';
import { reportToHtml } from './report-html';
import { reportToWebAnnotations } from './web-annotation';

/** A way out: what the report becomes, under which content type and file ending. */
export type ExportFormat = {
  readonly contentType: string;
  readonly ending: string;
  readonly serialize: (report: Report) => string;
};

/** Every way out of Galley, by the name it has in addresses. */
export const exportFormats = {
  html: { contentType: 'text/html; charset=utf-8', ending: 'html', serialize: reportToHtml },
  jsonld: {
    contentType: 'application/ld+json; charset=utf-8',
    ending: 'jsonld',
    serialize: (report) => `${JSON.stringify(reportToWebAnnotations(report), null, 2)}\n`,
  },
  json: {
    contentType: 'application/json; charset=utf-8',
    ending: 'galley.json',
    serialize: (report) => `${JSON.stringify(reportToGalleyFile(report), null, 2)}\n`,
  },
} as const satisfies Record<string, ExportFormat>;

export type ExportFormatName = keyof typeof exportFormats;
