import 'server-only';
import { db } from '@/lib/db/client';
import { findPeople } from '@/lib/db/people';
import { toEvent } from '@/lib/db/record';
import { toSession } from '@/lib/db/session-rows';
import { readTeamRules } from '@/lib/db/team-rules';
import { visibleArticles } from '@/lib/db/visible';
import type { Actor } from '@/lib/domain/actor';
import type { ArticleState } from '@/lib/domain/apply';
import { coverageOf } from '@/lib/domain/coverage';
import { notFound } from '@/lib/domain/errors';
import type { ArticleEvent } from '@/lib/domain/events';
import { idSchema } from '@/lib/domain/ids';
import type { SessionReport } from '@/lib/domain/report/session-report';
import { summaryOf } from '@/lib/domain/report/session-summary';
import type { Session } from '@/lib/domain/session';
import { sealPast } from '../annotations/seal-past';
import { getArticleState } from '../articles/get-article-state';
import { getPastState } from '../articles/get-past-state';

/** Most events of one session that a summary reads; of a longer one, the first are summed up. */
const mostEvents = 20_000;

/** A session with the article that it is about. */
export type FoundSession = {
  readonly session: Session;
  readonly articleId: string;
  /** No newer session was held on the article. */
  readonly isLatest: boolean;
};

/** A session of an article that the actor may see. Throws NOT_FOUND. */
export async function getSession(actor: Actor, sessionId: string): Promise<FoundSession> {
  if (!idSchema.safeParse(sessionId).success) throw notFound('session');
  const row = await db.session.findFirst({ where: { id: sessionId, article: visibleArticles(actor) } });
  if (row === null) throw notFound('session');
  const { articleId, openedSeq } = row;
  const newer = await db.session.count({ where: { articleId, openedSeq: { gt: openedSeq } } });
  return { session: toSession(row), articleId, isLatest: newer === 0 };
}

/**
 * What a session came to, sealed as for this reader: as it was when it was closed, or so far while it is under way.
 * Throws NOT_FOUND.
 */
export async function getSessionReport(actor: Actor, sessionId: string, now: Date): Promise<SessionReport> {
  const { session, articleId } = await getSession(actor, sessionId);
  const state =
    session.closing === null
      ? await getArticleState(actor, articleId)
      : (await getPastState(actor, articleId, session.closing.seq)).state;
  const events = await findSessionEvents(actor, articleId, session, state.seq);
  const summary = summaryOf(session, state, events, tallyOf(state));
  const people = await findPeople(db, actor.teamId, [
    session.openedById,
    ...session.participantIds,
    ...events.map((event) => event.actor.id),
    ...summary.votes.flatMap(({ ballot }) => ballot.rounds.flatMap(({ voterIds }) => voterIds)),
  ]);
  const { name: teamName } = await db.team.findUniqueOrThrow({
    where: { id: actor.teamId },
    select: { name: true },
  });
  const { id, title, language } = state.article;
  return {
    summary,
    article: { id, title, language },
    teamName,
    people: { ...state.people, ...people },
    passages: Object.fromEntries(
      Object.values(state.annotations).map((annotation) => [annotation.id, annotation.anchor.exact]),
    ),
    made: { at: now.toISOString(), by: { id: actor.userId, name: actor.name } },
  };
}

async function findSessionEvents(
  actor: Actor,
  articleId: string,
  { openedSeq, closing }: Session,
  seq: number,
): Promise<readonly ArticleEvent[]> {
  const rows = await db.articleEvent.findMany({
    where: { articleId, seq: { gte: openedSeq, lte: closing?.seq ?? seq } },
    orderBy: { seq: 'asc' },
    take: mostEvents,
  });
  const events = rows.flatMap((row) => toEvent(row, { id: row.actorId, name: '' }) ?? []);
  return sealPast(db, actor, await readTeamRules(db, actor.teamId), events);
}

function tallyOf({ revision, annotations }: ArticleState) {
  const { decided, total } = coverageOf(revision.sentences, Object.values(annotations));
  return { decided, total };
}
