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
import { db, type Transaction } from './client';
import { countOpenFlags } from './counters';
import { Prisma } from './generated/client';
import { hashBody, hashLink } from './record';
import { fromDay } from './rows';
import { ensureStorable } from './storable';
import { inTransaction } from './transaction';
import { annotationColumns } from './write';
import { replyRequestColumns } from './write-reply-request';
import { revisionColumns } from './write-revision';
import { replyColumns, threadColumns } from './write-thread';

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
};

/**
 * Writes an article, its record and its counters in one transaction: event 1 is `article.imported`, then one
 * `annotation.created` for each annotation. Returns the latest `seq`. Throws INVALID when the id is taken.
 */
export async function insertArticle(actor: Actor, article: NewArticle): Promise<number> {
  ensureStorable(article);
  return inTransaction(db, (tx) => insert(tx, actor, article), { timeoutMs: 120_000 });
}

async function insert(tx: Transaction, actor: Actor, article: NewArticle): Promise<number> {
  const { id, details, revision, annotations, at } = article;
  const events = chain(actor, article);
  const last = events.at(-1);
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
      seq: events.length,
      eventHash: last?.hash ?? '',
      sentenceCount: coverage.total,
      decidedCount: coverage.decided,
      annotationCount: annotations.length,
      openFlagCount: countOpenFlags(annotations),
      signOff: article.signOff ?? Prisma.DbNull,
    },
  });
  const origin = {
    articleId: id,
    createdById: actor.userId,
    source: 'imported',
    reason: null,
    drift: null,
  } as const;
  await tx.revision.create({ data: revisionColumns({ ...revision, createdAt: at }, origin) });
  await insertAnnotations(tx, actor.teamId, annotations);
  for (const part of chunks(article.replyRequests ?? []))
    await tx.replyRequest.createMany({ data: part.map((request) => replyRequestColumns(id, request)) });
  await insertPeople(tx, actor.teamId, article.people);
  for (const part of chunks(events)) await tx.articleEvent.createMany({ data: part });
  const hint = `${id}:${events.length}:${actor.teamId}:article.imported`;
  await tx.$queryRaw`SELECT pg_notify(${eventChannel}, ${hint})::text`;
  return events.length;
}

/** The article's first events, each hashed together with the one before. */
function chain(actor: Actor, article: NewArticle): Prisma.ArticleEventCreateManyInput[] {
  const bodies: EventBody[] = [
    { type: 'article.imported', title: article.details.title },
    ...article.annotations.map((annotation) => ({ type: 'annotation.created' as const, annotation })),
    ...(article.replyRequests ?? []).map((request) => ({ type: 'reply_request.created' as const, request })),
  ];
  const commandIds = [article.commandId, ...article.annotationCommandIds];
  let previousHash = '';
  return bodies.map((body, index) => {
    const link = {
      previousHash,
      seq: index + 1,
      commandId: commandIds[index] ?? '',
      actorId: actor.userId,
      revisionId: article.revision.id,
      at: article.at,
      type: body.type,
      bodyHash: hashBody(body),
    };
    previousHash = hashLink(link);
    return {
      ...link,
      articleId: article.id,
      // validated parts; Prisma's own type for JSON is only stricter about `undefined`
      body: body as unknown as Prisma.InputJsonValue,
      hash: previousHash,
    };
  });
}

async function insertAnnotations(
  tx: Transaction,
  teamId: string,
  annotations: readonly Annotation[],
): Promise<void> {
  for (const part of chunks(annotations))
    await tx.annotation.createMany({ data: part.map(annotationColumns) });
  const notes = annotations.flatMap(({ id: annotationId, notes }) =>
    notes.map((note) => ({ ...note, annotationId, body: note.body as unknown as Prisma.InputJsonValue })),
  );
  for (const part of chunks(notes)) await tx.note.createMany({ data: part });
  const evidence = annotations.flatMap(({ id: annotationId, evidence }) =>
    evidence.map(({ file: _file, ...item }) => ({
      ...item,
      annotationId,
      accessedOn: fromDay(item.accessedOn),
    })),
  );
  for (const part of chunks(evidence)) await tx.evidence.createMany({ data: part });
  const flags = annotations.flatMap(({ id: annotationId, flags }) =>
    flags.map(({ looked, ...flag }) => ({
      ...flag,
      annotationId,
      teamId,
      lookedById: looked?.byId ?? null,
      lookedAt: looked?.at ?? null,
      lookedNote: looked?.note ?? null,
    })),
  );
  for (const part of chunks(flags)) await tx.flag.createMany({ data: part });
  const threads = annotations.flatMap(({ id, threads }) =>
    threads.map((thread) => threadColumns(id, thread)),
  );
  for (const part of chunks(threads)) await tx.thread.createMany({ data: part });
  const replies = annotations.flatMap(({ threads }) =>
    threads.flatMap(({ id, replies }) => replies.map((reply) => replyColumns(id, reply))),
  );
  for (const part of chunks(replies)) await tx.reply.createMany({ data: part });
}

async function insertPeople(tx: Transaction, teamId: string, people: readonly Person[]): Promise<void> {
  const data = people.map(({ id, name }) => ({ teamId, id, name }));
  for (const part of chunks(data)) await tx.importedPerson.createMany({ data: part, skipDuplicates: true });
}

/** Postgres takes 65 535 values in one statement; the widest row here has 36. */
function chunks<T>(list: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(list.length / 1_000) }, (_, n) =>
    list.slice(n * 1_000, (n + 1) * 1_000),
  );
}
