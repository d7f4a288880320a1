import 'server-only';
import { onDrain } from '../draining';
import { writeNextExport } from '../exports/write-next-export';
import { onWake } from '../exports/writer-bell';
import { log } from '../log';

/** How often a process looks for exports that others were asked for, or that died with another process. */
const everyMs = 3_000;

// Next may load this module more than once in a process: the clock runs once.
const shared: typeof globalThis & { galleyExports?: NodeJS.Timeout } = globalThis;

/**
 * Writes exports in the background, one at a time in each process, so that somebody who waits for theirs at the screen
 * finds the other of the two writers free. A process that is about to end gives its export to another.
 */
export function startExports(): void {
  if (shared.galleyExports !== undefined) return;
  const leave = new AbortController();
  onDrain(() => leave.abort());
  let isBusy = false;
  const look = async (): Promise<void> => {
    if (isBusy || leave.signal.aborted) return;
    isBusy = true;
    try {
      while (!leave.signal.aborted && (await writeNextExport(leave.signal)));
    } catch (error) {
      log.warn('Exports could not be written', { job: 'exports', error });
    } finally {
      isBusy = false;
    }
  };
  onWake(() => void look());
  shared.galleyExports = setInterval(look, everyMs);
  shared.galleyExports.unref();
}
