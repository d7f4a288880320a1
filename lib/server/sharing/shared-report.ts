import 'server-only';
import { plainArrangement } from '@/lib/domain/report/report-arrangement';
import { reportFor } from '@/lib/domain/report/report-view';
import { isSecure } from '../env';
import { getReport } from '../reports/get-report';
import { writeSigned } from '../reports/write-signed';
import type { OpenedLink } from './open-share-link';

/** The cookie that a link's secret is swapped for. Its path is that of the one report it opens. */
export function shareCookieName(): string {
  return isSecure() ? '__Secure-galley-share' : 'galley-share';
}

/** The secret that a request for a shared report carries. */
export function secretIn(request: Request): string | undefined {
  const name = `${shareCookieName()}=`;
  const pairs = (request.headers.get('cookie') ?? '').split(/; */);
  return pairs.find((pair) => pair.startsWith(name))?.slice(name.length);
}

/** The report as it stands now, in the view of the link. Kept by nobody, found by no search engine. */
export async function sharedReport({ actor, articleId, view }: OpenedLink): Promise<Response> {
  const whole = await getReport(actor, articleId, { now: new Date(), since: null });
  const report = reportFor(whole, { ...plainArrangement, view });
  return htmlAnswer(await writeSigned({ report, format: 'html' }), 200, {
    'cache-control': 'no-store',
    'x-robots-tag': 'noindex',
    'x-frame-options': 'DENY',
  });
}

/** What somebody sees whose link has expired, was revoked or never existed: one answer for all of them. */
export function goneAnswer(): Response {
  const words = 'This link no longer works. Ask whoever sent it for a new one.';
  return htmlAnswer(plainPage('Galley', words), 404, {
    'cache-control': 'no-store',
    'x-robots-tag': 'noindex',
  });
}

/** A page of our own writing that runs nothing and loads nothing. */
export function htmlAnswer(
  body: string | Uint8Array<ArrayBuffer>,
  status: number,
  headers: Readonly<Record<string, string>>,
): Response {
  return new Response(body, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'${
        'x-frame-options' in headers ? "; frame-ancestors 'none'" : ''
      }`,
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      ...headers,
    },
  });
}

/** One sentence on a page. */
export function plainPage(title: string, words: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title><style>:root{color-scheme:light dark}body{font:1.125rem/1.5 Georgia,serif;max-width:34rem;margin:20vh auto;padding:0 1.5rem}</style></head><body><main><h1>${title}</h1><p>${words}</p></main></body></html>`;
}
