import 'server-only';
import { fromPrisma, PgBoss } from 'pg-boss';
import { db } from '@/lib/db/client';
import type { MailSettings } from '../env';
import { log } from '../log';
import { type MailJob, queueDueMail, type SendJob } from './queue-due-mail';
import { openTransport, sendMail } from './send-mail';

/** The Postgres schema of the queue: pg-boss's own, away from Galley's tables. */
export const queueSchema = 'galley_queue';

const mails = 'mail';
const digests = 'mail-digest';

type QueueOptions = {
  readonly databaseUrl: string;
  readonly settings: MailSettings;
  /** The address under which people reach Galley. */
  readonly origin: string;
  /** Seconds before the first new try of a failed e-mail; each further one waits longer. */
  readonly retrySeconds?: number;
  /** How often what is due is looked for. */
  readonly sweepSeconds?: number;
  /** How often the queue is asked. */
  readonly pollSeconds?: number;
};

export type MailQueue = {
  /** Queues what is due at once, now and not at the next sweep. */
  readonly sweep: () => Promise<void>;
  /** Queues the daily e-mails now. */
  readonly digest: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/**
 * Starts sending e-mails: what is due goes into the queue every few seconds, daily ones at seven in the morning, and
 * each is tried up to nine times over some hours. Several processes may run it on one database. Throws when the
 * queue's tables cannot be made.
 */
export async function startMailQueue({
  databaseUrl,
  settings,
  origin,
  retrySeconds = 60,
  sweepSeconds = 10,
  pollSeconds = 5,
}: QueueOptions): Promise<MailQueue> {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    schema: queueSchema,
    createSchema: !(await hasSchema()),
    application_name: 'galley-mail',
    max: 2,
  });
  boss.on('error', (error) => log.warn('The e-mail queue has trouble', { job: mails, error }));
  await startOrStop(boss);
  await boss.createQueue(mails, {
    retryLimit: 8,
    retryDelay: retrySeconds,
    retryBackoff: true,
    expireInSeconds: 120,
  });
  await boss.createQueue(digests, { retryLimit: 3, retryDelay: retrySeconds, expireInSeconds: 300 });

  const send: SendJob = async (tx, job) => {
    await boss.send(mails, job, { db: fromPrisma(tx) });
  };
  const sweep = async (): Promise<void> => {
    await queueDueMail('instant', send, new Date());
  };
  const digest = async (): Promise<void> => {
    await queueDueMail('daily', send, new Date());
  };

  const transport = openTransport(settings);
  await boss.work<MailJob>(mails, { pollingIntervalSeconds: pollSeconds, batchSize: 1 }, async ([job]) => {
    if (job !== undefined)
      await sendLogged(() => sendMail(transport, { from: settings.from, origin }, job.data));
  });
  await boss.work(digests, { pollingIntervalSeconds: pollSeconds }, digest);
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  await boss.schedule(digests, '0 7 * * *', null, { tz: timeZone });

  const timer = setInterval(() => {
    sweep().catch((error: unknown) => log.warn('E-mails could not be queued', { job: mails, error }));
  }, sweepSeconds * 1_000);
  timer.unref();
  return {
    sweep,
    digest,
    async stop() {
      clearInterval(timer);
      await boss.stop({ graceful: true, timeout: 5_000 });
      transport.close();
    },
  };
}

/** What could not start holds no connections. */
async function startOrStop(boss: PgBoss): Promise<void> {
  try {
    await boss.start();
  } catch (error) {
    await boss.stop({ graceful: false }).catch(() => undefined);
    throw error;
  }
}

async function sendLogged(send: () => Promise<unknown>): Promise<void> {
  try {
    await send();
  } catch (error) {
    // The server's words may quote an address: only their kind is logged, and only it reaches the queue's table.
    log.warn('An e-mail was not taken; it is tried again', { job: mails, error });
    throw new Error('The mail server did not take it.');
  }
}

/** With the embedded server `npm start` has made it, because the app's role may not. */
async function hasSchema(): Promise<boolean> {
  const found = await db.$queryRaw<unknown[]>`SELECT 1 FROM pg_namespace WHERE nspname = ${queueSchema}`;
  return found.length > 0;
}
