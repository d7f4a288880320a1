import 'server-only';
import type { Publication } from '@/lib/domain/report/publication';
import type { Report } from '@/lib/domain/report/report';
import { plainArrangement } from '@/lib/domain/report/report-arrangement';
import { reportFor } from '@/lib/domain/report/report-view';
import { env } from '../env';
import { runWriter } from '../reports/run-writer';
import { writeSigned } from '../reports/write-signed';

/** Where the public reads a report. */
export const publicAddress = (slug: string): string => `${env.PUBLIC_URL}/reports/${slug}`;

/** What the public gets of a report: the page, and the picture that a preview of its address shows. */
export type PublicPage = { readonly html: string; readonly picture: Uint8Array<ArrayBuffer> };

/** The public report of the whole one: with its address, its corrections, and nothing internal. */
export async function publicPage(whole: Report, publication: Publication): Promise<PublicPage> {
  const { slug, publishedAt, changedAt, corrections, version } = publication;
  const address = publicAddress(slug);
  const published = { address, picture: `${address}/picture?v=${version}`, publishedAt, changedAt };
  const report = reportFor({ ...whole, published, corrections }, { ...plainArrangement, view: 'public' });
  const [html, picture] = await Promise.all([
    writeSigned({ report, format: 'html' }),
    runWriter({ report, format: 'picture' }),
  ]);
  return { html: Buffer.from(html).toString('utf8'), picture: new Uint8Array(picture) };
}
