import 'server-only';
import { forgetTextsUnusedSince } from '@/lib/db/revision-text';
import { queueRechecks } from '../captures/queue-rechecks';
import { log } from '../log';
import { eraseDeletedArticles } from './erase-deleted-articles';
import { removeOldDeliveries } from './remove-old-deliveries';
import { removeOldExports } from './remove-old-exports';
import { removeOrphanedFiles } from './remove-orphaned-files';

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

/** Deleted articles are erased an hour before a day is over: by then every process has forgotten their texts. */
const unusedMs = 30 * 60_000;
const forgetTexts = async (now: Date): Promise<number> =>
  forgetTextsUnusedSince(new Date(now.getTime() - unusedMs));

const jobs = [
  { job: 'forget-texts', run: forgetTexts, did: 'Forgot texts that nobody works on' },
  { job: 'erase-deleted-articles', run: eraseDeletedArticles, did: 'Erased deleted articles' },
  { job: 'remove-old-deliveries', run: removeOldDeliveries, did: 'Removed old lines of the webhooks’ log' },
  { job: 'queue-rechecks', run: queueRechecks, did: 'Queued pages of evidence to be looked at again' },
  { job: 'remove-old-exports', run: removeOldExports, did: 'Removed exports whose time was over' },
  { job: 'remove-orphaned-files', run: removeOrphanedFiles, did: 'Removed files that no evidence names' },
] as const;

async function runJobs(): Promise<void> {
  for (const { job, run, did } of jobs) {
    try {
      const count = await run(new Date());
      if (count > 0) log.info(did, { job, count });
    } catch (error) {
      log.error('A job failed', { job, error });
    }
  }
}
