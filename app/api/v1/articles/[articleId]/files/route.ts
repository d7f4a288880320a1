import { DomainError } from '@/lib/domain/errors';
import { maxFileBytes } from '@/lib/domain/evidence-file';
import { commandIdOf } from '@/lib/server/api/idempotency';
import { articleParams } from '@/lib/server/api/requests';
import { uploadFile } from '@/lib/server/files/upload-file';
import { created, door } from '@/lib/server/http';

/** Room for the form around the file. */
const maxBytes = maxFileBytes + 64 * 1024;

/** Keeps a file that evidence will name. */
export const POST = door(
  { params: articleParams, multipart: true, maxBytes, rate: 'command' },
  async ({ actor, params, form, request }) => {
    const file = form?.get('file');
    if (!(file instanceof File))
      throw new DomainError('INVALID', 'Send the file as multipart/form-data, as `file`.');
    const upload = { id: commandIdOf(actor, request), name: file.name };
    const bytes = new Uint8Array(await file.arrayBuffer());
    return created(await uploadFile(actor, params.articleId, { ...upload, bytes }));
  },
);
