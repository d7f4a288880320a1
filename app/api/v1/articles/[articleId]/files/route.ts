import { DomainError } from '@/lib/domain/errors';
import { maxFileBytes } from '@/lib/domain/evidence-file';
import { fileCopyBody } from '@/lib/server/api/desk-requests';
import { commandIdOf } from '@/lib/server/api/idempotency';
import { articleParams } from '@/lib/server/api/requests';
import { copyFile } from '@/lib/server/files/copy-file';
import { uploadFile } from '@/lib/server/files/upload-file';
import { created, door } from '@/lib/server/http';

/** Room for the form around the file. */
const maxBytes = maxFileBytes + 64 * 1024;

/** Keeps a file that evidence will name, uploaded or copied from other evidence. */
export const POST = door(
  { params: articleParams, body: fileCopyBody, multipart: true, maxBytes, rate: 'command' },
  async ({ actor, params, body, form, request }) => {
    const id = commandIdOf(actor, request);
    if (form === undefined) return created(await copyFile(actor, params.articleId, { id, ...body }));
    const file = form.get('file');
    if (!(file instanceof File))
      throw new DomainError('INVALID', 'Send the file as multipart/form-data, as `file`.');
    const bytes = new Uint8Array(await file.arrayBuffer());
    return created(await uploadFile(actor, params.articleId, { id, name: file.name, bytes }));
  },
);
