import 'server-only';
import type { Annotation } from '@/lib/domain/annotation';
import type { SessionGiven } from '@/lib/domain/laws/decide-session';
import type { SessionCommand } from '@/lib/domain/session-command';
import type { Transaction } from './client';
import type { LockedArticle } from './lock';
import { withParts } from './parts';
import { findLatestSession, readClocks, toBallot, toSession } from './session-rows';
import { readTeamRules } from './team-rules';

/** Most claims that people are on at the moment when a session begins. */
const mostHeld = 2_000;

/** What a decision about a session rests on, read under the article's lock and inside the article only. */
export async function findSessionGiven(
  tx: Transaction,
  article: LockedArticle,
  command: SessionCommand,
): Promise<Omit<SessionGiven, 'actor' | 'at' | 'nextSeq'>> {
  const articleId = article.id;
  const latest = await findLatestSession(tx, articleId);
  const { sessionId } = command;
  const named =
    latest?.id === sessionId ? latest : await tx.session.findFirst({ where: { id: sessionId, articleId } });
  const held = ['session.open', 'session.reopen'].includes(command.type)
    ? await tx.annotation.findMany({
        where: { articleId, deletedAt: null, holderId: { not: null } },
        select: { id: true },
        orderBy: { id: 'asc' },
        take: mostHeld,
      })
    : [];
  return {
    rules: await readTeamRules(tx, article.teamId),
    latest,
    named: named === null ? undefined : 'articleId' in named ? toSession(named) : named,
    ballots: latest === null ? [] : await findAskedBallots(tx, latest.id, command),
    coverage: { decided: article.decidedCount, total: article.sentenceCount },
    heldIds: held.map(({ id }) => id),
    clocks:
      command.type === 'session.reopen' && latest !== null ? await readClocks(tx, articleId, latest) : {},
    ...(command.type === 'session.call_vote' && {
      annotation: await findClaim(tx, articleId, command.annotationId),
    }),
  };
}

/** The one ballot that a vote is about; all of the session before it is closed. */
async function findAskedBallots(tx: Transaction, sessionId: string, command: SessionCommand) {
  const wanted =
    command.type === 'session.call_vote'
      ? { annotationId: command.annotationId }
      : 'ballotId' in command
        ? { id: command.ballotId }
        : undefined;
  if (wanted === undefined && command.type !== 'session.close') return [];
  return (await tx.ballot.findMany({ where: { sessionId, ...wanted } })).map(toBallot);
}

async function findClaim(tx: Transaction, articleId: string, id: string): Promise<Annotation | undefined> {
  const row = await tx.annotation.findFirst({ where: { id, articleId, deletedAt: null } });
  return row === null ? undefined : (await withParts(tx, [row], { wanted: [] }))[0];
}
