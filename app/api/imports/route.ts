import { z } from 'zod';
import { DomainError } from '@/lib/domain/errors';
import { ensureCan } from '@/lib/domain/policy';
import { formatSchema } from '@/lib/server/api/requests';
import { door } from '@/lib/server/http';
import { readArticle } from '@/lib/server/imports/read-article';

const body = z.strictObject({ format: formatSchema, content: z.string() });

/** JSON may spell a character in six bytes; the text itself is held to 5 MB by `readArticle`. */
const maxBytes = 12 * 1024 * 1024;

/** Reads a text or a file into a draft to look at; saves nothing. */
export const POST = door({ body, multipart: true, maxBytes }, async ({ actor, body, form }) => {
  ensureCan(actor, 'article.import');
  return form === undefined ? readArticle(body) : readArticle(await fileOf(form));
});

async function fileOf(form: FormData) {
  const file = form.get('file');
  if (!(file instanceof File)) throw new DomainError('INVALID', 'Choose a file first.');
  const format = formats[/\.[a-z]+$/i.exec(file.name)?.[0].toLowerCase() ?? ''];
  if (format === undefined) throw new DomainError('INVALID', 'Choose a .txt, .md or .html file.');
  return { format, content: new Uint8Array(await file.arrayBuffer()), fileName: file.name };
}

const formats: Readonly<Record<string, 'text' | 'markdown' | 'html' | undefined>> = {
  '.txt': 'text',
  '.text': 'text',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'html',
  '.htm': 'html',
};
