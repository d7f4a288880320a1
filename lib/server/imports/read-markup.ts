import 'server-only';
import { DomainError, type ErrorCode } from '@/lib/domain/errors';
import type { ArticleDraft } from '@/lib/domain/lists';
import { readHtml } from './read-html';
import { readMarkdown } from './read-markdown';

/** What goes into the parser process: text in normal form. */
export type MarkupSource = {
  readonly format: 'markdown' | 'html';
  readonly text: string;
  readonly title?: string | undefined;
};

/** What comes out of it. */
export type ParserAnswer =
  | { readonly ok: true; readonly draft: ArticleDraft }
  | { readonly ok: false; readonly error: { readonly code: ErrorCode; readonly message: string } };

/** Reads a source inside the parser process; refusals are answers, any other error ends the process. */
export function answerTo(source: MarkupSource): ParserAnswer {
  try {
    const read = source.format === 'markdown' ? readMarkdown : readHtml;
    return { ok: true, draft: read(source.text, source.title) };
  } catch (error) {
    if (error instanceof DomainError) {
      return { ok: false, error: { code: error.code, message: error.message } };
    }
    // The parsers call themselves for each level: only absurd nesting fills the stack.
    if (error instanceof RangeError) return { ok: false, error: nestedTooDeeply };
    throw error;
  }
}

const nestedTooDeeply = {
  code: 'INVALID',
  message: 'The parts of this text are nested too deeply to be read. Import it as plain text.',
} as const;
