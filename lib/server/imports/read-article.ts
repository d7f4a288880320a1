import 'server-only';
import { DomainError } from '@/lib/domain/errors';
import type { ArticleDraft, TrackedChanges } from '@/lib/domain/lists';
import type { EgressPolicy } from '../egress/egress-policy';
import { fetchAddress, findStatusFault } from '../egress/fetch-address';
import { decodeText } from './decode-text';
import type { OnProgress, SourceFormat } from './parser-job';
import { readText } from './read-text';
import { runParser } from './run-parser';
import { formatOfFile, formatOfPage } from './upload-format';

/** Where an article comes from. `title` is the headline where the sender knows it; else the source is searched for one. */
export type ArticleSource = PastedSource | FileSource | AddressSource;

type Titled = { readonly title?: string | undefined };
type PastedSource = Titled & { readonly format: 'text' | 'markdown' | 'html'; readonly content: string };
/** A file as it was sent. */
export type FileSource = Titled & {
  readonly fileName: string;
  readonly content: Uint8Array;
  /** What it is, where its ending does not say so. */
  readonly format?: SourceFormat | undefined;
  readonly changes?: TrackedChanges | undefined;
};
type AddressSource = Titled & { readonly format: 'url'; readonly url: string };

/** Plain text of some thirty pages, in UTF-16 code units. */
const shortText = 100_000;

type ReadOptions = {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: OnProgress | undefined;
  readonly policy?: EgressPolicy;
};

/**
 * Makes an article of a source, saving nothing. Throws DomainError with a sentence for the reader: INVALID for what is
 * empty, locked, not what it says, or too deeply nested, TOO_LARGE above the limits, UNAVAILABLE while too many wait or
 * once `signal` has ended it. What concerns a file names it. Everything is read in a process of its own but short plain
 * text, which takes a few milliseconds.
 */
export async function readArticle(source: ArticleSource, options: ReadOptions = {}): Promise<ArticleDraft> {
  if ('fileName' in source) return readFile(source, options);
  if (source.format === 'url') return readAddress(source, options);
  const { text } = decodeText(source.content);
  if (source.format === 'text' && text.length <= shortText) return readText(text, source.title);
  const job = { format: source.format, title: source.title, charset: 'utf-8' };
  return runParser(job, Buffer.from(text), options);
}

async function readFile(source: FileSource, { signal, onProgress }: ReadOptions): Promise<ArticleDraft> {
  const { fileName, content, title, changes } = source;
  try {
    const format = formatOfFile(fileName, content, source.format);
    return await runParser({ format, title, changes }, content, { signal, onProgress });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new DomainError(error.code, `${fileName.slice(0, 200)}: ${error.message}`, error.details);
  }
}

async function readAddress({ url, title }: AddressSource, options: ReadOptions): Promise<ArticleDraft> {
  options.onProgress?.({ stage: 'fetching' });
  const page = await fetchAddress(url.trim(), options);
  const fault = findStatusFault(page);
  if (fault !== undefined) throw fault;
  const { address, charset, bytes } = page;
  const job = { format: formatOfPage(page), title, address, charset: charset ?? undefined };
  const draft = await runParser(job, bytes, options);
  const sourceAddress = draft.details.sourceAddress ?? address;
  return { ...draft, details: { ...draft.details, sourceAddress } };
}
