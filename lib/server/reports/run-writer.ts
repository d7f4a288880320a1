import 'server-only';
import { type ChildProcess, spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DomainError } from '@/lib/domain/errors';
import type { Report } from '@/lib/domain/report/report';
import { type ExportFormatName, isTextFormat } from '@/lib/exchange/formats';
import { inBlocks } from '@/lib/exchange/in-blocks';
import type { TableName } from '@/lib/exchange/report-tables';
import { writeText } from '@/lib/exchange/write-text';

/** How long one report may be written, in milliseconds, before its process is killed. */
const timeLimitMs = 120_000;
/** How much memory its objects may take, in megabytes; with fonts and pages beside them it stays below 500. */
const memoryLimitMb = 280;
const atOnce = 2;
const maxWaiting = 20;
/** Words about so much are written faster than a process starts. */
const isSmall = ({ entries, revision }: Report): boolean =>
  entries.length <= 200 && revision.text.length <= 100_000;

export type WriterRequest = {
  readonly report: Report;
  /** What people ask for, or the picture that previews of a published report show. */
  readonly format: ExportFormatName | 'picture';
  readonly table?: TableName | undefined;
};

/** How a report is waited for. */
export type Patience = {
  /** Ends the writing. */
  readonly signal?: AbortSignal | undefined;
  /** Called with the share that is written, from 0 to 1, where the format can tell. */
  readonly onShare?: ((share: number) => void) | undefined;
  /** How long it may take; two minutes unless said. */
  readonly limitMs?: number | undefined;
};

/**
 * Writes a report as a file, in pieces, as somebody takes them. What is large, and every format of bytes and fonts, is
 * written in a process of its own, so that nobody else waits for it; two run at a time. Whoever takes no more pieces ends
 * it. Throws DomainError.
 */
export async function* runWriter(
  request: WriterRequest,
  patience: Patience = {},
): AsyncGenerator<Uint8Array> {
  const { report, format, table } = request;
  if (format !== 'picture' && isTextFormat(format) && isSmall(report)) {
    yield* inBlocks(writeText(report, format, table, patience.onShare));
    return;
  }
  await takeTurn(patience.signal);
  try {
    yield* askProcess(request, patience);
  } finally {
    passTurn();
  }
}

/** Arguments for Node and the script; the root is where `npm start` runs. It may read the program and nothing else. */
function writerArguments(): string[] {
  const root = process.cwd();
  const script = path.join(/* turbopackIgnore: true */ root, 'lib/server/reports/writer-process.mjs');
  // A checkout may reach its packages through a link: both names must be allowed.
  const readable = new Set(
    ['lib', 'node_modules', 'package.json']
      .map((name) => path.join(/* turbopackIgnore: true */ root, name))
      .flatMap((place) => [place, realpathSync(place)]),
  );
  return [
    '--permission',
    ...[...readable].flatMap((place) => [`--allow-fs-read=${place}`, `--allow-fs-read=${place}/*`]),
    `--max-old-space-size=${memoryLimitMb}`,
    // A process that lives for seconds would rather hold garbage than collect it: this makes it tidy up.
    '--max-semi-space-size=4',
    '--disable-warning=ExperimentalWarning',
    script,
  ];
}

async function* askProcess(
  request: WriterRequest,
  { signal, onShare, limitMs = timeLimitMs }: Patience,
): AsyncGenerator<Uint8Array> {
  const child = spawn(process.execPath, writerArguments(), {
    env: { NODE_ENV: 'production' },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let refusal: DomainError | null = null;
  const stop = (why: DomainError): void => {
    refusal ??= why;
    child.kill('SIGKILL');
  };
  const abort = (): void => stop(stopped());
  const clock = setTimeout(() => stop(tookTooLong()), limitMs);
  signal?.addEventListener('abort', abort, { once: true });
  if (signal?.aborted === true) abort();
  hearShares(child.stderr, onShare);
  // A process that dies while it is being written to closes its pipe: how it ends says what happened.
  pipeline(Readable.from(linesOf(request)), child.stdin).catch(() => undefined);
  const end = endOf(child);
  try {
    yield* child.stdout;
    if ((await end) !== 0 || refusal !== null) throw refusal ?? brokeDown();
  } finally {
    clearTimeout(clock);
    signal?.removeEventListener('abort', abort);
    child.kill('SIGKILL');
  }
}

/** What is asked for on a line, then each annotation on one of its own: the report is never words as a whole here. */
function* linesOf({ report, format, table }: WriterRequest): Generator<string> {
  const { entries, ...rest } = report;
  yield `${JSON.stringify({ report: rest, format, table })}\n`;
  for (const entry of entries) yield `${JSON.stringify(entry)}\n`;
}

/** The process says nothing else there that anybody would need. */
function hearShares(said: Readable, onShare: Patience['onShare']): void {
  said.on('data', (part: Buffer) => {
    const share = [...part.toString().matchAll(/^share (\d+)$/gm)].at(-1)?.[1];
    if (share !== undefined) onShare?.(Number(share) / 100);
  });
}

/** The code that a process ends with, once all is read that it said. Rejects where it could not be started. */
function endOf(child: ChildProcess): Promise<number | null> {
  const end = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  // It is waited for when the file is read; until then a failure waits too.
  end.catch(() => undefined);
  return end;
}

/** What is thrown where the signal of a `Patience` ends the writing. */
export const stopped = () => new DomainError('UNAVAILABLE', 'The export was stopped.');

function tookTooLong(): DomainError {
  return new DomainError(
    'UNAVAILABLE',
    'The report took too long to write, so it was stopped. Choose fewer marks or sections, or the HTML page.',
  );
}

function brokeDown(): DomainError {
  return new DomainError(
    'UNAVAILABLE',
    'The report could not be written: it takes more memory than a report should. Choose fewer marks or sections, or the HTML page.',
  );
}

type Turns = { running: number; readonly waiting: (() => void)[] };

declare global {
  var galleyWriterTurns: Turns | undefined;
}

/** Held on `globalThis`, because a module that pages and route handlers share is loaded twice. */
function turns(): Turns {
  globalThis.galleyWriterTurns ??= { running: 0, waiting: [] };
  return globalThis.galleyWriterTurns;
}

async function takeTurn(signal: AbortSignal | undefined): Promise<void> {
  const state = turns();
  if (state.running < atOnce) {
    state.running += 1;
    return;
  }
  if (state.waiting.length >= maxWaiting) {
    throw new DomainError('UNAVAILABLE', 'Many reports are being written just now. Try again in a minute.');
  }
  await new Promise<void>((resolve, reject) => {
    const go = (): void => {
      signal?.removeEventListener('abort', leave);
      resolve();
    };
    const leave = (): void => {
      state.waiting.splice(state.waiting.indexOf(go), 1);
      reject(stopped());
    };
    state.waiting.push(go);
    signal?.addEventListener('abort', leave, { once: true });
  });
}

function passTurn(): void {
  const state = turns();
  const next = state.waiting.shift();
  // The turn is handed on without being given back, so that nobody else takes it in between.
  if (next === undefined) state.running -= 1;
  else next();
}
