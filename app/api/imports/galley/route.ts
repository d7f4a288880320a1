import { z } from 'zod';
import { idSchema } from '@/lib/domain/ids';
import { ensureCan } from '@/lib/domain/policy';
import { parseGalleyFile } from '@/lib/exchange/galley-json';
import { importGalleyFile } from '@/lib/server/articles/import-galley-file';
import { created, door } from '@/lib/server/http';

/** `words` is the file as it is: what it says is checked by the format's own reader. */
const body = z.strictObject({ commandId: idSchema, words: z.string() });

/** A file holds text, layout and everybody's work; spelled as JSON inside JSON it grows once more. */
const maxBytes = 64 * 1024 * 1024;

/** Brings an exported article back in, with its marks. Sent again with the same id it answers the same. */
export const POST = door({ body, maxBytes, rate: 'command' }, async ({ actor, body }) => {
  ensureCan(actor, 'article.import');
  const file = parseGalleyFile(body.words);
  return created(await importGalleyFile(actor, { commandId: body.commandId, file }));
});
