import 'server-only';
import { DomainError } from '@/lib/domain/errors';
import type { ArticleDraft } from '@/lib/domain/lists';
import { decodeText } from './decode-text';
import type { OnProgress, ParserAnswer, ParserJob, SourceJob } from './parser-job';
import { readText } from './read-text';

/** How the parser process says its answer: the other half of its program. */
export { writeAnswer } from './write-answer';

/** Reads a source inside the parser process; refusals are answers, any other error ends the process. */
export async function answerTo(
  job: ParserJob,
  bytes: Uint8Array,
  onProgress: OnProgress = () => undefined,
): Promise<ParserAnswer> {
  try {
    onProgress({ stage: 'reading' });
    if (job.task === undefined) return { ok: true, draft: await read(job, bytes, onProgress) };
    if (job.task === 'galley') return { ok: true, galley: (await import('./read-galley')).readGalley(bytes) };
    const { readReturned } = await import('./read-returned');
    return { ok: true, returned: await readReturned(bytes) };
  } catch (error) {
    if (error instanceof DomainError) {
      return { ok: false, error: { code: error.code, message: error.message } };
    }
    // The parsers call themselves for each level: only absurd nesting fills the stack.
    if (error instanceof RangeError) return { ok: false, error: nestedTooDeeply };
    throw error;
  }
}

async function read(job: SourceJob, bytes: Uint8Array, onProgress: OnProgress): Promise<ArticleDraft> {
  // Loaded when they are needed: each is larger than all the rest.
  if (job.format === 'docx') return (await import('./read-docx')).readDocx(bytes, job, onProgress);
  if (job.format === 'pdf') return (await import('./read-pdf')).readPdf(bytes, job.title, onProgress);
  const { text, guess } = decodeText(bytes, job);
  onProgress({ stage: 'arranging' });
  const draft = await readDecoded(text, job);
  if (guess === undefined) return draft;
  const warning = `The encoding of the letters was guessed: ${guess}. Look at letters such as é, ß and “”.`;
  return { ...draft, warnings: [warning, ...draft.warnings] };
}

async function readDecoded(text: string, job: SourceJob): Promise<ArticleDraft> {
  if (job.format === 'text') return readText(text, job.title);
  if (job.format === 'markdown') return (await import('./read-markdown')).readMarkdown(text, job.title);
  return (await import('./read-html')).readHtml(text, job);
}

const nestedTooDeeply = {
  code: 'INVALID',
  message: 'The parts of this text are nested too deeply to be read. Import it as plain text.',
} as const;
