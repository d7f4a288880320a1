import 'server-only';
import { drainOnSignal } from './draining';
import { checkEnv } from './env';
import { dropForgedHeaders } from './forged-headers';
import { startCaptures } from './jobs/start-captures';
import { startExports } from './jobs/start-exports';
import { startJobs } from './jobs/start-jobs';
import { startMail } from './jobs/start-mail';
import { startWebhooks } from './jobs/start-webhooks';

/** What the app does once, before its first request. Throws when a setting is wrong. */
export async function boot(): Promise<void> {
  const { GALLEY_TRUSTED_PROXIES } = checkEnv();
  dropForgedHeaders(GALLEY_TRUSTED_PROXIES);
  drainOnSignal();
  await startJobs();
  startMail();
  startWebhooks();
  startCaptures();
  startExports();
}
