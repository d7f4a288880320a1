import 'server-only';
import { Readable } from 'node:stream';
import { db } from '@/lib/db/client';
import type { Actor } from '@/lib/domain/actor';
import { DomainError, notFound } from '@/lib/domain/errors';
import { ensureCan } from '@/lib/domain/policy';
import { readStored, sizeOf } from '../files/file-store';
import { exportHeaders } from '../reports/export-article';
import { ownExport } from './find-exports';
import { keptWishSchema } from './to-export';

/**
 * The file of an export, streamed from the disk to whoever asked for it: they must still see its article. Throws
 * NOT_FOUND while there is none, and UNAVAILABLE when the disk has lost it.
 */
export async function sendExport(actor: Actor, exportId: string): Promise<Response> {
  const row = await db.export.findFirst({ where: { ...ownExport(actor, exportId), state: 'ready' } });
  if (row === null) throw notFound('file');
  ensureCan(actor, 'report.export');
  const { teamId, sha256, bytes, fileName: name } = row;
  if (sha256 === null || bytes === null || name === null) throw notFound('file');
  if ((await sizeOf({ teamId, sha256 })) !== bytes)
    throw new DomainError(
      'UNAVAILABLE',
      'This file is missing on the server. Have the report written again.',
    );
  const { format } = keptWishSchema.parse(row.wish);
  const stream = Readable.toWeb(readStored({ teamId, sha256 }, { start: 0, end: bytes - 1 }));
  // Node's own web stream
  return new Response(stream as ReadableStream<Uint8Array>, {
    headers: exportHeaders({ format, name, bytes }),
  });
}
