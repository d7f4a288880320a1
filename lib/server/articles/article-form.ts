import 'server-only';
import { z } from 'zod';
import { type ArticleDetails, articleDetailsSchema } from '@/lib/domain/article';
import { DomainError } from '@/lib/domain/errors';
import { trackedChanges } from '@/lib/domain/lists';
import { sourceFormats } from '../imports/parser-job';
import { sentenceOfIssues } from '../validate';
import type { ImportFile } from './import-files';

/** Details of an article that its sender knows better than its source. */
export type GivenDetails = { readonly [Name in keyof ArticleDetails]?: ArticleDetails[Name] | undefined };

/** Most files in one request. */
const maxFiles = 50;

const details = articleDetailsSchema.partial();
const { title, publishedOn, sourceAddress, language, direction, ...lines } = details.shape;
/** A form knows only words: an empty field says that a detail is not known. */
const empty = z.literal('');

/** What a form with a file may carry. */
export const articleForm = z.strictObject({
  file: z.file('Send the article as a file named "file".').describe('Once, or for many articles many times.'),
  title,
  ...lines,
  publishedOn: empty.or(publishedOn),
  sourceAddress: empty.or(sourceAddress),
  language: empty.or(language),
  direction: empty.or(direction),
  format: z.enum(sourceFormats).optional().describe('What the file is, where its ending does not say so.'),
  changes: z.enum(trackedChanges).optional().describe('What becomes of tracked changes: accept unless said.'),
});

/** A form that was read: one file or many, and for one the details that win over those that are found in it. */
export type ArticleForm = { readonly files: readonly ImportFile[]; readonly details: GivenDetails };

/** The files of a form. Their endings say what they are; `format` helps where one does not. Throws INVALID. */
export async function readArticleForm(form: FormData): Promise<ArticleForm> {
  const sent = form.getAll('file');
  const parsed = articleForm.safeParse(Object.fromEntries(form));
  if (!parsed.success) throw new DomainError('INVALID', sentenceOfIssues(parsed.error.issues));
  const { file: _last, format, changes, ...rest } = parsed.data;
  const given = Object.fromEntries(
    Object.entries(rest).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value === '' ? null : value]],
    ),
  );
  const files = sent.filter((part) => part instanceof File);
  if (files.length > maxFiles)
    throw new DomainError('TOO_LARGE', `Send at most ${maxFiles} files at a time.`);
  if (files.length > 1 && Object.keys(given).length > 0) {
    throw new DomainError(
      'INVALID',
      `"${Object.keys(given)[0]}" can belong to one article only. Send the files one by one, or without it.`,
    );
  }
  const read = files.map(async (file) => ({
    fileName: file.name,
    content: new Uint8Array(await file.arrayBuffer()),
    format,
    changes,
  }));
  return { files: await Promise.all(read), details: given };
}
