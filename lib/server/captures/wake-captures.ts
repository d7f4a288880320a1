import 'server-only';

// Next may load this module more than once in a process: who fetches is known to all copies.
const shared: typeof globalThis & { galleyCaptures?: () => void } = globalThis;

/** Has this process fetch what waits, now and not at its next look; where it fetches nothing, another one will. */
export function wakeCaptures(): void {
  shared.galleyCaptures?.();
}

/** Says what fetches in this process; false where something does already. */
export function setCaptureWorker(wake: () => void): boolean {
  if (shared.galleyCaptures !== undefined) return false;
  shared.galleyCaptures = wake;
  return true;
}
