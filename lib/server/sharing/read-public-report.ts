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
    where: { slug: slug.slice(0, 200), article: { deletedAt: null } },
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

/** The picture of a published report, of the version that is published now; gone with it. */
export async function readPublicPicture(slug: string, knownTag: string | null): Promise<Response> {
  const found = await db.publication.findFirst({
    where: { slug: slug.slice(0, 200), article: { deletedAt: null } },
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

const withdrawn = (at: Date): string =>
  `This report was withdrawn by its publisher on ${instantText(at.toISOString())}.`;

const notKept = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex' };
