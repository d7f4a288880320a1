import 'server-only';
import { db, type Transaction } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import { DomainError } from '@/lib/domain/errors';
import type { EgressPolicy } from '../egress/egress-policy';
import { log } from '../log';
import { finishCapture } from './finish-capture';
import { type ReadPage, readPage } from './read-page';
import { watchCancel } from './watch-cancel';

/** How long a process has for what it took; afterwards another may take it. */
const leaseMs = 120_000;
const againMs = 20_000;
const mostTries = 3;
/** How long a server is left alone after a page of it, where nobody waits for the next. */
const politeMs = 10_000;

/** One capture that this process has taken. */
export type Taken = {
  readonly id: string;
  readonly evidenceId: string;
  readonly address: string;
  readonly capturedById: string;
  readonly isScheduled: boolean;
  readonly tries: number;
};

/**
 * Fetches the next page that is due: of a server one at a time, and where nobody waits for it none of a server that has
 * just been asked. What people asked for comes first. A process that dies with a page leaves it to the others. False
 * when nothing is due.
 */
export async function fetchDue(now: Date, policy?: EgressPolicy): Promise<boolean> {
  const [taken] = await inTransaction(db, (tx) => take(tx, now));
  if (taken === undefined) return false;
  await fetchOne(taken, policy);
  return true;
}

async function take(tx: Transaction, now: Date): Promise<readonly Taken[]> {
  // Two processes that looked at once would both see a server that nobody asks.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('galley captures'))`;
  const quietSince = new Date(now.getTime() - politeMs);
  return tx.$queryRaw<Taken[]>`
    UPDATE "Capture" SET "tries" = "tries" + 1, "nextAt" = ${new Date(now.getTime() + leaseMs)}
    WHERE "id" IN (
      SELECT c."id" FROM "Capture" c
      WHERE c."capturedAt" IS NULL AND c."nextAt" <= ${now}
        AND NOT EXISTS (
          SELECT 1 FROM "Capture" o
          WHERE o."host" = c."host" AND o."capturedAt" IS NULL AND o."tries" > 0 AND o."nextAt" > ${now})
        AND NOT (c."isScheduled" AND EXISTS (
          SELECT 1 FROM "Capture" o WHERE o."host" = c."host" AND o."capturedAt" > ${quietSince}))
      ORDER BY c."isScheduled", c."nextAt", c."id" LIMIT 1)
    RETURNING "id", "evidenceId", "address", "capturedById", "isScheduled", "tries"`;
}

/** Once it is taken back, the page is let go at once: others wait for this turn, and for its server. */
async function fetchOne(taken: Taken, policy: EgressPolicy | undefined): Promise<void> {
  const evidence = await db.evidence.findUnique({
    where: { id: taken.evidenceId },
    select: { address: true, annotation: { select: { articleId: true } } },
  });
  if (evidence === null) return; // its captures went with it
  const { articleId } = evidence.annotation;
  const { signal, stop } = watchCancel({ captureId: taken.id, articleId });
  try {
    await finishCapture(taken, await readPage(evidence.address ?? taken.address, { policy, signal }));
  } catch (error) {
    if (signal.aborted) return;
    if (taken.tries >= mostTries) return giveUp(taken);
    if (!(error instanceof DomainError))
      log.warn('A page of evidence could not be read', { job: 'captures', error });
    await db.capture.updateMany({
      where: { id: taken.id, capturedAt: null },
      data: { nextAt: new Date(Date.now() + againMs) },
    });
  } finally {
    stop();
  }
}

/** What fails again and again says so instead of waiting for ever. */
async function giveUp(taken: Taken): Promise<void> {
  const failure = 'This page could not be read in three tries. Try again later.';
  const nothing: ReadPage = {
    address: taken.address,
    status: null,
    title: '',
    text: '',
    failure,
    isGone: false,
  };
  await finishCapture(taken, nothing);
}
