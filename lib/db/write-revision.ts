import 'server-only';
import type { Passage, Revision } from '@/lib/domain/article';
import { coverageOf } from '@/lib/domain/coverage';
import type { Carriable, DecidedText } from '@/lib/domain/laws/decide-revision';
import type { DriftCounts, RevisionSource } from '@/lib/domain/revised';
import type { Transaction } from './client';
import { anchorColumns, checkColumns } from './write';

/** Where a revision comes from: who made it, how, why, and what it did to the annotations. */
export type RevisionOrigin = {
  readonly articleId: string;
  readonly createdById: string;
  readonly source: RevisionSource;
  readonly reason: string | null;
  readonly drift: DriftCounts | null;
};

/**
 * Writes new text: its revision, the article's pointer and coverage, and every annotation in one statement however
 * many there are. The article must be locked; the record is `advance`'s.
 */
export async function writeRevision(
  tx: Transaction,
  { body, revision, annotations }: DecidedText,
  { articleId, actorId }: { readonly articleId: string; readonly actorId: string },
): Promise<void> {
  const { source, reason, drift } = body;
  const origin = { articleId, createdById: actorId, source, reason: reason === '' ? null : reason, drift };
  await insertRevision(tx, revision, origin);
  const coverage = coverageOf(revision.sentences, annotations);
  await tx.article.update({
    where: { id: articleId },
    data: {
      currentRevisionId: revision.id,
      sentenceCount: coverage.total,
      decidedCount: coverage.decided,
    },
  });
  await moveAnchors(tx, { articleId, body, revision, annotations });
  await writeChecks(
    tx,
    articleId,
    annotations.filter(({ id }) => body.checks[id] !== undefined),
  );
}

/**
 * Writes the row of a revision. By hand, the document and the edges of the sentences as words of Postgres: what Prisma
 * and the driver would walk through value by value keeps all other requests waiting on a long text.
 */
export async function insertRevision(
  tx: Transaction,
  revision: Revision,
  origin: RevisionOrigin,
): Promise<void> {
  const { id, number, text, hash, doc, sentences, createdAt } = revision;
  const { articleId, createdById, source, reason, drift } = origin;
  await tx.$executeRaw`
    INSERT INTO "Revision" ("id", "articleId", "number", "text", "hash", "doc", "sentenceStarts", "sentenceEnds",
      "createdAt", "createdById", "source", "reason", "drift")
    VALUES (${id}::uuid, ${articleId}::uuid, ${number}, ${text}, ${hash}, ${JSON.stringify(doc)}::jsonb,
      ${intArray(sentences, ({ start }) => start)}::int[], ${intArray(sentences, ({ end }) => end)}::int[],
      ${createdAt}::timestamptz, ${createdById}::uuid, ${source}, ${reason}, ${drift && JSON.stringify(drift)}::jsonb)`;
}

const intArray = (sentences: Revision['sentences'], edge: (sentence: Passage) => number): string =>
  `{${sentences.map(edge).join(',')}}`;

async function writeChecks(
  tx: Transaction,
  articleId: string,
  annotations: readonly Carriable[],
): Promise<void> {
  if (annotations.length === 0) return;
  const rows = annotations.map(({ id, check }) => ({ ...checkColumns(check), id, check }));
  await tx.$executeRaw`
    UPDATE "Annotation" a SET
      "check" = n."check", "status" = n."status", "assigneeId" = n."assigneeId", "holderId" = n."holderId",
      "checkPriority" = n."checkPriority", "dueAt" = n."dueAt", "proposerId" = n."proposerId",
      "proposedAt" = n."proposedAt", "outcome" = n."outcome", "verdict" = n."verdict",
      "signedOffAt" = n."signedOffAt"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS n(
      "id" uuid, "check" jsonb, "status" text, "assigneeId" uuid, "holderId" uuid, "checkPriority" text,
      "dueAt" timestamptz, "proposerId" uuid, "proposedAt" timestamptz, "outcome" text, "verdict" text,
      "signedOffAt" timestamptz)
    WHERE a."id" = n."id" AND a."articleId" = ${articleId}::uuid`;
}

type Moving = Pick<DecidedText, 'body' | 'revision' | 'annotations'> & { readonly articleId: string };

/**
 * Most passages only move along with the text: of these the new places alone are sent, and those that stay where they
 * were get only the name of the new revision, which touches no index.
 */
async function moveAnchors(
  tx: Transaction,
  { articleId, body, revision, annotations }: Moving,
): Promise<void> {
  const shifted = annotations.filter(
    ({ id, anchor }) => body.anchors[id] === undefined && anchor.revisionId === revision.id,
  );
  await tx.$executeRaw`
    UPDATE "Annotation" a SET "revisionId" = ${revision.id}::uuid, "start" = n."start", "end" = n."end"
    FROM unnest(${shifted.map(({ id }) => id)}::uuid[], ${shifted.map(({ anchor }) => anchor.start)}::int[],
      ${shifted.map(({ anchor }) => anchor.end)}::int[]) AS n("id", "start", "end")
    WHERE a."id" = n."id" AND a."articleId" = ${articleId}::uuid`;
  await writeAnchors(
    tx,
    articleId,
    annotations.filter(({ id }) => body.anchors[id] !== undefined),
  );
}

async function writeAnchors(
  tx: Transaction,
  articleId: string,
  annotations: readonly Carriable[],
): Promise<void> {
  if (annotations.length === 0) return;
  const rows = annotations.map(({ id, anchor, version, changedAt }) => ({
    id,
    ...anchorColumns(anchor),
    version,
    changedAt,
  }));
  await tx.$executeRaw`
    UPDATE "Annotation" a SET
      "revisionId" = n."revisionId", "start" = n."start", "end" = n."end", "exact" = n."exact",
      "prefix" = n."prefix", "suffix" = n."suffix", "anchorState" = n."anchorState", "drift" = n."drift",
      "method" = n."method", "certainty" = n."certainty", "anchorBefore" = n."anchorBefore",
      "version" = n."version", "changedAt" = n."changedAt"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS n(
      "id" uuid, "revisionId" uuid, "start" int, "end" int, "exact" text, "prefix" text, "suffix" text,
      "anchorState" text, "drift" text, "method" text, "certainty" float8, "anchorBefore" text,
      "version" int, "changedAt" timestamptz)
    WHERE a."id" = n."id" AND a."articleId" = ${articleId}::uuid`;
}
