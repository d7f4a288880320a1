import 'server-only';
import type { Anchor } from '@/lib/domain/anchor';
import { anchorStates } from '@/lib/domain/anchor';
import {
  type Annotation,
  claimTypes,
  type Flag,
  flagPriorities,
  marks,
  type Note,
} from '@/lib/domain/annotation';
import type { Article, Passage, Revision } from '@/lib/domain/article';
import type { ArticleDoc } from '@/lib/domain/article-doc';
import type { ArticleSignOff } from '@/lib/domain/article-sign-off-schema';
import { type Check, freshCheck } from '@/lib/domain/check';
import {
  attributions,
  credibilities,
  type Evidence,
  evidenceStances,
  evidenceTiers,
  evidenceTypes,
  reliabilities,
} from '@/lib/domain/evidence';
import { type EvidenceFile, fileTypes } from '@/lib/domain/evidence-file';
import { askingWays, type ReplyRequest, type RequestAnswer } from '@/lib/domain/reply-request-schema';
import type { RichText } from '@/lib/domain/rich-text';
import type { Source } from '@/lib/domain/source';
import { type Reply, type Thread, threadKinds } from '@/lib/domain/thread';
import type { ScaleStep, VerdictScale } from '@/lib/domain/verdict';
import type { Prisma } from './generated/client';

type ArticleRow = Prisma.ArticleModel;
type RevisionRow = Prisma.RevisionModel;
type AnnotationRow = Prisma.AnnotationModel;
type AnchorRow = Pick<
  AnnotationRow,
  | 'revisionId'
  | 'start'
  | 'end'
  | 'exact'
  | 'prefix'
  | 'suffix'
  | 'anchorState'
  | 'anchorBefore'
  | 'drift'
  | 'method'
  | 'certainty'
>;
type NoteRow = Prisma.NoteModel;
type EvidenceRow = Prisma.EvidenceModel & { readonly file: Prisma.StoredFileModel | null };
type FlagRow = Prisma.FlagModel;
type ThreadRow = Prisma.ThreadModel;
type ReplyRow = Prisma.ReplyModel;

/** An article's row in the words of the domain. Times as ISO instants, days as `YYYY-MM-DD`. */
export function toArticle(row: Omit<ArticleRow, 'seq' | 'eventHash'>): Article {
  return {
    id: row.id,
    title: row.title,
    byline: row.byline,
    publication: row.publication,
    publishedOn: toDay(row.publishedOn),
    sourceAddress: row.sourceAddress,
    language: row.language,
    // held to the two by a CHECK
    direction: row.direction as Article['direction'],
    version: row.version,
    isSample: row.isSample,
    createdById: row.createdById,
    createdAt: row.createdAt.toISOString(),
    // validated by articleSignOffSchema before it was written
    signOff: row.signOff as ArticleSignOff | null,
  };
}

/** A revision's row in the words of the domain. */
export function toRevision(row: RevisionRow): Revision {
  return {
    id: row.id,
    number: row.number,
    // validated by articleDocSchema before it was written
    doc: row.doc as unknown as ArticleDoc,
    text: row.text,
    hash: row.hash,
    sentences: toSentences(row),
    createdAt: row.createdAt.toISOString(),
  };
}

/** The sentences of a revision, kept as two lists of the same length. */
export function toSentences(row: Pick<RevisionRow, 'sentenceStarts' | 'sentenceEnds'>): Passage[] {
  return row.sentenceStarts.map((start, index) => ({ start, end: row.sentenceEnds[index] ?? start }));
}

/** What hangs on an annotation, each list in order of creation and without deleted things. */
export type Parts = {
  readonly notes: readonly Note[];
  readonly evidence: readonly Evidence[];
  readonly flags: readonly Flag[];
  readonly threads: readonly Thread[];
};

/** An annotation's row with its parts in the words of the domain. */
export function toAnnotation(row: AnnotationRow, { notes, evidence, flags, threads }: Parts): Annotation {
  return {
    id: row.id,
    articleId: row.articleId,
    mark: known(marks, row.mark),
    anchor: toAnchor(row),
    // only `checkColumns` writes it, and it takes a Check
    check: row.check === null ? freshCheck : (row.check as unknown as Check),
    partOfId: row.partOfId,
    repeatsId: row.repeatsId,
    claim: {
      claimTypes: row.claimTypes.map((type) => known(claimTypes, type)),
      claimant: row.claimant,
      claimedOn: toDay(row.claimedOn),
    },
    authorId: row.authorId,
    createdAt: row.createdAt.toISOString(),
    changedAt: row.changedAt.toISOString(),
    version: row.version,
    notes,
    evidence,
    flags,
    threads,
  };
}

/** The columns of an annotation that hold its anchor, in the words of the domain. */
export function toAnchor(row: AnchorRow): Anchor {
  const { revisionId, start, end, exact, prefix, suffix, drift, method, certainty } = row;
  const state = known(anchorStates, row.anchorState);
  const before = row.anchorBefore ?? undefined;
  return {
    ...{ revisionId, start, end, exact, prefix, suffix, state, drift, method, certainty },
    ...(before !== undefined && { before }),
  };
}

/** A note's row in the words of the domain. */
export function toNote(row: NoteRow): Note {
  return {
    id: row.id,
    // validated by richTextSchema before it was written
    body: row.body as unknown as RichText,
    authorId: row.authorId,
    createdAt: row.createdAt.toISOString(),
    changedAt: row.changedAt.toISOString(),
    version: row.version,
  };
}

/** A row of evidence in the words of the domain. */
export function toEvidence(row: EvidenceRow): Evidence {
  return {
    type: known(evidenceTypes, row.type),
    tier: known(evidenceTiers, row.tier),
    stance: known(evidenceStances, row.stance),
    title: row.title,
    address: row.address,
    quote: row.quote,
    locator: row.locator,
    accessedOn: toDay(row.accessedOn),
    archivedAddress: row.archivedAddress,
    independenceGroup: row.independenceGroup,
    captureHash: row.captureHash,
    reliability: row.reliability === null ? null : known(reliabilities, row.reliability),
    credibility: credibilities.find((credibility) => credibility === row.credibility) ?? null,
    attribution: row.attribution === null ? null : known(attributions, row.attribution),
    isConfidential: row.isConfidential,
    sourceId: row.sourceId,
    contactId: row.contactId,
    file: row.file === null ? null : toEvidenceFile(row.file),
    reusedFromId: row.reusedFromId,
    id: row.id,
    authorId: row.authorId,
    createdAt: row.createdAt.toISOString(),
    changedAt: row.changedAt.toISOString(),
    version: row.version,
  };
}

/** The row of a stored file as evidence names it. */
export function toEvidenceFile(row: Prisma.StoredFileModel): EvidenceFile {
  const { id, name, bytes, sha256 } = row;
  return { id, name, type: known(fileTypes, row.type), bytes, sha256 };
}

/** The row of a request for a reply in the words of the domain. */
export function toReplyRequest(row: Prisma.ReplyRequestModel): ReplyRequest {
  return {
    id: row.id,
    party: row.party,
    question: row.question,
    askedOn: row.askedOn.toISOString().slice(0, 10),
    way: known(askingWays, row.way),
    deadlineOn: toDay(row.deadlineOn),
    // only `decideReplyRequest` makes it
    answer: row.answer as RequestAnswer | null,
    authorId: row.authorId,
    createdAt: row.createdAt.toISOString(),
    changedAt: row.changedAt.toISOString(),
    version: row.version,
  };
}

/** A source's row in the words of the domain. */
export function toSource(row: Prisma.SourceModel): Source {
  return {
    id: row.id,
    title: row.title,
    address: row.address,
    type: known(evidenceTypes, row.type),
    tier: known(evidenceTiers, row.tier),
    independenceGroup: row.independenceGroup,
    note: row.note,
    createdById: row.createdById,
    createdAt: row.createdAt.toISOString(),
    changedAt: row.changedAt.toISOString(),
    version: row.version,
  };
}

/** A flag's row in the words of the domain. */
export function toFlag(row: FlagRow): Flag {
  const { lookedById, lookedAt, lookedNote } = row;
  const isOpen = lookedById === null || lookedAt === null || lookedNote === null;
  return {
    reason: row.reason,
    priority: known(flagPriorities, row.priority),
    id: row.id,
    raisedById: row.raisedById,
    raisedAt: row.raisedAt.toISOString(),
    looked: isOpen ? null : { byId: lookedById, at: lookedAt.toISOString(), note: lookedNote },
    version: row.version,
  };
}

/** A thread's row with its replies in the words of the domain. */
export function toThread(row: ThreadRow, replies: readonly Reply[]): Thread {
  const { resolvedById, resolvedAt } = row;
  return {
    id: row.id,
    kind: known(threadKinds, row.kind),
    authorId: row.authorId,
    createdAt: row.createdAt.toISOString(),
    resolved:
      resolvedById === null || resolvedAt === null
        ? null
        : { byId: resolvedById, at: resolvedAt.toISOString() },
    version: row.version,
    replies,
  };
}

/** A reply's row in the words of the domain. */
export function toReply(row: ReplyRow): Reply {
  return {
    id: row.id,
    // validated by richTextSchema before it was written
    body: row.body as unknown as RichText,
    mentions: row.mentions,
    authorId: row.authorId,
    createdAt: row.createdAt.toISOString(),
    changedAt: row.changedAt.toISOString(),
    version: row.version,
  };
}

/** A version of a team's own scale in the words of the domain. */
export function toScale(row: Prisma.VerdictScaleModel): VerdictScale {
  return {
    id: row.id,
    version: row.version,
    name: row.name,
    // validated by scaleFieldsSchema before it was written
    steps: row.steps as unknown as readonly ScaleStep[],
    createdAt: row.createdAt.toISOString(),
  };
}

/** A day for a column of type date: midnight UTC, absent stays absent. */
export function fromDay(day: string | null): Date | null {
  return day === null ? null : new Date(`${day}T00:00:00Z`);
}

/** A column of type date as `YYYY-MM-DD`. */
export function toDay(date: Date | null): string | null {
  return date === null ? null : date.toISOString().slice(0, 10);
}

/** A word that the table holds, as one of the words that the domain knows. Throws when the table holds another. */
export function known<T extends string>(words: readonly T[], word: string): T {
  const found = words.find((candidate) => candidate === word);
  if (found === undefined) throw new Error(`The database holds an unknown word: ${word}`);
  return found;
}
