import 'server-only';
import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import path from 'node:path';
import { DomainError } from '@/lib/domain/errors';
import type { ArticleDraft } from '@/lib/domain/lists';
import type { ReturnedWord } from '@/lib/exchange/docx/returned-word';
import type { ParserAnswer, ParserJob, SourceJob } from './parser-job';
import { inTurn, wasCancelled } from './parser-turns';
import { watchMemory } from './watch-memory';

/** How long one document may be read, in milliseconds, before its process is killed. */
const timeLimitMs = 20_000;
/** How much memory its process may take, in megabytes. */
const memoryLimitMb = 512;
/** A document of 5 MB becomes JSON of some 20 MB; what is far larger is a bomb. */
const maxAnswerBytes = 100 * 1024 * 1024;

export type ParserLimits = { readonly timeMs: number; readonly memoryMb: number };

type RunOptions = { readonly signal?: AbortSignal | undefined; readonly limits?: ParserLimits };

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

async function runJob(
  job: ParserJob,
  bytes: Uint8Array,
  { signal, limits = { timeMs: timeLimitMs, memoryMb: memoryLimitMb } }: RunOptions,
): Promise<Extract<ParserAnswer, { ok: true }>> {
  const answer = await inTurn(signal, () => askProcess(job, bytes, limits, signal));
  if (answer.ok) return answer;
  throw new DomainError(answer.error.code, answer.error.message);
}

/** Arguments for Node and the script; also what a test starts. The root is where `npm start` runs. */
export function parserArguments(memoryMb = memoryLimitMb): string[] {
  const root = process.cwd();
  const at = (name: string): string =>
    path.join(/* turbopackIgnore: true */ root, 'lib/server/imports', name);
  // A checkout may reach its packages through a link: both names must be allowed.
  const readable = new Set(
    ['lib', 'node_modules', 'package.json']
      .map((name) => path.join(/* turbopackIgnore: true */ root, name))
      .flatMap((place) => [place, realpathSync(place)]),
  );
  return [
    '--permission',
    ...[...readable].flatMap((place) => [`--allow-fs-read=${place}`, `--allow-fs-read=${place}/*`]),
    `--max-old-space-size=${memoryMb}`,
    '--disable-warning=ExperimentalWarning',
    // Without it `server-only` refuses to be loaded.
    '--conditions=react-server',
    `--import=${at('no-network.mjs')}`,
    at('parser-process.mjs'),
  ];
}

function askProcess(
  job: ParserJob,
  bytes: Uint8Array,
  limits: ParserLimits,
  signal: AbortSignal | undefined,
): Promise<ParserAnswer> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, parserArguments(limits.memoryMb), {
      env: { NODE_ENV: 'production' },
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const parts: Buffer[] = [];
    let size = 0;
    let refusal: DomainError | null = null;
    const stop = (why: DomainError): void => {
      refusal ??= why;
      child.kill('SIGKILL');
    };
    const cancel = (): void => stop(wasCancelled());
    const clock = setTimeout(() => stop(tookTooLong(limits.timeMs)), limits.timeMs);
    const rest = watchMemory(child.pid, limits.memoryMb * 1024 * 1024, () => stop(brokeDown()));
    const settle = (): void => {
      clearTimeout(clock);
      rest();
      signal?.removeEventListener('abort', cancel);
    };
    signal?.addEventListener('abort', cancel, { once: true });
    child.stdout.on('data', (part: Buffer) => {
      size += part.length;
      if (size > maxAnswerBytes) stop(brokeDown());
      else parts.push(part);
    });
    // A process that dies while it is being written to closes its pipe: `close` below says what happened.
    child.stdin.on('error', () => undefined);
    child.on('error', (error) => {
      settle();
      reject(error);
    });
    child.on('close', (code) => {
      settle();
      if (refusal === null && code === 0) resolve(JSON.parse(Buffer.concat(parts).toString()));
      else reject(refusal ?? brokeDown());
    });
    child.stdin.write(`${JSON.stringify(job)}\n`);
    child.stdin.end(bytes);
  });
}

function tookTooLong(limitMs: number): DomainError {
  return new DomainError(
    'INVALID',
    `This text took longer than ${Math.round(limitMs / 1000)} seconds to read, so reading was stopped. ` +
      'Import it in parts or as plain text.',
  );
}

function brokeDown(): DomainError {
  return new DomainError(
    'INVALID',
    'This text could not be read: it takes more memory than a text should. Import it in parts or as plain text.',
  );
}
