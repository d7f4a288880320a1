import 'server-only';
import { randomUUID } from 'node:crypto';
import { db, type Transaction } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import { DomainError } from '@/lib/domain/errors';
import { exportDays } from '@/lib/domain/report/export';
import { roleSchema } from '@/lib/domain/team';
import { audit } from '../audit';
import { isDiskFull, refusalOf } from '../error-answer';
import { removePart } from '../files/file-part';
import { keepPart } from '../files/file-store';
import { lockStored, removeIfUnused } from '../files/upload-file';
import { log } from '../log';
import type { ExportWish } from '../reports/export-query';
import { type WrittenExport, writeExport } from '../reports/write-export';
import { daysFrom } from '../team/links';
import { exportWishSchema } from './to-export';

/** How long a process that says nothing is believed to be at it, in seconds. */
const leaseSeconds = 20;
const beatMs = 1_000;
/** So often is an export begun again whose process died. */
const mostTries = 3;
const limitMs = 10 * 60_000;

/**
 * Writes the export that waits longest, or one whose process has died, and puts it into the inbox of whoever asked for
 * it. It is written as they may see the article now: without work that is sealed from them. `leave` gives it back for
 * another process. Returns false when there was none.
 */
export async function writeNextExport(leave?: AbortSignal): Promise<boolean> {
  const job = await takeNext();
  if (job === undefined) return false;
  const stop = new AbortController();
  const beat = startBeat(job, stop);
  const give = (): void => stop.abort();
  leave?.addEventListener('abort', give, { once: true });
  try {
    if (job.tries > mostTries) await fail(job, tooOften);
    else await write(job, stop.signal, beat.set);
  } catch (error) {
    if (leave?.aborted === true) await giveBack(job, job.tries - 1);
    else if (error instanceof DomainError || isDiskFull(error))
      await (stop.signal.aborted ? undefined : fail(job, refusalOf(error)?.message ?? tooOften));
    else {
      log.error('An export could not be written', { job: 'exports', id: job.id, error });
      await giveBack(job, job.tries);
    }
  } finally {
    beat.end();
    leave?.removeEventListener('abort', give);
  }
  return true;
}

type Job = {
  readonly id: string;
  readonly teamId: string;
  readonly articleId: string;
  readonly askedById: string;
  readonly wish: unknown;
  readonly tries: number;
};

const tooOften =
  'The server failed three times to write this report. Choose fewer marks or sections, or the HTML page.';

async function takeNext(): Promise<Job | undefined> {
  const [job] = await db.$queryRaw<Job[]>`
    UPDATE "Export" SET "state" = 'writing', "tries" = "tries" + 1, "share" = 0,
      "leaseUntil" = now() + ${leaseSeconds} * interval '1 second'
    WHERE "id" = (
      SELECT "id" FROM "Export"
      WHERE "endedAt" IS NULL AND ("state" = 'waiting' OR "leaseUntil" < now())
      ORDER BY "createdAt", "id" LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING "id", "teamId", "articleId", "askedById", "wish", "tries"`;
  return job;
}

/** Says every second that somebody is at it and how far; where it was stopped, or taken by another, the writing ends. */
function startBeat(
  { id, tries }: Job,
  stop: AbortController,
): { readonly set: (share: number) => void; readonly end: () => void } {
  let percent = 0;
  const timer = setInterval(async () => {
    const count = await db.$executeRaw`
      UPDATE "Export" SET "share" = ${percent}, "leaseUntil" = now() + ${leaseSeconds} * interval '1 second'
      WHERE "id" = ${id}::uuid AND "tries" = ${tries} AND "endedAt" IS NULL`.catch(() => undefined);
    // A database that is away for a moment takes nobody's work away: the lease says how long.
    if (count === 0) stop.abort();
  }, beatMs);
  return {
    set: (share) => {
      percent = Math.round(Math.min(1, share) * 99);
    },
    end: () => clearInterval(timer),
  };
}

async function write(job: Job, signal: AbortSignal, onShare: (share: number) => void): Promise<void> {
  const actor = await askerOf(job);
  const wish = exportWishSchema.parse(job.wish);
  const written = await writeExport(actor, job.articleId, wish, { signal, onShare, limitMs });
  await keep(job, wish, written);
}

/** Whoever asked, as they are now. */
async function askerOf({ teamId, askedById: userId }: Job): Promise<Actor> {
  const member = await db.membership.findFirst({
    where: { teamId, userId, disabledAt: null },
    select: { role: true, user: { select: { name: true } } },
  });
  if (member === null) throw new DomainError('FORBIDDEN', 'Whoever asked for this is no longer in the team.');
  return { userId, teamId, name: member.user.name, role: roleSchema.parse(member.role) };
}

async function keep(job: Job, wish: ExportWish, { file, name, seq }: WrittenExport): Promise<void> {
  const { id, teamId, articleId, askedById: actorId } = job;
  const { bytes, sha256 } = file;
  await inTransaction(
    db,
    async (tx) => {
      await lockStored(tx, { teamId, sha256 });
      if (!(await isStillOurs(tx, job))) return;
      await keepPart(file, { teamId, sha256 });
      const now = new Date();
      await tx.export.update({
        where: { id },
        data: {
          ...{
            state: 'ready',
            share: 100,
            leaseUntil: null,
            endedAt: now,
            expiresAt: daysFrom(now, exportDays),
          },
          ...{ fileName: name, bytes, sha256 },
        },
      });
      const body = { exportId: id, articleId, format: wish.format, view: wish.arrangement.view, seq };
      await audit(tx, { teamId, actorId, type: 'report.exported', body });
      await tell(tx, job, 'export_ready', now);
    },
    { timeoutMs: 60_000 },
  )
    .catch(async (error: unknown) => {
      await removeIfUnused({ teamId, sha256 });
      throw error;
    })
    .finally(() => removePart(file));
}

async function fail(job: Job, problem: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    if (!(await isStillOurs(tx, job))) return;
    const now = new Date();
    await tx.export.update({
      where: { id: job.id },
      data: { state: 'failed', problem, leaseUntil: null, endedAt: now },
    });
    await tell(tx, job, 'export_failed', now);
  });
}

/** For the next who looks. `used` is how many tries it has cost. */
async function giveBack({ id, tries }: Job, used: number): Promise<void> {
  await db.export.updateMany({
    where: { id, tries, state: 'writing' },
    data: { state: 'waiting', share: 0, leaseUntil: null, tries: used },
  });
}

async function isStillOurs(tx: Transaction, { id, tries }: Job): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Export" WHERE "id" = ${id}::uuid AND "tries" = ${tries} AND "endedAt" IS NULL FOR UPDATE`;
  return rows.length > 0;
}

/** Into the inbox of whoever asked, unless they want to hear nothing of exports. */
async function tell(
  tx: Transaction,
  { id, teamId, articleId, askedById }: Job,
  kind: 'export_ready' | 'export_failed',
  at: Date,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Notification" ("id", "teamId", "userId", "kind", "articleId", "exportId", "actorId", "at")
    SELECT ${randomUUID()}::uuid, ${teamId}::uuid, ${askedById}::uuid, ${kind}, ${articleId}::uuid, ${id}::uuid,
      ${askedById}::uuid, ${at}
    WHERE NOT EXISTS (
      SELECT 1 FROM "NotificationSetting" s
      WHERE s."userId" = ${askedById}::uuid AND s."teamId" = ${teamId}::uuid AND ${kind} = ANY (s."mutedKinds"))`;
}
