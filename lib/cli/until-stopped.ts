/**
 * Resolves when the person at the terminal, the system, or the end of the process that started us asks to stop.
 * Further requests are ignored: stopping is already on its way.
 */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
    if (process.send !== undefined) process.on('disconnect', () => resolve());
  });
}
