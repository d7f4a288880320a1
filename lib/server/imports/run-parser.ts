import 'server-only';
import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import path from 'node:path';
import { DomainError } from '@/lib/domain/errors';
import type { ArticleDraft } from '@/lib/domain/lists';
import type { MarkupSource, ParserAnswer } from './read-markup';

/** How long one document may be read, in milliseconds, before its process is killed. */
const timeLimitMs = 20_000;
/** How much memory its objects may take, in megabytes. */
const memoryLimitMb = 512;
const atOnce = 2;
const maxWaiting = 20;
/** A document of 5 MB becomes JSON of some 20 MB; what is far larger is a bomb. */
const maxAnswerBytes = 100 * 1024 * 1024;

export type ParserLimits = { readonly timeMs: number; readonly memoryMb: number };

/**
 * Reads Markdown or HTML in a process that can be killed: own memory, nothing of our environment, no right to write files, start
 * programs or read anything but the program itself. Two run at a time, others wait. Throws DomainError.
 */
export async function runParser(
  source: MarkupSource,
  limits: ParserLimits = { timeMs: timeLimitMs, memoryMb: memoryLimitMb },
): Promise<ArticleDraft> {
  await takeTurn();
  try {
    const answer = await askProcess(source, limits);
    if (answer.ok) return answer.draft;
    throw new DomainError(answer.error.code, answer.error.message);
  } finally {
    passTurn();
  }
}

/** Arguments for Node and the script; also what a test starts. The root is where `npm start` runs. */
export function parserArguments(memoryMb = memoryLimitMb): string[] {
  const root = process.cwd();
  const script = path.join(/* turbopackIgnore: true */ root, 'lib/server/imports/parser-process.mjs');
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
    script,
  ];
}

function askProcess(source: MarkupSource, limits: ParserLimits): Promise<ParserAnswer> {
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
    const clock = setTimeout(() => stop(tookTooLong(limits.timeMs)), limits.timeMs);
    child.stdout.on('data', (part: Buffer) => {
      size += part.length;
      if (size > maxAnswerBytes) stop(brokeDown());
      else parts.push(part);
    });
    // A process that dies while it is being written to closes its pipe: `close` below says what happened.
    child.stdin.on('error', () => undefined);
    child.on('error', (error) => {
      clearTimeout(clock);
      reject(error);
    });
    child.on('close', (code) => {
      clearTimeout(clock);
      if (refusal === null && code === 0) resolve(JSON.parse(Buffer.concat(parts).toString()));
      else reject(refusal ?? brokeDown());
    });
    child.stdin.end(JSON.stringify(source));
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

type Turns = { running: number; readonly waiting: (() => void)[] };

declare global {
  var galleyParserTurns: Turns | undefined;
}

/** Held on `globalThis`, because a module that pages and route handlers share is loaded twice. */
function turns(): Turns {
  globalThis.galleyParserTurns ??= { running: 0, waiting: [] };
  return globalThis.galleyParserTurns;
}

async function takeTurn(): Promise<void> {
  const state = turns();
  if (state.running < atOnce) {
    state.running += 1;
    return;
  }
  if (state.waiting.length >= maxWaiting) {
    throw new DomainError('UNAVAILABLE', 'Many texts are being read just now. Try again in a minute.');
  }
  await new Promise<void>((resolve) => state.waiting.push(resolve));
}

function passTurn(): void {
  const state = turns();
  const next = state.waiting.shift();
  // The turn is handed on without being given back, so that nobody else takes it in between.
  if (next === undefined) state.running -= 1;
  else next();
}
