import 'server-only';
import type { ErrorCode } from '@/lib/domain/errors';
import type { ArticleDraft, ReadProgress, TrackedChanges } from '@/lib/domain/lists';
import type { ReturnedWord } from '@/lib/exchange/docx/returned-word';
import type { GalleyFile } from '@/lib/exchange/galley/file-schema';

/** What an article can be read from. */
export const sourceFormats = ['text', 'markdown', 'html', 'docx', 'pdf'] as const;
export type SourceFormat = (typeof sourceFormats)[number];

/** What goes into the parser process beside the bytes: a source to make an article of, or what Galley wrote itself. */
export type ParserJob = SourceJob | { readonly task: 'returned' | 'galley' };
export type SourceJob = {
  readonly task?: undefined;
  readonly format: SourceFormat;
  /** The headline where the sender knows it. */
  readonly title?: string | undefined;
  /** Where the page was fetched from: links in it are meant from there. */
  readonly address?: string | undefined;
  /** The encoding that a server has named, or `utf-8` for what came in as characters. */
  readonly charset?: string | undefined;
  readonly changes?: TrackedChanges | undefined;
};

/** What comes out of it. */
export type ParserAnswer =
  | { readonly ok: true; readonly draft: ArticleDraft }
  | { readonly ok: true; readonly returned: ReturnedWord }
  | { readonly ok: true; readonly galley: GalleyFile }
  | { readonly ok: false; readonly error: { readonly code: ErrorCode; readonly message: string } };

/** Told meanwhile how far it is. */
export type OnProgress = (progress: ReadProgress) => void;
