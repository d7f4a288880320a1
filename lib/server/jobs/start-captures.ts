import 'server-only';
import { fetchDue } from '../captures/fetch-due';
import { setCaptureWorker } from '../captures/wake-captures';
import { isDraining } from '../draining';
import { log } from '../log';

const everyMs = 3_000;
/** As many as the fenced process reads at a time. */
const pagesAtOnce = 2;

/**
 * Starts fetching the pages of evidence that are waited for: at once when this process is told of one, and every few
 * seconds for what others have left. A failed round is logged; the next one goes on from there.
 */
export function startCaptures(): void {
  const lanes = Array.from({ length: pagesAtOnce }, startLane);
  const wake = (): void => {
    for (const lane of lanes) lane();
  };
  if (setCaptureWorker(wake)) setInterval(wake, everyMs).unref();
}

/** Returns what makes it fetch until nothing is due; told while it does, it looks once more. */
function startLane(): () => void {
  let isBusy = false;
  let isWoken = false;

  async function work(): Promise<void> {
    isBusy = true;
    try {
      while (isWoken && !isDraining()) {
        isWoken = false;
        if (await fetchDue(new Date())) isWoken = true;
      }
    } catch (error) {
      isWoken = false;
      log.warn('A page of evidence could not be fetched', { job: 'captures', error });
    } finally {
      isBusy = false;
    }
  }

  return () => {
    isWoken = true;
    if (!isBusy) void work();
  };
}
