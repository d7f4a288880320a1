import type { ArticleDraft } from '@/lib/domain/lists';
import { imports as importsWords } from '../messages/imports';
import { askServer, Refusal } from './ask-server';

/** What somebody wants to import, before the server has read it. */
export type ImportSource =
  | {
      readonly kind: 'pasted';
      readonly format: 'text' | 'markdown' | 'html';
      readonly content: string;
      /** The words as the person saw them, where the content is the formatting behind them. */
      readonly shown?: string;
    }
  | { readonly kind: 'file'; readonly file: File };

/** What came in, to look at beside the draft; `name` is that of the file. */
export type Original = { readonly words: string; readonly name: string | undefined };

/** The largest file or text, in bytes. */
export const maxSourceBytes = 5 * 1024 * 1024;
/** The largest Galley file, which carries the work beside the text. */
const maxGalleyBytes = 30 * 1024 * 1024;

/** Has the server read a source into a draft. Throws `Refusal`. */
export async function readSource(source: ImportSource, signal: AbortSignal): Promise<ArticleDraft> {
  const asking =
    source.kind === 'file'
      ? { form: formOf(source.file), signal }
      : { body: { format: source.format, content: source.content }, signal };
  // Our own door made this draft; its shape is the door's contract.
  return (await askServer('/api/imports', asking)) as ArticleDraft;
}

/** Why a file cannot be sent at all; undefined when it can. */
export function findFileFault(file: File): string | undefined {
  const words = importsWords.source;
  if (isGalleyFile(file)) return file.size > maxGalleyBytes ? words.galleyTooLarge(file.name) : undefined;
  if (!/\.(txt|text|md|markdown|html?)$/i.test(file.name)) return words.wrongKind(file.name);
  if (file.size === 0) return words.emptyFile(file.name);
  return file.size > maxSourceBytes ? words.tooLarge(file.name) : undefined;
}

export const isGalleyFile = (file: File): boolean => /\.json$/i.test(file.name);

/** The words of a source as they came, to look at beside the draft. */
export async function originalOf(source: ImportSource): Promise<string> {
  if (source.kind === 'pasted') return source.content;
  const bytes = await bytesOf(source.file);
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined;
  return new TextDecoder(utf16 ?? 'utf-8').decode(bytes);
}

async function bytesOf(file: File): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new Refusal('INVALID', importsWords.source.unreadable(file.name));
  }
}

function formOf(file: File): FormData {
  const form = new FormData();
  form.set('file', file);
  return form;
}
