import 'server-only';
import type { Actor } from '@/lib/domain/actor';
import type { Annotation } from '@/lib/domain/annotation';
import type { ArticleDetails, Revision } from '@/lib/domain/article';
import type { ArticleSignOff } from '@/lib/domain/article-sign-off-schema';
import { coverageOf } from '@/lib/domain/coverage';
import type { EventBody } from '@/lib/domain/events';
import type { Instant } from '@/lib/domain/ids';
import type { ReplyRequest } from '@/lib/domain/reply-request-schema';
import type { Person } from '@/lib/domain/team';
import { eventChannel } from './advance';
import { chunks } from './chunks';
import { db, type Transaction } from './client';
import { countOpenFlags } from './counters';
import { eachInTurns } from './each-in-turns';
import { Prisma } from './generated/client';
import { insertAnnotations } from './insert-annotations';
import { type EventLine, insertEvents } from './insert-events';
import { insertRows } from './insert-rows';
import { insertAfter, insertBefore, type NewWhole } from './insert-whole';
import { fromDay } from './rows';
import { ensureStorable } from './storable';
import { inTransaction } from './transaction';
import { replyRequestColumns } from './write-reply-request';
import { insertRevision, type RevisionOrigin } from './write-revision';

/** A whole new article: its first revision, and for one that was exported before, the work on it. */
export type NewArticle = {
  readonly id: string;
  readonly commandId: string;
  readonly details: ArticleDetails;
  readonly isSample: boolean;
  readonly revision: Revision;
  readonly annotations: readonly Annotation[];
  readonly replyRequests?: readonly ReplyRequest[];
  /** Authors of that work who are not members of the team. */
  readonly people: readonly Person[];
  /** Ids of the events of the annotations, then of the requests for a reply: one for each. */
  readonly annotationCommandIds: readonly string[];
  readonly at: Instant;
  /** The approval that came along with an exported article. */
  readonly signOff?: ArticleSignOff | null;
  /** The rest of an article that was exported whole; its record then stands before the event of the import. */
  readonly whole?: NewWhole | undefined;
};

/**
 * Writes an article, its record and its counters in one transaction: event 1 is `article.imported`, then one
 * `annotation.created` for each annotation; of one that was exported whole the record as it was, then the import.
 * `before` runs first in the same transaction. Returns the latest `seq`. Throws INVALID when the id is taken.
 */
export async function insertArticle(
  actor: Actor,
  article: NewArticle,
  before?: (tx: Transaction) => Promise<void>,
): Promise<number> {
  const { annotations, whole, ...rest } = article;
  ensureStorable(rest);
  await eachInTurns(annotations, ensureStorable);
  if (whole) await ensureWholeStorable(whole);
  return inTransaction(
    db,
    async (tx) => {
      await before?.(tx);
      return insert(tx, actor, article);
    },
    { timeoutMs: 120_000 },
  );
}

async function insert(tx: Transaction, actor: Actor, article: NewArticle): Promise<number> {
  const { id, details, revision, annotations, whole, at } = article;
  const lines = linesOf(actor, article);
  const coverage = coverageOf(revision.sentences, annotations);
  await tx.article.create({
    data: {
      ...details,
      publishedOn: fromDay(details.publishedOn),
      id,
      teamId: actor.teamId,
      isSample: article.isSample,
      createdById: actor.userId,
      createdAt: new Date(at),
      changedAt: new Date(at),
      currentRevisionId: revision.id,
      seq: lines.length,
      sentenceCount: coverage.total,
      decidedCount: coverage.decided,
      annotationCount: annotations.length,
      openFlagCount: countOpenFlags(annotations),
      signOff: article.signOff ?? Prisma.DbNull,
      ...(whole && { version: whole.version, frozenAt: whole.frozenAt }),
    },
  });
  const place = { articleId: id, teamId: actor.teamId };
  if (whole) await insertBefore(tx, whole, place);
  await insertRevision(tx, revision, whole?.origin ?? firstOrigin(actor, id));
  const removed = whole?.deleted.annotations.map(({ annotation }) => annotation) ?? [];
  await insertAnnotations(tx, actor.teamId, [...annotations, ...removed]);
  const requests = (article.replyRequests ?? []).map((request) => replyRequestColumns(id, request));
  await insertRows(tx, 'ReplyRequest', requests);
  if (whole) await insertAfter(tx, whole, place);
  await insertPeople(tx, actor.teamId, article.people);
  const eventHash = await insertEvents(tx, id, lines);
  await tx.article.update({ where: { id }, data: { eventHash } });
  const hint = `${id}:${lines.length}:${actor.teamId}:article.imported`;
  await tx.$queryRaw`SELECT pg_notify(${eventChannel}, ${hint})::text`;
  return lines.length;
}

async function ensureWholeStorable({ events, ...rest }: NewWhole): Promise<void> {
  ensureStorable(rest);
  await eachInTurns(events, ensureStorable);
}

const firstOrigin = ({ userId }: Actor, articleId: string): RevisionOrigin => ({
  articleId,
  createdById: userId,
  source: 'imported',
  reason: null,
  drift: null,
});

/** The record with which an article begins. Whoever brought it in stands behind what the file does not tell itself. */
function linesOf(actor: Actor, article: NewArticle): readonly EventLine[] {
  const { whole, details, at, revision } = article;
  const line = (body: EventBody, commandId: string): EventLine => ({
    ...{ commandId, actorId: actor.userId, revisionId: revision.id, at, body },
  });
  const { title } = details;
  if (whole)
    return [...whole.events, line({ type: 'article.imported', title, from: whole.from }, article.commandId)];
  const bodies: EventBody[] = [
    { type: 'article.imported', title },
    ...article.annotations.map((annotation) => ({ type: 'annotation.created' as const, annotation })),
    ...(article.replyRequests ?? []).map((request) => ({ type: 'reply_request.created' as const, request })),
  ];
  const commandIds = [article.commandId, ...article.annotationCommandIds];
  return bodies.map((body, index) => line(body, commandIds[index] ?? ''));
}

async function insertPeople(tx: Transaction, teamId: string, people: readonly Person[]): Promise<void> {
  const data = people.map(({ id, name }) => ({ teamId, id, name }));
  for (const part of chunks(data)) await tx.importedPerson.createMany({ data: part, skipDuplicates: true });
}
