import 'server-only';

// Next loads a module once for pages and once for route handlers: who asks must reach who writes.
const shared: typeof globalThis & { galleyExportBell?: () => void } = globalThis;

/** Says to the writer of this process, where one runs, that somebody waits. Others find out by themselves. */
export function wakeWriter(): void {
  shared.galleyExportBell?.();
}

/** Has `listener` called when somebody in this process asks for an export. */
export function onWake(listener: () => void): void {
  shared.galleyExportBell = listener;
}
