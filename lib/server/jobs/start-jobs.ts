import 'server-only';
import { log } from '../log';
import { eraseDeletedArticles } from './erase-deleted-articles';

const quarterHourMs = 15 * 60_000;

// Next may load this module more than once in a process: the clock runs once.
const shared: typeof globalThis & { galleyJobs?: NodeJS.Timeout } = globalThis;

/** Starts what runs by itself: now, and then every quarter of an hour. A failed run is logged and tried again then. */
export async function startJobs(): Promise<void> {
  if (shared.galleyJobs !== undefined) return;
  shared.galleyJobs = setInterval(runJobs, quarterHourMs);
  shared.galleyJobs.unref();
  // Not waited for: the first request must not wait for housekeeping.
  void runJobs();
}

async function runJobs(): Promise<void> {
  try {
    const count = await eraseDeletedArticles(new Date());
    if (count > 0) log.info('Erased deleted articles', { job: 'erase-deleted-articles', count });
  } catch (error) {
    log.error('A job failed', { job: 'erase-deleted-articles', error });
  }
}
