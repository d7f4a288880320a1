import 'server-only';
import { subscribe } from 'node:diagnostics_channel';
import { Server } from 'node:http';

type Draining = { isDraining: boolean; readonly listeners: Set<() => void> };

// Next loads a module once for pages and once for route handlers: both must know.
const shared: typeof globalThis & { galleyDraining?: Draining } = globalThis;

/**
 * Makes the process drain when it is asked to end: it is no longer ready, its streams send their readers elsewhere, and
 * connections are closed as soon as nothing runs on them, so that it ends when the last request has been answered.
 */
export function drainOnSignal(): void {
  let server: Server | undefined;
  // The server is Next's own and is handed to nobody; each request names it.
  subscribe('http.server.request.start', (message) => {
    server ??= serverOf(message);
  });
  const drain = (): void => {
    startDraining();
    setInterval(() => server?.closeIdleConnections(), closeIdleMs).unref();
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, drain);
}

const closeIdleMs = 100;

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
function startDraining(): void {
  const draining = state();
  draining.isDraining = true;
  for (const listener of draining.listeners) listener();
}

function state(): Draining {
  shared.galleyDraining ??= { isDraining: false, listeners: new Set() };
  return shared.galleyDraining;
}

/** Node documents this channel's message as {request, response, socket, server}. */
function serverOf(message: unknown): Server | undefined {
  if (typeof message !== 'object' || message === null || !('server' in message)) return undefined;
  return message.server instanceof Server ? message.server : undefined;
}
