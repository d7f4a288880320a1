import 'server-only';
import { db } from '@/lib/db/client';
import { findPeople } from '@/lib/db/people';
import { known } from '@/lib/db/rows';
import type { Actor } from '@/lib/domain/actor';
import { flagPriorities, marks } from '@/lib/domain/annotation';
import { type Check, checkPriorities, checkStatuses, freshCheck, openProposal } from '@/lib/domain/check';
import { sealCheck } from '@/lib/domain/laws/blind';
import type { QueueFlag, QueueItem } from '@/lib/domain/queue';
import type { Person } from '@/lib/domain/team';

/** A row of the queue as the database gives it. */
export type QueueRow = {
  readonly key: string;
  readonly annotationId: string;
  readonly articleId: string;
  readonly articleTitle: string;
  readonly mark: string;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly status: string;
  readonly check: unknown;
  readonly checkPriority: string;
  readonly assigneeId: string | null;
  readonly holderId: string | null;
  readonly proposerId: string | null;
  readonly dueAt: Date | null;
  readonly signedOffAt: Date | null;
  readonly flagId: string | null;
  readonly flagVersion: number | null;
  readonly flagReason: string | null;
  readonly flagPriority: string | null;
  readonly raisedById: string | null;
  readonly raisedAt: Date | null;
  readonly lookedById: string | null;
  readonly lookedAt: Date | null;
  readonly lookedNote: string | null;
  readonly noteCount: number;
  readonly evidenceCount: number;
  readonly snoozedUntil: Date | null;
  /** Place of the priority in `checkPriorities`, from 1. */
  readonly rank: number;
  readonly since: Date;
};

/** Rows in the words of the domain, with names, and with what is blind to the actor sealed. */
export async function toQueueItems(actor: Actor, rows: readonly QueueRow[]): Promise<readonly QueueItem[]> {
  const people = await findPeople(db, actor.teamId, rows.flatMap(idsOf));
  const { blindSecondCheck } = await db.team.findUniqueOrThrow({
    where: { id: actor.teamId },
    select: { blindSecondCheck: true },
  });
  const person = (id: string | null): Person | null =>
    id === null ? null : (people[id] ?? { id, name: '' });
  return rows.map((row) => {
    // only `checkColumns` writes it, and it takes a Check
    const whole = row.check === null ? freshCheck : (row.check as Check);
    const check = sealCheck(whole, actor.userId, blindSecondCheck);
    return {
      key: row.key,
      annotationId: row.annotationId,
      articleId: row.articleId,
      articleTitle: row.articleTitle,
      mark: known(marks, row.mark),
      exact: row.exact,
      prefix: row.prefix,
      suffix: row.suffix,
      flag: toQueueFlag(row, person),
      checkVersion: check.version,
      status: known(checkStatuses, row.status),
      planPriority: known(checkPriorities, row.checkPriority),
      priority: checkPriorities[row.rank - 1] ?? 'normal',
      assignee: person(row.assigneeId),
      holder: person(row.holderId),
      proposer: person(row.proposerId),
      outcome: openProposal(check)?.outcome ?? null,
      isSealed: check !== whole,
      dueAt: row.dueAt?.toISOString() ?? null,
      since: row.since.toISOString(),
      signedOffAt: row.signedOffAt?.toISOString() ?? null,
      snoozedUntil: row.snoozedUntil?.toISOString() ?? null,
      noteCount: row.noteCount,
      evidenceCount: row.evidenceCount,
    };
  });
}

function idsOf(row: QueueRow): readonly string[] {
  const { raisedById, lookedById, assigneeId, holderId, proposerId } = row;
  return [raisedById, lookedById, assigneeId, holderId, proposerId].filter((id) => id !== null);
}

function toQueueFlag(row: QueueRow, person: (id: string | null) => Person | null): QueueFlag | null {
  const { flagId, flagVersion, flagReason, flagPriority, raisedAt, lookedAt, lookedNote } = row;
  const raisedBy = person(row.raisedById);
  if (flagId === null || flagVersion === null || flagPriority === null) return null;
  if (raisedBy === null || raisedAt === null) return null;
  const by = person(row.lookedById);
  return {
    id: flagId,
    version: flagVersion,
    reason: flagReason ?? '',
    priority: known(flagPriorities, flagPriority),
    raisedBy,
    raisedAt: raisedAt.toISOString(),
    looked:
      by === null || lookedAt === null ? null : { by, at: lookedAt.toISOString(), note: lookedNote ?? '' },
  };
}
