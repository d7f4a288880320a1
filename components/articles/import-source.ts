import { canonicalText } from '@/lib/domain/article-doc';
import type { ArticleDraft, ReadProgress, TrackedChanges } from '@/lib/domain/lists';
import { imports as importsWords } from '../messages/imports';
import { Refusal } from './ask-server';
import { askWithProgress } from './ask-with-progress';

/** What somebody wants to import, before the server has read it. */
export type ImportSource =
  | {
      readonly kind: 'pasted';
      readonly format: 'text' | 'markdown' | 'html';
      readonly content: string;
      /** The words as the person saw them, where the content is the formatting behind them. */
      readonly shown?: string;
    }
  | { readonly kind: 'file'; readonly file: File; readonly changes?: TrackedChanges | undefined }
  | { readonly kind: 'address'; readonly url: string };

/** What came in, to look at beside the draft; `name` is that of the file. */
export type Original = { readonly words: string; readonly name: string | undefined };

/** The largest file of each kind, in megabytes; a Galley file carries the work beside the text. */
const megabytes: Readonly<Record<string, number | undefined>> = {
  txt: 5,
  text: 5,
  md: 5,
  markdown: 5,
  html: 5,
  htm: 5,
  xhtml: 5,
  docx: 10,
  pdf: 25,
  json: 160,
};

/** Has the server read a source into a draft; `onProgress` hears how far it is. Throws `Refusal`. */
export async function readSource(
  source: ImportSource,
  signal: AbortSignal,
  onProgress: (progress: ReadProgress) => void = () => undefined,
): Promise<ArticleDraft> {
  const asking = source.kind === 'file' ? { form: formOf(source), signal } : { body: bodyOf(source), signal };
  // Our own door made draft and progress; their shape is the door's contract.
  return (await askWithProgress('/api/imports', asking, (progress) =>
    onProgress(progress as ReadProgress),
  )) as ArticleDraft;
}

/** Why a file cannot be sent at all; undefined when it can. */
export function findFileFault({ name, size }: File): string | undefined {
  const words = importsWords.source;
  const limit = megabytes[/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''];
  if (limit === undefined) return words.wrongKind(name);
  if (size === 0) return words.emptyFile(name);
  return size > limit * 1024 * 1024 ? words.tooLarge(name, limit) : undefined;
}

export const isGalleyFile = (file: File): boolean => /\.json$/i.test(file.name);

/** The words of a source as they came, to look at beside the draft that was made of them. */
export async function originalOf(source: ImportSource, draft: ArticleDraft): Promise<Original> {
  const name = source.kind === 'file' ? source.file.name : source.kind === 'address' ? source.url : undefined;
  if (draft.original !== null) return { words: draft.original, name };
  if (source.kind === 'pasted') return { words: source.shown ?? source.content, name };
  const words = source.kind === 'file' ? await textOf(source.file) : '';
  // In another encoding than UTF-8 the browser's reading is full of holes; the server has found the letters.
  return { words: words.includes('\ufffd') ? canonicalText(draft.doc) : words, name };
}

/** The words of a text file in UTF-8 or, by its mark, UTF-16. Throws `Refusal` where the file cannot be opened. */
export async function textOf(file: File): Promise<string> {
  const bytes = await bytesOf(file);
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

function bodyOf(source: Exclude<ImportSource, { readonly kind: 'file' }>) {
  return source.kind === 'address'
    ? { format: 'url', url: source.url }
    : { format: source.format, content: source.content };
}

function formOf({ file, changes }: Extract<ImportSource, { readonly kind: 'file' }>): FormData {
  const form = new FormData();
  form.set('file', file);
  if (changes !== undefined) form.set('changes', changes);
  return form;
}
