import { z } from 'zod';
import { DomainError } from '@/lib/domain/errors';
import { idSchema } from '@/lib/domain/ids';
import { ensureCan } from '@/lib/domain/policy';
import { maxGalleyFileBytes } from '@/lib/exchange/galley/file-schema';
import { importGalleyFile } from '@/lib/server/articles/import-galley-file';
import { created, door } from '@/lib/server/http';
import { readGalleyFile } from '@/lib/server/imports/run-parser';

/** `file` is read by the format's own reader, in a process of its own. */
const formShape = z.strictObject({ commandId: idSchema, file: z.file() });

/** The file and what a form puts around it. */
const maxFormBytes = maxGalleyFileBytes + 1024 * 1024;

/** Brings an exported article back in, with its marks. Sent again with the same id it answers the same. */
export const POST = door(
  { multipart: true, maxFormBytes, rate: 'command' },
  async ({ actor, form, request }) => {
    ensureCan(actor, 'article.import');
    const sent = formShape.safeParse(form && Object.fromEntries(form));
    if (!sent.success)
      throw new DomainError('INVALID', 'Send the Galley file in a form, as "file", with a "commandId".');
    const { commandId, file } = sent.data;
    const galley = await readGalleyFile(new Uint8Array(await file.arrayBuffer()), { signal: request.signal });
    return created(await importGalleyFile(actor, { commandId, file: galley }));
  },
);
