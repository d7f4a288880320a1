import 'server-only';
import { Readable } from 'node:stream';
import { db } from '@/lib/db/client';
import { toEvidenceFile } from '@/lib/db/rows';
import { visibleArticles } from '@/lib/db/visible';
import type { Actor } from '@/lib/domain/actor';
import { DomainError, notFound } from '@/lib/domain/errors';
import { kindOfFile } from '@/lib/domain/evidence-file';
import { readStored, sizeOf } from './file-store';

/** Which file, and whether it is to be shown in the page (`show`): only pictures and sound are. */
export type FileRequest = {
  readonly articleId: string;
  readonly fileId: string;
  readonly show: boolean;
  /** The header `Range`: one stretch of bytes, so that sound can be sought in. */
  readonly range: string | null;
};

/**
 * A file of an article that the actor may see, as it was uploaded. Whatever is in it can do nothing: it is a download
 * or a picture or sound, never a page. Throws NOT_FOUND, and UNAVAILABLE when the disk has lost it.
 */
export async function sendFile(
  actor: Actor,
  { articleId, fileId, show, range }: FileRequest,
): Promise<Response> {
  const row = await db.storedFile.findFirst({
    where: { id: fileId, articleId, article: visibleArticles(actor) },
  });
  if (row === null) throw notFound('file');
  const { name, type, bytes, sha256 } = toEvidenceFile(row);
  const as = { teamId: row.teamId, sha256 };
  if ((await sizeOf(as)) !== bytes)
    throw new DomainError(
      'UNAVAILABLE',
      'This file is missing on the server. Whoever runs Galley can bring it back from a backup.',
    );
  const isShown = show && kindOfFile(type) !== 'document';
  const headers = new Headers({
    'content-type': type,
    'content-disposition': `${isShown ? 'inline' : 'attachment'}; filename*=UTF-8''${encoded(name)}`,
    'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'accept-ranges': 'bytes',
  });
  const wanted = stretchOf(range, bytes);
  if (wanted === 'none') {
    headers.set('content-range', `bytes */${bytes}`);
    return new Response(null, { status: 416, headers });
  }
  const { start, end } = wanted ?? { start: 0, end: bytes - 1 };
  headers.set('content-length', String(end - start + 1));
  if (wanted !== undefined) headers.set('content-range', `bytes ${start}-${end}/${bytes}`);
  const body = Readable.toWeb(readStored(as, { start, end })) as ReadableStream<Uint8Array>; // Node's own web stream
  return new Response(body, { status: wanted === undefined ? 200 : 206, headers });
}

/** The stretch that a `Range` header asks for (RFC 9110, 14.2); undefined for the whole, `none` for one outside. */
export function stretchOf(
  range: string | null,
  bytes: number,
): { readonly start: number; readonly end: number } | 'none' | undefined {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(range ?? '') ?? [];
  if (from === '' && to === '') return undefined;
  if (from === '') {
    const length = Math.min(Number(to), bytes);
    return length === 0 ? 'none' : { start: bytes - length, end: bytes - 1 };
  }
  const start = Number(from);
  const end = to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1);
  if (to !== '' && Number(to) < start) return undefined;
  return start >= bytes ? 'none' : { start, end };
}

/** A name as RFC 8187 wants it. */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}
