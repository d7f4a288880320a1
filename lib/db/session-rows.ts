import 'server-only';
import type { Ballot, Closing, Round, Session, Tally } from '@/lib/domain/session';
import { type Clocks, clocksAfter } from '@/lib/domain/session-clock';
import type { Reader } from './client';
import type { Prisma } from './generated/client';

/** Most votes of all sessions of an article that come along with it; the latest claims first. */
const mostBallots = 2_000;

/** The article's latest session, open or closed; null when it never had one. */
export async function findLatestSession(reader: Reader, articleId: string): Promise<Session | null> {
  const row = await reader.session.findFirst({ where: { articleId }, orderBy: { openedSeq: 'desc' } });
  return row === null ? null : toSession(row);
}

/** Every vote on an article, unsealed: whoever hands one out seals it. */
export async function findBallots(reader: Reader, articleId: string): Promise<readonly Ballot[]> {
  const rows = await reader.ballot.findMany({
    where: { articleId },
    orderBy: { id: 'asc' },
    take: mostBallots,
  });
  return rows.map(toBallot);
}

/** How long claims were held since a session was opened, from the record. */
export async function readClocks(reader: Reader, articleId: string, { openedSeq }: Session): Promise<Clocks> {
  const rows = await reader.$queryRaw<ClockRow[]>`
    SELECT "type", "at", "body"->'clocks' AS "clocks",
      coalesce("body"->>'annotationId', "body"->'annotation'->>'id') AS "annotationId",
      "body" ? 'check' AS "hasCheck", "body"->'check'->'holder' AS "holder"
    FROM "ArticleEvent"
    WHERE "articleId" = ${articleId}::uuid AND "seq" >= ${openedSeq}
      AND ("body" ? 'check' OR "type" = 'annotation.deleted'
        OR "type" IN ('session.opened', 'session.closed', 'session.reopened'))
    ORDER BY "seq"`;
  return rows.reduce<Clocks>(
    (clocks, { type, at, clocks: begun, annotationId, hasCheck, holder }) =>
      clocksAfter(
        clocks,
        {
          type,
          ...(begun && { clocks: begun }),
          ...(annotationId && { annotationId }),
          ...(hasCheck && { check: { holder } }),
        },
        at.toISOString(),
      ),
    {},
  );
}

type ClockRow = {
  readonly type: string;
  readonly at: Date;
  readonly clocks: Clocks | null;
  readonly annotationId: string | null;
  readonly hasCheck: boolean;
  readonly holder: object | null;
};

/** A session's row in the words of the domain. */
export function toSession(row: Prisma.SessionModel): Session {
  return {
    id: row.id,
    goal: row.goal,
    deadlineAt: row.deadlineAt?.toISOString() ?? null,
    participantIds: row.participantIds,
    firstCome: row.firstCome,
    openedById: row.openedById,
    openedAt: row.openedAt.toISOString(),
    openedSeq: row.openedSeq,
    // only `writeSessionRows` writes these two, from a Session
    coverageAtOpen: row.coverageAtOpen as Tally,
    closing: row.closing as Closing | null,
    frozenAt: row.frozenAt?.toISOString() ?? null,
    version: row.version,
  };
}

/** A ballot's row in the words of the domain, unsealed. */
export function toBallot(row: Prisma.BallotModel): Ballot {
  const { id, sessionId, annotationId, version } = row;
  // only `writeSessionRows` writes it, from a Ballot
  return { id, sessionId, annotationId, version, rounds: row.rounds as unknown as readonly Round[] };
}
