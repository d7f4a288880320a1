import 'server-only';
import type { Publication } from '@/lib/domain/report/publication';
import type { Report } from '@/lib/domain/report/report';
import { plainArrangement } from '@/lib/domain/report/report-arrangement';
import { reportFor } from '@/lib/domain/report/report-view';
import { asEarlierVersion, type Replaced, withHistory } from '@/lib/exchange/history-html';
import { joinedPieces } from '@/lib/exchange/joined-bytes';
import { authSecret, env } from '../env';
import { instanceKey, signAgain, signReport } from '../reports/instance-key';
import { runWriter } from '../reports/run-writer';

/** Where the public reads a report. */
export const publicAddress = (slug: string): string => `${env.PUBLIC_URL}/reports/${slug}`;

/** What the public gets of a report: the page, and the picture that a preview of its address shows. */
export type PublicPage = { readonly html: string; readonly picture: Uint8Array<ArrayBuffer> };

/** The public report of the whole one: with its address, its corrections and history, and nothing internal. Signed. */
export async function publicPage(whole: Report, publication: Publication): Promise<PublicPage> {
  const { slug, publishedAt, changedAt, corrections, version } = publication;
  const address = publicAddress(slug);
  const published = { address, picture: `${address}/picture?v=${version}`, publishedAt, changedAt };
  const report = reportFor({ ...whole, published, corrections }, { ...plainArrangement, view: 'public' });
  const [written, picture] = await Promise.all([
    joinedPieces(runWriter({ report, format: 'html' })),
    joinedPieces(runWriter({ report, format: 'picture' })),
  ]);
  const html = withHistory(textOf(written), publication, address);
  const signed = signReport(instanceKey(authSecret()), Buffer.from(html), report);
  return { html: textOf(signed), picture };
}

/** A published page that tells of what happened to its earlier versions since, signed again. */
export const withNewHistory = (html: string, publication: Publication): Promise<string> =>
  signedAgain(html, (words) => withHistory(words, publication, publicAddress(publication.slug)));

/** A published page as what it is once another version took its place, signed again. */
export const earlierPage = (html: string, replaced: Replaced): Promise<string> =>
  signedAgain(html, (words) => asEarlierVersion(words, replaced));

async function signedAgain(html: string, change: (words: string) => string): Promise<string> {
  const key = instanceKey(authSecret());
  return textOf(await signAgain(key, Buffer.from(html), (bytes) => Buffer.from(change(textOf(bytes)))));
}

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');
