import 'server-only';
import { db, type Reader } from '@/lib/db/client';
import { findPeople } from '@/lib/db/people';
import { toEvent } from '@/lib/db/record';
import { toArticle, toRevision } from '@/lib/db/rows';
import { readTeamRules } from '@/lib/db/team-rules';
import { visibleArticles } from '@/lib/db/visible';
import type { Actor } from '@/lib/domain/actor';
import type { ArticleState } from '@/lib/domain/apply';
import { notFound } from '@/lib/domain/errors';
import type { ArticleEvent } from '@/lib/domain/events';
import { idSchema } from '@/lib/domain/ids';
import { articleAtImport, replay } from '@/lib/domain/laws/replay';
import { sealPast } from '../annotations/seal-past';
import { findPeopleOfState } from './get-article-state';

/** An article as it was after one event of its record; `last` is the number of the latest event now. */
export type PastState = { readonly state: ArticleState; readonly event: ArticleEvent; readonly last: number };

/**
 * The article with all its annotations as they were after event `seq`, by replay of the record, sealed as today for
 * this reader. In a fixed number of queries. Throws NOT_FOUND for an unseen article and for an event that is not there.
 */
export async function getPastState(actor: Actor, articleId: string, seq: number): Promise<PastState> {
  if (!idSchema.safeParse(articleId).success) throw notFound('article');
  return db.$transaction((tx) => readPast(tx, actor, articleId, seq, sealPast), {
    isolationLevel: 'RepeatableRead',
  });
}

/**
 * The same, sealed for nobody: to compare what came back with what went out, whoever took it out. It must never leave
 * the server. Throws NOT_FOUND likewise.
 */
export async function getRecordedState(actor: Actor, articleId: string, seq: number): Promise<PastState> {
  const asRecorded = async (...[, , , events]: Parameters<typeof sealPast>) => events;
  return db.$transaction((tx) => readPast(tx, actor, articleId, seq, asRecorded), {
    isolationLevel: 'RepeatableRead',
  });
}

async function readPast(
  reader: Reader,
  actor: Actor,
  articleId: string,
  seq: number,
  seal: typeof sealPast,
): Promise<PastState> {
  const row = await reader.article.findFirst({ where: { id: articleId, ...visibleArticles(actor) } });
  if (row === null) throw notFound('article');
  if (!Number.isInteger(seq) || seq < 1 || seq > row.seq) throw notFound('event');
  const events = await readEvents(reader, actor, articleId, seq);
  const rules = await readTeamRules(reader, actor.teamId);
  const upTo = events.filter((event) => event.seq <= seq);
  const past = await seal(reader, actor, rules, upTo);
  const event = past.at(-1);
  if (event === undefined) throw notFound('event');
  const revision = await reader.revision.findFirstOrThrow({ where: { id: event.revisionId, articleId } });
  const article = articleAtImport(
    toArticle(row),
    events.map(({ body }) => body),
  );
  const start = {
    seq: 0,
    article,
    revision: toRevision(revision),
    annotations: {},
    replyRequests: [],
    session: null,
    ballots: [],
    clocks: {},
    people: {},
    rules,
  };
  const state = replay(start, past);
  const annotations = Object.values(state.annotations);
  const people = await findPeopleOfState(reader, actor.teamId, { ...state, annotations }, rules);
  return { state: { ...state, people }, event, last: row.seq };
}

/** The record up to `seq`, and what happened to the article itself after it. */
async function readEvents(
  reader: Reader,
  actor: Actor,
  articleId: string,
  seq: number,
): Promise<readonly ArticleEvent[]> {
  const rows = await reader.articleEvent.findMany({
    where: { articleId, OR: [{ seq: { lte: seq } }, { type: { startsWith: 'article.' } }] },
    orderBy: { seq: 'asc' },
  });
  const people = await findPeople(
    reader,
    actor.teamId,
    rows.map(({ actorId }) => actorId),
  );
  return rows.flatMap((row) => toEvent(row, people[row.actorId] ?? { id: row.actorId, name: '' }) ?? []);
}
