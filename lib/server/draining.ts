import 'server-only';

type Draining = { isDraining: boolean; readonly listeners: Set<() => void> };

// Next loads a module once for pages and once for route handlers: both must know.
const shared: typeof globalThis & { galleyDraining?: Draining } = globalThis;

/** Makes the process drain when it is asked to end: it is no longer ready, and its streams send their readers elsewhere. */
export function drainOnSignal(): void {
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, startDraining);
}

/** Whether this process is about to end and others have to serve. */
export function isDraining(): boolean {
  return state().isDraining;
}

/** Calls `listener` when the process begins to drain; returns how to stop. */
export function onDrain(listener: () => void): () => void {
  state().listeners.add(listener);
  return () => state().listeners.delete(listener);
}

/** From now on this process sends its readers elsewhere. */
export function startDraining(): void {
  const draining = state();
  draining.isDraining = true;
  for (const listener of draining.listeners) listener();
}

function state(): Draining {
  shared.galleyDraining ??= { isDraining: false, listeners: new Set() };
  return shared.galleyDraining;
}
