import 'server-only';
import type { Transaction } from '@/lib/db/client';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import type { MailMode } from '@/lib/domain/notification';

/** One e-mail to be sent: to whom, and about which notifications. Ids alone, so that the queue holds no words. */
export type MailJob = {
  readonly userId: string;
  readonly teamId: string;
  readonly notificationIds: readonly string[];
};

/** Gives a job to the queue inside the transaction that notes it. */
export type SendJob = (tx: Transaction, job: MailJob) => Promise<void>;

/** Older than this, nobody is told by e-mail any more: the inbox has it. */
const hoursDue = { instant: 24, daily: 48 } as const;
const mostAtOnce = 500;

/**
 * Puts what is due into the queue, each notification once: being queued and the job are one transaction. `instant`
 * makes one e-mail of each notification, `daily` one of all of a person in a team. Returns how many e-mails.
 */
export async function queueDueMail(
  mode: Exclude<MailMode, 'none'>,
  send: SendJob,
  now: Date,
): Promise<number> {
  return db.$transaction(async (tx) => {
    const since = new Date(now.getTime() - hoursDue[mode] * 3_600_000);
    const rows = await tx.$queryRaw<{ id: string; userId: string; teamId: string }[]>`
      UPDATE "Notification" SET "mailQueuedAt" = ${now}
      WHERE "id" IN (
        SELECT n."id" FROM "Notification" n
        JOIN "Membership" m ON m."teamId" = n."teamId" AND m."userId" = n."userId" AND m."disabledAt" IS NULL
        LEFT JOIN "NotificationSetting" s ON s."teamId" = n."teamId" AND s."userId" = n."userId"
        WHERE n."mailQueuedAt" IS NULL AND n."readAt" IS NULL AND n."at" > ${since}
          AND coalesce(s."mail", 'instant') = ${mode}
        ORDER BY n."at" LIMIT ${mode === 'instant' ? Prisma.sql`${mostAtOnce}` : Prisma.sql`ALL`}
        FOR UPDATE OF n SKIP LOCKED)
      RETURNING "id", "userId", "teamId"`;
    const jobs = mode === 'instant' ? rows.map((row) => jobOf([row])) : together(rows).map(jobOf);
    for (const job of jobs) await send(tx, job);
    return jobs.length;
  });
}

type Row = { readonly id: string; readonly userId: string; readonly teamId: string };

function together(rows: readonly Row[]): readonly (readonly Row[])[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = `${row.teamId} ${row.userId}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
}

function jobOf(rows: readonly Row[]): MailJob {
  const [first] = rows;
  if (first === undefined) throw new Error('An e-mail is about one notification at least.');
  return { userId: first.userId, teamId: first.teamId, notificationIds: rows.map(({ id }) => id) };
}
