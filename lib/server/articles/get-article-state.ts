import 'server-only';
import { db, type Reader } from '@/lib/db/client';
import { withParts } from '@/lib/db/parts';
import { authorsOf, findPeople } from '@/lib/db/people';
import { toArticle, toReplyRequest, toRevision } from '@/lib/db/rows';
import { findBallots, findLatestSession, readClocks } from '@/lib/db/session-rows';
import { readTeamRules } from '@/lib/db/team-rules';
import { visibleArticles } from '@/lib/db/visible';
import type { Actor } from '@/lib/domain/actor';
import type { Annotation } from '@/lib/domain/annotation';
import type { ArticleState } from '@/lib/domain/apply';
import { notFound } from '@/lib/domain/errors';
import { idSchema } from '@/lib/domain/ids';
import { sealBallot } from '@/lib/domain/sealed-ballot';
import type { TeamRules } from '@/lib/domain/team-rules';
import { sealFor } from '../annotations/seal-for';

/**
 * An article with all its annotations as of one `seq`, in a fixed number of queries whatever its size. The people in it
 * are those whose work is in it and the members of the team. Throws NOT_FOUND when the actor may not see it.
 */
export async function getArticleState(actor: Actor, articleId: string): Promise<ArticleState> {
  if (!idSchema.safeParse(articleId).success) throw notFound('article');
  // One snapshot: what is read belongs to the `seq` that is read with it.
  return db.$transaction((tx) => readState(tx, actor, articleId), { isolationLevel: 'RepeatableRead' });
}

async function readState(reader: Reader, actor: Actor, articleId: string): Promise<ArticleState> {
  const row = await reader.article.findFirst({ where: { id: articleId, ...visibleArticles(actor) } });
  if (row === null) throw notFound('article');
  const revision = await reader.revision.findUniqueOrThrow({ where: { id: row.currentRevisionId } });
  const rows = await reader.annotation.findMany({
    where: { articleId, deletedAt: null },
    orderBy: [{ start: 'asc' }, { end: 'asc' }, { id: 'asc' }],
  });
  const rules = await readTeamRules(reader, actor.teamId);
  const annotations = (await withParts(reader, rows, { articleId })).map((annotation) =>
    sealFor(actor, rules, annotation),
  );
  const article = toArticle(row);
  const requests = await reader.replyRequest.findMany({
    where: { articleId },
    orderBy: [{ askedOn: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
  });
  const replyRequests = requests.map(toReplyRequest);
  const session = await findLatestSession(reader, articleId);
  const ballots = session === null ? [] : await findBallots(reader, articleId);
  const work = { article, annotations, replyRequests, session, ballots };
  return {
    seq: row.seq,
    article,
    revision: toRevision(revision),
    annotations: Object.fromEntries(annotations.map((annotation) => [annotation.id, annotation])),
    replyRequests,
    session,
    ballots: ballots.map((ballot) => sealBallot(ballot, actor.userId)),
    clocks: session === null || session.closing !== null ? {} : await readClocks(reader, articleId, session),
    people: await findPeopleOfState(reader, actor.teamId, work, rules),
    rules,
  };
}

type Worked = Pick<ArticleState, 'article' | 'replyRequests' | 'session' | 'ballots'> & {
  readonly annotations: readonly Annotation[];
};

/** The members of the team, and everybody whose work is in a state of an article. */
export async function findPeopleOfState(
  reader: Reader,
  teamId: string,
  { article, annotations, replyRequests, session, ballots }: Worked,
  rules: TeamRules,
): Promise<ArticleState['people']> {
  const signers = article.signOff === null ? [] : [article.signOff.byId];
  const askers = replyRequests.flatMap(({ authorId, answer }) => [
    authorId,
    ...(answer ? [answer.byId] : []),
  ]);
  const inSession = session === null ? [] : [session.openedById, ...session.participantIds];
  const voters = ballots.flatMap(({ rounds }) => rounds.flatMap(({ voterIds }) => voterIds));
  const ids = [
    article.createdById,
    ...signers,
    ...askers,
    ...inSession,
    ...voters,
    ...authorsOf(annotations),
  ];
  const members = Object.fromEntries(rules.members.map(({ id, name }) => [id, { id, name }]));
  return { ...members, ...(await findPeople(reader, teamId, ids)) };
}
