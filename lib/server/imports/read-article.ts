import 'server-only';
import { DomainError } from '@/lib/domain/errors';
import type { ArticleDraft } from '@/lib/domain/lists';
import { decodeText } from './decode-text';
import { readText } from './read-text';
import { runParser } from './run-parser';

export type ArticleSource = {
  readonly format: 'text' | 'markdown' | 'html';
  /** Bytes are UTF-8, or UTF-16 with a byte order mark. */
  readonly content: string | Uint8Array;
  /** The name of the file that it came in, where there is one. */
  readonly fileName?: string | undefined;
  /** The headline where the sender knows it; else the source is searched for one. */
  readonly title?: string | undefined;
};

/**
 * Makes an article of a source, saving nothing. Throws DomainError with a sentence for the reader: INVALID for what is
 * empty, not text, wrongly encoded or too deeply nested, TOO_LARGE above the limits, UNAVAILABLE while too many wait.
 * Markdown and HTML are read in a process of their own; plain text takes linear time and is read here.
 */
export async function readArticle(source: ArticleSource): Promise<ArticleDraft> {
  const extension = /\.(docx?|odt|rtf|pages|pdf|epub|xlsx?|pptx?)$/i.exec(source.fileName ?? '')?.[0];
  if (extension !== undefined) {
    throw new DomainError(
      'INVALID',
      `Files ending in ${extension.toLowerCase()} cannot be imported yet. Paste the text or save it as .txt.`,
    );
  }
  const text = decodeText(source.content);
  if (source.format === 'text') return readText(text, source.title);
  return runParser({ format: source.format, text, title: source.title });
}
