import 'server-only';
import type { Annotation, Note } from '@/lib/domain/annotation';
import type { Revision } from '@/lib/domain/article';
import type { FileOrigin } from '@/lib/domain/events';
import type { Evidence } from '@/lib/domain/evidence';
import type { EvidenceFile } from '@/lib/domain/evidence-file';
import type { QuoteMatch } from '@/lib/domain/find-quote';
import type { Instant } from '@/lib/domain/ids';
import type { Ballot, Session } from '@/lib/domain/session';
import type { Reply } from '@/lib/domain/thread';
import { chunks } from './chunks';
import type { Transaction } from './client';
import { Prisma } from './generated/client';
import { evidenceRow, noteRow } from './insert-annotations';
import type { EventLine } from './insert-events';
import { insertRevision, type RevisionOrigin } from './write-revision';
import { sessionColumns } from './write-session';
import { replyColumns } from './write-thread';

/** What an article that was exported whole has besides its present state. Ids are those of the new article. */
export type NewWhole = {
  readonly from: FileOrigin;
  /** How often its details were changed. */
  readonly version: number;
  readonly frozenAt: Instant | null;
  /** All but the present one, in order, and where that came from. */
  readonly earlier: readonly { readonly revision: Revision; readonly origin: RevisionOrigin }[];
  readonly origin: RevisionOrigin;
  /** The record as the file has it. */
  readonly events: readonly EventLine[];
  readonly sessions: readonly Session[];
  readonly ballots: readonly Ballot[];
  readonly corrections: readonly {
    readonly id: string;
    readonly text: string;
    readonly byId: string;
    readonly at: Instant;
  }[];
  readonly files: readonly NewFile[];
  readonly captures: readonly NewCapture[];
  readonly deleted: {
    readonly annotations: readonly (Deleted & { readonly annotation: Annotation })[];
    readonly notes: readonly (Deleted & { readonly annotationId: string; readonly note: Note })[];
    readonly evidence: readonly (Deleted & { readonly annotationId: string; readonly evidence: Evidence })[];
    readonly replies: readonly (Deleted & { readonly threadId: string; readonly reply: Reply })[];
  };
};

type Deleted = { readonly deletedAt: Instant };
/** The row of an attached file, whose bytes are kept elsewhere. */
export type NewFile = EvidenceFile & { readonly uploadedById: string; readonly createdAt: Instant };
/** A look at an address of evidence that has come. */
export type NewCapture = {
  readonly id: string;
  readonly evidenceId: string;
  readonly address: string;
  readonly host: string;
  readonly status: number | null;
  readonly title: string;
  readonly text: string;
  readonly hash: string;
  readonly match: QuoteMatch | null;
  readonly failure: string | null;
  readonly capturedById: string;
  readonly isScheduled: boolean;
  readonly askedAt: Instant;
  readonly capturedAt: Instant;
  readonly isGone: boolean;
  readonly hasReopened: boolean;
};

type Place = { readonly articleId: string; readonly teamId: string };

/** What annotations and evidence point to, so it is written before them. */
export async function insertBefore(
  tx: Transaction,
  { earlier, files }: NewWhole,
  { articleId, teamId }: Place,
): Promise<void> {
  for (const { revision, origin } of earlier) await insertRevision(tx, revision, origin);
  for (const part of chunks(files))
    await tx.storedFile.createMany({ data: part.map((file) => ({ ...file, articleId, teamId })) });
}

/** What points to annotations and evidence, and what was deleted and can come back. */
export async function insertAfter(
  tx: Transaction,
  { deleted, captures, sessions, ballots, corrections }: NewWhole,
  { articleId, teamId }: Place,
): Promise<void> {
  for (const { annotation, deletedAt } of deleted.annotations)
    await tx.annotation.update({ where: { id: annotation.id }, data: { deletedAt } });
  const notes = deleted.notes.map(({ annotationId, note, deletedAt }) => ({
    ...noteRow(annotationId, note),
    deletedAt,
  }));
  for (const part of chunks(notes)) await tx.note.createMany({ data: part });
  const evidence = deleted.evidence.map((item) => ({
    ...evidenceRow(item.annotationId, item.evidence),
    deletedAt: item.deletedAt,
  }));
  for (const part of chunks(evidence)) await tx.evidence.createMany({ data: part });
  const replies = deleted.replies.map(({ threadId, reply, deletedAt }) => ({
    ...replyColumns(threadId, reply),
    deletedAt,
  }));
  for (const part of chunks(replies)) await tx.reply.createMany({ data: part });
  const looks = captures.map(({ match, ...capture }) => ({ ...capture, match: match ?? Prisma.DbNull }));
  for (const part of chunks(looks, 50)) await tx.capture.createMany({ data: part });
  for (const part of chunks(sessions))
    await tx.session.createMany({
      data: part.map((session) => ({ ...sessionColumns(session), id: session.id, articleId })),
    });
  const votes = ballots.map(({ rounds, ...ballot }) => ({
    ...ballot,
    articleId,
    // a ballot of the domain; Prisma's own type for JSON is only stricter about `undefined`
    rounds: rounds as unknown as Prisma.InputJsonValue,
  }));
  for (const part of chunks(votes)) await tx.ballot.createMany({ data: part });
  const put = corrections.map((correction) => ({ ...correction, articleId, teamId }));
  for (const part of chunks(put)) await tx.correction.createMany({ data: part });
}
