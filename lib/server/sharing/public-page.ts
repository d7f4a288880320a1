import 'server-only';
import type { Publication } from '@/lib/domain/publication';
import type { Report } from '@/lib/domain/report';
import { plainArrangement } from '@/lib/domain/report-arrangement';
import { reportFor } from '@/lib/domain/report-view';
import { env } from '../env';
import { writeSigned } from '../reports/write-signed';

/** Where the public reads a report. */
export const publicAddress = (slug: string): string => `${env.PUBLIC_URL}/reports/${slug}`;

/** The public report as a page, of the whole report: with its address, its corrections, and nothing internal. */
export async function publicPage(whole: Report, publication: Publication): Promise<string> {
  const { slug, publishedAt, changedAt, corrections } = publication;
  const published = { address: publicAddress(slug), publishedAt, changedAt };
  const report = reportFor({ ...whole, published, corrections }, { ...plainArrangement, view: 'public' });
  return Buffer.from(await writeSigned({ report, format: 'html' })).toString('utf8');
}
