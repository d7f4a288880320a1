import 'server-only';
import { db } from '@/lib/db/client';
import { embeddedPage } from '@/lib/exchange/embedded-page';
import { instantText } from '@/lib/exchange/instant-text';
import { publicAddress } from './public-page';
import { htmlAnswer, plainPage } from './shared-report';

/**
 * The published report at an address, for everybody: as it was rendered when it was published, kept for a minute by
 * whoever carries it. Withdrawn reports answer 410, unknown addresses 404. Only what is embedded may be framed.
 */
export async function readPublicReport(
  slug: string,
  { knownTag, isEmbedded }: { readonly knownTag: string | null; readonly isEmbedded: boolean },
): Promise<Response> {
  const found = await db.publication.findFirst({
    where: whereAt(slug),
    select: { html: true, version: true, withdrawnAt: true },
  });
  if (found === null)
    return htmlAnswer(plainPage('Galley', 'There is no report at this address.'), 404, notKept);
  if (found.withdrawnAt !== null)
    return htmlAnswer(plainPage('Galley', withdrawn(found.withdrawnAt)), 410, notKept);
  const tag = `"${found.version}"`;
  const headers = { 'cache-control': 'public, max-age=60, stale-while-revalidate=600', etag: tag };
  if (knownTag === tag) return new Response(null, { status: 304, headers });
  if (isEmbedded)
    return htmlAnswer(embeddedPage(found.html, publicAddress(slug)), 200, {
      ...headers,
      'cross-origin-resource-policy': 'cross-origin',
    });
  return htmlAnswer(found.html, 200, { ...headers, 'x-frame-options': 'DENY' });
}

/**
 * An earlier version of a published report, for everybody: as it stood then, with a word that it was replaced. The present
 * version leads to the report's own address; one that was taken away answers 410, and so does all of a withdrawn report.
 */
export async function readEarlierVersion(
  slug: string,
  number: number,
  knownTag: string | null,
): Promise<Response> {
  const found = await db.publication.findFirst({
    where: { slug: slug.slice(0, 200), article: { deletedAt: null } },
    select: { articleId: true, number: true, withdrawnAt: true },
  });
  if (found === null)
    return htmlAnswer(plainPage('Galley', 'There is no report at this address.'), 404, notKept);
  if (found.withdrawnAt !== null)
    return htmlAnswer(plainPage('Galley', withdrawn(found.withdrawnAt)), 410, notKept);
  if (found.number === number)
    return new Response(null, { status: 307, headers: { ...notKept, location: `/reports/${slug}` } });
  const { articleId } = found;
  const version = await db.publicationVersion.findUnique({
    where: { articleId_number: { articleId, number } },
    select: { html: true, goneAt: true },
  });
  const present = `<a href="/reports/${slug}">Read the present version.</a>`;
  if (version === null)
    return htmlAnswer(
      plainPage('Galley', `There is no such version of this report. ${present}`),
      404,
      notKept,
    );
  if (version.html === null)
    return htmlAnswer(plainPage('Galley', `${takenAway(version.goneAt)} ${present}`), 410, notKept);
  const headers = {
    'cache-control': 'public, max-age=60, stale-while-revalidate=600',
    etag: `"earlier-${number}"`,
    'x-robots-tag': 'noindex',
  };
  if (knownTag === headers.etag) return new Response(null, { status: 304, headers });
  return htmlAnswer(version.html, 200, { ...headers, 'x-frame-options': 'DENY' });
}

/** The picture of a published report, of the version that is published now; gone with it. */
export async function readPublicPicture(slug: string, knownTag: string | null): Promise<Response> {
  const found = await db.publication.findFirst({
    where: whereAt(slug),
    select: { picture: true, version: true, withdrawnAt: true },
  });
  if (found?.picture == null || found.withdrawnAt !== null)
    return new Response(null, { status: found?.withdrawnAt ? 410 : 404, headers: notKept });
  const tag = `"${found.version}"`;
  const headers = {
    'content-type': 'image/png',
    'cache-control': 'public, max-age=600, stale-while-revalidate=3600',
    etag: tag,
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'cross-origin',
  };
  if (knownTag === tag) return new Response(null, { status: 304, headers });
  return new Response(new Uint8Array(found.picture), { headers });
}

/** What `slugOf` cannot have made is asked for as nothing: the database would stumble over some of it. */
const whereAt = (slug: string) => ({
  slug: /^[a-z0-9-]{1,200}$/.test(slug) ? slug : '',
  article: { deletedAt: null },
});

const withdrawn = (at: Date): string =>
  `This report was withdrawn by its publisher on ${instantText(at.toISOString())}.`;

const takenAway = (at: Date | null): string =>
  `This version was taken away by its publisher${at === null ? '' : ` on ${instantText(at.toISOString())}`}.`;

const notKept = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex' };
