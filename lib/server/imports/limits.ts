import 'server-only';
import { maxArticleLength } from '@/lib/domain/article';
import type { ArticleBlock } from '@/lib/domain/article-doc';
import { canonicalText, textBlocks } from '@/lib/domain/article-doc';
import { DomainError } from '@/lib/domain/errors';

/** Largest text, Markdown or HTML that may come in, in bytes (security: import limits). */
export const maxSourceBytes = 5 * 1024 * 1024;

/** Most paragraphs that an article may have: above it no browser scrolls smoothly. */
export const maxParagraphs = 50_000;

/** More combining marks than this on one letter are no writing; normalising them takes quadratic time. */
const maxCombiningMarks = 100;

/** Refuses a source of more than `maxSourceBytes` before anything reads it. */
export function refuseLargeSource(bytes: number): void {
  if (bytes <= maxSourceBytes) return;
  throw new DomainError('TOO_LARGE', 'This text is larger than 5 MB. Import it in parts.');
}

/** Refuses text that would take very long to bring into normal form. */
export function refuseStackedAccents(text: string): void {
  for (const [run] of text.matchAll(/\p{M}+/gu)) {
    if (run.length > maxCombiningMarks) {
      throw new DomainError(
        'INVALID',
        'This text stacks hundreds of accents on one letter and cannot be read.',
      );
    }
  }
}

/** Refuses an article that nobody could work on: without a word, too long or in too many pieces. */
export function refuseUnusable(content: readonly ArticleBlock[]): void {
  const doc = { type: 'doc', content } as const;
  const text = canonicalText(doc);
  if (text.trim() === '') throw emptySource();
  refuseLongText(text);
  if (textBlocks(doc).length > maxParagraphs) throw tooManyParagraphs();
}

/** Refuses a text longer than an article may be. */
export function refuseLongText(text: string): void {
  if (text.length <= maxArticleLength) return;
  throw new DomainError(
    'TOO_LARGE',
    'This article is longer than 2.5 million characters. Import it in parts.',
  );
}

/** The refusal of an article in too many pieces; a line counts as one where the text has no paragraphs. */
export function tooManyParagraphs(): DomainError {
  return new DomainError(
    'TOO_LARGE',
    'This article has more than 50 000 paragraphs or lines. Import it in parts.',
  );
}

/** The refusal of a source in which there is nothing to read. */
export function emptySource(): DomainError {
  return new DomainError('INVALID', 'There is no text here. Paste the article or choose another file.');
}
