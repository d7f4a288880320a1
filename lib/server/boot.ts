import 'server-only';
import { drainOnSignal } from './draining';
import { checkEnv, isSecure } from './env';
import { dropForgedHeaders } from './forged-headers';
import { startCaptures } from './jobs/start-captures';
import { startExports } from './jobs/start-exports';
import { startJobs } from './jobs/start-jobs';
import { startMail } from './jobs/start-mail';
import { startWebhooks } from './jobs/start-webhooks';
import { quietConsole } from './quiet-console';
import { sayTransportSecurity } from './transport-security';

/** What the app does once, before its first request. Throws when a setting is wrong. */
export async function boot(): Promise<void> {
  const { GALLEY_TRUSTED_PROXIES, NODE_ENV } = checkEnv();
  dropForgedHeaders(GALLEY_TRUSTED_PROXIES);
  if (isSecure()) sayTransportSecurity();
  drainOnSignal();
  await startJobs();
  startMail();
  startWebhooks();
  startCaptures();
  startExports();
  // what goes wrong before this may say so in full: no request has brought any words yet
  if (NODE_ENV === 'production') quietConsole();
}
