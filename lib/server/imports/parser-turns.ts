import 'server-only';
import { DomainError } from '@/lib/domain/errors';

const atOnce = 2;
const maxWaiting = 20;

type Turns = { running: number; readonly waiting: (() => void)[] };

/** `onWait` is called once if others come first. */
type Waiting = { readonly signal?: AbortSignal | undefined; readonly onWait?: (() => void) | undefined };

declare global {
  var galleyParserTurns: Turns | undefined;
}

/** Held on `globalThis`, because a module that pages and route handlers share is loaded twice. */
function turns(): Turns {
  globalThis.galleyParserTurns ??= { running: 0, waiting: [] };
  return globalThis.galleyParserTurns;
}

/**
 * Does something when it is its turn: two at a time, twenty more wait. Throws UNAVAILABLE to whoever comes after them,
 * and to whoever leaves the line because `signal` says so.
 */
export async function inTurn<T>(
  { signal, onWait = () => undefined }: Waiting,
  act: () => Promise<T>,
): Promise<T> {
  await takeTurn(signal, onWait);
  try {
    return await act();
  } finally {
    passTurn();
  }
}

async function takeTurn(signal: AbortSignal | undefined, onWait: () => void): Promise<void> {
  if (signal?.aborted === true) throw wasCancelled();
  const state = turns();
  if (state.running < atOnce) {
    state.running += 1;
    return;
  }
  if (state.waiting.length >= maxWaiting) {
    throw new DomainError('UNAVAILABLE', 'Many texts are being read just now. Try again in a minute.');
  }
  onWait();
  await new Promise<void>((resolve, reject) => {
    const come = (): void => {
      signal?.removeEventListener('abort', leave);
      resolve();
    };
    const leave = (): void => {
      state.waiting.splice(state.waiting.indexOf(come), 1);
      reject(wasCancelled());
    };
    signal?.addEventListener('abort', leave, { once: true });
    state.waiting.push(come);
  });
}

function passTurn(): void {
  const state = turns();
  const next = state.waiting.shift();
  // The turn is handed on without being given back, so that nobody else takes it in between.
  if (next === undefined) state.running -= 1;
  else next();
}

/** The refusal that nobody is there to read. */
export function wasCancelled(): DomainError {
  return new DomainError('UNAVAILABLE', 'Reading was cancelled. Nothing was kept.');
}
