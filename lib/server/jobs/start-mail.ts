import 'server-only';
import { env, mailSettings } from '../env';
import { log } from '../log';
import { type MailQueue, startMailQueue } from '../mail/mail-queue';

const retryMs = 60_000;

// Next may load this module more than once in a process: the queue is started once.
const shared: typeof globalThis & { galleyMail?: Promise<MailQueue | undefined> } = globalThis;

/**
 * Starts sending e-mails where a mail server is set up; does nothing elsewhere. Never keeps the app from starting:
 * what fails (a role that may not make the queue's tables, a database that is away) is logged and tried again.
 */
export function startMail(settings = mailSettings(), databaseUrl = env.DIRECT_DATABASE_URL): void {
  if (settings === undefined || shared.galleyMail !== undefined) return;
  const options = { databaseUrl, settings, origin: env.PUBLIC_URL };
  shared.galleyMail = startMailQueue(options).catch((error: unknown) => {
    log.warn('E-mail is set up but its queue could not be started', { job: 'mail', error });
    setTimeout(() => {
      delete shared.galleyMail;
      startMail(settings, databaseUrl);
    }, retryMs).unref();
    return undefined;
  });
}
