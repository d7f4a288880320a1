import 'server-only';
import { db } from '@/lib/db/client';
import { known } from '@/lib/db/rows';
import type { Actor } from '@/lib/domain/actor';
import { freshCheck } from '@/lib/domain/check';
import { checkSchema } from '@/lib/domain/check-schema';
import { DomainError } from '@/lib/domain/errors';
import type { ArticleEvent } from '@/lib/domain/events';
import { roles } from '@/lib/domain/team';
import { derivedId } from '../derived-id';
import { execute } from '../execute';
import type { Taken } from './fetch-due';

type Claim = {
  readonly teamId: string;
  readonly articleId: string;
  readonly annotationId: string;
  /** Of the evidence. */
  readonly title: string;
};

const mostTries = 3;

/**
 * Reopens the claim whose quoted words are gone, in the name of who asked for the page, once however often it is called
 * for one capture. Undefined where the claim had not come so far that anything rests on the evidence.
 */
export async function reopenClaim(taken: Taken, claim: Claim): Promise<ArticleEvent | undefined> {
  const actor = await findActor(taken, claim.teamId);
  for (let attempt = 1; actor !== undefined; attempt += 1) {
    try {
      return await execute(actor, claim.articleId, {
        commandId: derivedId('reopened-by-capture', taken.id),
        type: 'check.reopen',
        annotationId: claim.annotationId,
        version: await readVersion(claim.annotationId),
        reason: reasonOf(taken, claim.title),
      });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      // Somebody changed the check in between: what it is now decides.
      if (error.code !== 'STALE' || attempt === mostTries) return undefined;
    }
  }
  return undefined;
}

/** Who asked; for a look that nobody asked for after they have left, an owner. Undefined where nobody is there. */
async function findActor({ capturedById, isScheduled }: Taken, teamId: string): Promise<Actor | undefined> {
  const [row] = await db.$queryRaw<{ userId: string; name: string; role: string }[]>`
    SELECT m."userId", u."name", m."role" FROM "Membership" m JOIN "User" u ON u."id" = m."userId"
    WHERE m."teamId" = ${teamId}::uuid AND m."disabledAt" IS NULL
      AND (m."userId" = ${capturedById}::uuid OR (${isScheduled} AND m."role" = 'owner'))
    ORDER BY m."userId" = ${capturedById}::uuid DESC, m."userId" LIMIT 1`;
  return row && { userId: row.userId, name: row.name, teamId, role: known(roles, row.role) };
}

async function readVersion(annotationId: string): Promise<number> {
  const { check } = await db.annotation.findUniqueOrThrow({
    where: { id: annotationId },
    select: { check: true },
  });
  return (check === null ? freshCheck : checkSchema.parse(check)).version;
}

function reasonOf({ isScheduled }: Taken, title: string): string {
  const what = `the quote no longer stands at the address of the evidence “${title.slice(0, 200)}”.`;
  return isScheduled
    ? `Looked at again as the team has it done: ${what}`
    : `${what[0]?.toUpperCase()}${what.slice(1)}`;
}
