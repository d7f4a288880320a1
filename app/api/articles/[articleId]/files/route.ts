import { z } from 'zod';
import { DomainError } from '@/lib/domain/errors';
import { maxFileBytes } from '@/lib/domain/evidence-file';
import { idSchema } from '@/lib/domain/ids';
import { copyFile } from '@/lib/server/files/copy-file';
import { uploadFile } from '@/lib/server/files/upload-file';
import { created, door } from '@/lib/server/http';

const params = z.strictObject({ articleId: idSchema });
const body = z.strictObject({ fileId: idSchema, evidenceId: idSchema });

/** Room for the form around the file. */
const maxBytes = maxFileBytes + 64 * 1024;

/**
 * Keeps a file that evidence will name: multipart with `file` and `fileId`, or JSON with `fileId` and the evidence whose
 * file it is to be too. Sent again with the same id it answers the same.
 */
export const POST = door(
  { params, body, multipart: true, maxBytes },
  async ({ actor, params, body, form }) => {
    if (form === undefined) {
      const { fileId, evidenceId } = body;
      return created(await copyFile(actor, params.articleId, { id: fileId, evidenceId }));
    }
    const file = form.get('file');
    if (!(file instanceof File)) throw new DomainError('INVALID', 'Choose a file first.');
    const id = idSchema.safeParse(form.get('fileId'));
    if (!id.success) throw new DomainError('INVALID', 'Give the file an id, a UUID, as fileId.');
    const bytes = new Uint8Array(await file.arrayBuffer());
    return created(await uploadFile(actor, params.articleId, { id: id.data, name: file.name, bytes }));
  },
);
