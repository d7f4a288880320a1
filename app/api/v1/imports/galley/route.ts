import { DomainError } from '@/lib/domain/errors';
import { ensureCan } from '@/lib/domain/policy';
import { maxGalleyFileBytes } from '@/lib/exchange/galley/file-schema';
import { galleyForm } from '@/lib/server/api/requests';
import { lookAtGalleyFile } from '@/lib/server/articles/look-at-galley-file';
import { door } from '@/lib/server/http';
import { sentenceOfIssues } from '@/lib/server/validate';

/** The file and what a form puts around it. */
const maxFormBytes = maxGalleyFileBytes + 1024 * 1024;

/** What an exported article holds and whether it is as a Galley signed it; saves nothing. */
export const POST = door(
  { multipart: true, maxFormBytes, rate: 'command' },
  async ({ actor, form, request }) => {
    ensureCan(actor, 'article.import');
    const sent = galleyForm.safeParse(form === undefined ? {} : Object.fromEntries(form));
    if (!sent.success) throw new DomainError('INVALID', sentenceOfIssues(sent.error.issues));
    const { file } = sent.data;
    return lookAtGalleyFile(new Uint8Array(await file.arrayBuffer()), request.signal);
  },
);
