import 'server-only';
import type { z } from 'zod';
import type { Actor } from '@/lib/domain/actor';
import { DomainError } from '@/lib/domain/errors';
import type { importedShape } from '../api/shapes';
import { derivedId } from '../derived-id';
import { refusalOf } from '../error-answer';
import type { FileSource } from '../imports/read-article';
import { readGalleyFile } from '../imports/run-parser';
import type { GivenDetails } from './article-form';
import { getArticle } from './get-article';
import { importArticle } from './import-article';
import { importGalleyFile } from './import-galley-file';

/** A file that is to become an article. */
export type ImportFile = Omit<FileSource, 'title'>;

type ImportOptions = { readonly commandId: string; readonly signal?: AbortSignal | undefined };

/** Imports one file; a Galley file comes with its annotations. Answers with the article. Throws DomainError. */
export async function importFile(
  actor: Actor,
  file: ImportFile,
  { commandId, signal, details = {} }: ImportOptions & { readonly details?: GivenDetails },
) {
  if (!/\.json$/i.test(file.fileName))
    return importArticle(actor, commandId, { source: file, details }, signal);
  if (Object.keys(details).length > 0) {
    throw new DomainError('INVALID', 'A Galley file says by itself what is known about its article.');
  }
  const galley = await readGalleyFile(file.content, { signal });
  const { articleId } = await importGalleyFile(actor, { commandId, file: galley });
  return getArticle(actor, articleId);
}

/**
 * Imports many files one after the other. Each gets an answer of its own: its article, or why it was refused; a refused
 * one holds up no other. Sent again with the same `commandId`, none comes in twice. Unknown errors are thrown.
 */
export async function importFiles(
  actor: Actor,
  files: readonly ImportFile[],
  { commandId, signal }: ImportOptions,
): Promise<z.input<typeof importedShape>[]> {
  const answers: z.input<typeof importedShape>[] = [];
  for (const [at, file] of files.entries()) {
    const own = { commandId: derivedId('file', commandId, String(at), file.fileName), signal };
    try {
      answers.push({ file: file.fileName, article: await importFile(actor, file, own) });
    } catch (error) {
      const refusal = refusalOf(error);
      // Without a database, without the right or without anybody waiting, the next would fare no better.
      if (refusal === undefined || signal?.aborted === true || refusal.code === 'FORBIDDEN') throw error;
      answers.push({ file: file.fileName, error: { code: refusal.code, message: refusal.message } });
    }
  }
  return answers;
}
