import 'server-only';
import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import path from 'node:path';
import { DomainError } from '@/lib/domain/errors';
import type { ArticleDraft } from '@/lib/domain/lists';
import type { ReturnedWord } from '@/lib/exchange/docx/returned-word';
import type { GalleyFile } from '@/lib/exchange/galley/file-schema';
import { parserAnswerReader } from './parser-answer';
import type { OnProgress, ParserAnswer, ParserJob, SourceJob } from './parser-job';
import { inTurn, wasCancelled } from './parser-turns';
import { watchMemory } from './watch-memory';

/** How long one document may be read, and the program before it be loaded, in milliseconds each; then it is killed. */
const timeLimitMs = 20_000;
/** How much memory its process may take, in megabytes. */
const memoryLimitMb = 512;
/** A document of 5 MB becomes JSON of some 20 MB; what is far larger is a bomb. */
const answerLimitMb = 100;

/** `answerMb`: how much it may answer. `advice`: what to do where that is not enough. */
export type ParserLimits = {
  readonly timeMs: number;
  readonly memoryMb: number;
  readonly answerMb?: number;
  readonly advice?: string;
};
const ordinaryAdvice = 'Import it in parts or as plain text.';
const ordinaryLimits: ParserLimits = { timeMs: timeLimitMs, memoryMb: memoryLimitMb };
/** A Galley file holds a long record and attached files, is read as one value and answered as one. */
const galleyLimits: ParserLimits = {
  timeMs: 60_000,
  memoryMb: 1_200,
  answerMb: 200,
  advice: 'Move the article with a backup of the Galley that it comes from.',
};

type RunOptions = {
  readonly signal?: AbortSignal | undefined;
  /** Told how far it is, as often as there is something new. */
  readonly onProgress?: OnProgress | undefined;
  readonly limits?: ParserLimits;
};

/**
 * Reads a source in a process that can be killed: own memory, nothing of our environment, no network, no right to write
 * files, start programs or read anything but the program itself. Two run at a time, others wait. Once `signal` says so
 * it is killed at once. Throws DomainError.
 */
export async function runParser(
  job: SourceJob,
  bytes: Uint8Array,
  options: RunOptions = {},
): Promise<ArticleDraft> {
  const answer = await runJob(job, bytes, options);
  if ('draft' in answer) return answer.draft;
  throw brokeDown();
}

/** Reads a Word report that came back, in the same kind of process. Throws DomainError. */
export async function readReturnedFile(bytes: Uint8Array, options: RunOptions = {}): Promise<ReturnedWord> {
  const answer = await runJob({ task: 'returned' }, bytes, options);
  if ('returned' in answer) return answer.returned;
  throw brokeDown();
}

/** Reads a Galley file, in the same kind of process. Throws DomainError. */
export async function readGalleyFile(bytes: Uint8Array, options: RunOptions = {}): Promise<GalleyFile> {
  const answer = await runJob({ task: 'galley' }, bytes, { limits: galleyLimits, ...options });
  if ('galley' in answer) return answer.galley;
  throw brokeDown();
}

async function runJob(
  job: ParserJob,
  bytes: Uint8Array,
  { signal, onProgress = () => undefined, limits = ordinaryLimits }: RunOptions,
): Promise<Extract<ParserAnswer, { ok: true }>> {
  const onWait = (): void => onProgress({ stage: 'waiting' });
  const answer = await inTurn({ signal, onWait }, () =>
    askProcess(job, bytes, { limits, signal, onProgress }),
  );
  if (answer.ok) return answer;
  throw new DomainError(answer.error.code, answer.error.message);
}

/**
 * The program with its limits. Should we be gone before our own clock ends a reader that never ends, the system does: no
 * reader may use more processor time than all cores of a small machine could give it in its time.
 */
function programOf({ timeMs, memoryMb }: ParserLimits): [command: string, args: string[]] {
  const args = parserArguments(memoryMb);
  if (process.platform === 'win32') return [process.execPath, args];
  const seconds = 4 * Math.ceil(timeMs / 1_000);
  return ['/bin/sh', ['-c', `ulimit -t ${seconds}; exec "$0" "$@"`, process.execPath, ...args]];
}

type Asked = {
  readonly limits: ParserLimits;
  readonly signal: AbortSignal | undefined;
  readonly onProgress: OnProgress;
};

/** Arguments for Node and the script; also what a test starts. The root is where `npm start` runs. */
export function parserArguments(memoryMb = memoryLimitMb): string[] {
  const folder = path.join(/* turbopackIgnore: true */ process.cwd(), 'lib/server/imports');
  // A checkout may be reached through a link: both names must be allowed.
  const readable = new Set([folder, realpathSync(folder)]);
  return [
    '--permission',
    ...[...readable].map((place) => `--allow-fs-read=${place}/*`),
    `--max-old-space-size=${memoryMb}`,
    '--disable-warning=ExperimentalWarning',
    `--import=${path.join(folder, 'no-network.mjs')}`,
    path.join(folder, 'parser-process.mjs'),
  ];
}

function askProcess(
  job: ParserJob,
  bytes: Uint8Array,
  { limits, signal, onProgress }: Asked,
): Promise<ParserAnswer> {
  return new Promise((resolve, reject) => {
    const child = spawn(...programOf(limits), {
      env: { NODE_ENV: 'production' },
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    let parts: Buffer[] = [];
    let size = 0;
    let hasBegun = false;
    const reader = parserAnswerReader(onProgress);
    let refusal: DomainError | null = null;
    const stop = (why: DomainError): void => {
      refusal ??= why;
      child.kill('SIGKILL');
    };
    const cancel = (): void => stop(wasCancelled());
    const clock = setTimeout(() => stop(tookTooLong(limits)), limits.timeMs);
    const rest = watchMemory(child.pid, limits.memoryMb * 1024 * 1024, () => stop(brokeDown(limits)));
    const settle = (): void => {
      clearTimeout(clock);
      rest();
      signal?.removeEventListener('abort', cancel);
    };
    signal?.addEventListener('abort', cancel, { once: true });
    child.stdout.on('data', (part: Buffer) => {
      size += part.length;
      if (size > (limits.answerMb ?? answerLimitMb) * 1024 * 1024) return stop(brokeDown(limits));
      const end = part.lastIndexOf(lineFeed);
      if (end === -1) return void parts.push(part);
      // Only the end of the answer has no line feed behind it.
      const lines = Buffer.concat([...parts, part.subarray(0, end)]);
      parts = [part.subarray(end + 1)];
      // On a busy machine the program alone takes seconds to load: its first word is when reading begins.
      if (!hasBegun) clock.refresh();
      hasBegun = true;
      if (!reader.take(lines.toString())) stop(brokeDown(limits));
    });
    // A process that dies while it is being written to closes its pipe: `close` below says what happened.
    child.stdin.on('error', () => undefined);
    child.on('error', (error) => {
      settle();
      reject(error);
    });
    child.on('close', (code, signal) => {
      settle();
      const answer = refusal === null && code === 0 ? reader.end(Buffer.concat(parts).toString()) : undefined;
      if (answer === undefined) reject(refusal ?? (isOutOfMemory(signal) ? brokeDown(limits) : brokeOff()));
      else resolve(answer);
    });
    child.stdin.write(`${JSON.stringify(job)}\n`);
    child.stdin.end(bytes);
  });
}

/** How V8 ends its process when its heap is full. */
const isOutOfMemory = (signal: NodeJS.Signals | null): boolean =>
  signal === 'SIGABRT' || signal === 'SIGTRAP' || signal === 'SIGILL';

const lineFeed = 0x0a;

function tookTooLong({ timeMs, advice = ordinaryAdvice }: ParserLimits): DomainError {
  const seconds = Math.round(timeMs / 1000);
  return new DomainError(
    'INVALID',
    `This text took longer than ${seconds} seconds to read, so reading was stopped. ${advice}`,
  );
}

function brokeDown({ advice = ordinaryAdvice }: Partial<ParserLimits> = {}): DomainError {
  return new DomainError(
    'INVALID',
    `This text could not be read: it takes more memory than a text should. ${advice}`,
  );
}

/** It was ended from outside, or ended itself in the middle: nobody knows why, and it may go well another time. */
function brokeOff(): DomainError {
  return new DomainError(
    'UNAVAILABLE',
    'Reading this text broke off and nothing was kept. Try again; if it breaks off again, import it as plain text.',
  );
}
