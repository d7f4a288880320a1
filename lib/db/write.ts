import 'server-only';
import type { Anchor } from '@/lib/domain/anchor';
import type { Annotation, ClaimFields } from '@/lib/domain/annotation';
import type { ArticleDetails } from '@/lib/domain/article';
import { type Check, freshCheck, standingProposal } from '@/lib/domain/check';
import type { EventBody } from '@/lib/domain/events';
import type { EvidenceFields } from '@/lib/domain/evidence';
import type { Instant } from '@/lib/domain/ids';
import type { Transaction } from './client';
import { Prisma } from './generated/client';
import { fromDay } from './rows';
import { writeReplyRequestRows } from './write-reply-request';
import { writeSessionRows } from './write-session';
import { writeThreadRows } from './write-thread';

/** Who, where and when: what an event's rows carry beside its body. */
export type Circumstances = {
  readonly articleId: string;
  readonly teamId: string;
  readonly actorId: string;
  readonly at: Instant;
};

/**
 * Writes the rows of what happened: for the tables what `apply` is for the state, so that what is read back is what
 * the events say. The article must be locked; counters and the record are `advance`'s. Long because it is the whole
 * table from events to rows, one entry each.
 */
export async function writeRows(tx: Transaction, body: EventBody, now: Circumstances): Promise<void> {
  const { articleId, actorId } = now;
  const at = new Date(now.at);
  if ('check' in body && body.check !== undefined) {
    await tx.annotation.update({ where: { id: body.annotationId }, data: checkColumns(body.check) });
  }
  if ('session' in body || 'ballot' in body) return writeSessionRows(tx, body, articleId);
  switch (body.type) {
    case 'article.imported':
      return;
    case 'article.changed':
      await tx.article.update({
        where: { id: articleId },
        data: { ...articleColumns(body.changes), version: body.version },
      });
      return;
    case 'article.deleted':
      await tx.article.update({ where: { id: articleId }, data: { deletedAt: at } });
      return;
    case 'article.restored':
      await tx.article.update({ where: { id: articleId }, data: { deletedAt: null } });
      return;
    case 'article.signed_off':
      await tx.article.update({ where: { id: articleId }, data: { signOff: body.signOff } });
      return;
    case 'article.sign_off_withdrawn':
      await tx.article.update({ where: { id: articleId }, data: { signOff: Prisma.DbNull } });
      return;
    case 'annotation.created':
      await tx.annotation.create({ data: annotationColumns(body.annotation) });
      return;
    case 'annotation.changed': {
      const { mark, anchor, claim, partOfId, repeatsId } = body.changes;
      await tx.annotation.update({
        where: { id: body.annotationId },
        data: {
          ...(mark && { mark }),
          ...(anchor && anchorColumns(anchor)),
          ...(claim && claimColumns(claim)),
          ...(partOfId !== undefined && { partOfId }),
          ...(repeatsId !== undefined && { repeatsId }),
          version: body.version,
          changedAt: at,
        },
      });
      return;
    }
    case 'annotation.deleted':
      await tx.annotation.update({
        where: { id: body.annotationId },
        data: { deletedAt: at, version: body.version },
      });
      return;
    case 'annotation.restored': {
      const { id, version, anchor } = body.annotation;
      // New text may have come while it was away.
      await tx.annotation.update({
        where: { id },
        data: { deletedAt: null, version, ...anchorColumns(anchor) },
      });
      return;
    }
    case 'note.created': {
      const { id, body: words, authorId, version } = body.note;
      await tx.note.create({
        data: {
          id,
          annotationId: body.annotationId,
          body: words,
          authorId,
          createdAt: at,
          changedAt: at,
          version,
        },
      });
      return;
    }
    case 'note.changed': {
      const { noteId: id, version } = body;
      await tx.note.update({ where: { id }, data: { body: body.body, version, changedAt: at } });
      return;
    }
    case 'note.deleted':
      await tx.note.update({ where: { id: body.noteId }, data: { deletedAt: at, version: body.version } });
      return;
    case 'note.restored': {
      const { id, version } = body.note;
      await tx.note.update({ where: { id }, data: { deletedAt: null, version } });
      return;
    }
    case 'evidence.created': {
      const {
        id,
        authorId,
        version,
        createdAt: _at,
        changedAt: _same,
        accessedOn,
        file,
        ...fields
      } = body.evidence;
      await tx.evidence.create({
        data: {
          ...fields,
          accessedOn: fromDay(accessedOn),
          fileId: file?.id ?? null,
          id,
          annotationId: body.annotationId,
          authorId,
          createdAt: at,
          changedAt: at,
          version,
        },
      });
      await bindFile(tx, null, file, at);
      return;
    }
    case 'evidence.changed':
      await tx.evidence.update({
        where: { id: body.evidenceId },
        data: { ...evidenceColumns(body.changes), version: body.version, changedAt: at },
      });
      await bindFile(tx, body.before.file, body.changes.file, at);
      return;
    case 'evidence.deleted':
      await tx.evidence.update({
        where: { id: body.evidenceId },
        data: { deletedAt: at, version: body.version },
      });
      return;
    case 'evidence.restored': {
      const { id, version } = body.evidence;
      await tx.evidence.update({ where: { id }, data: { deletedAt: null, version } });
      return;
    }
    case 'flag.raised': {
      const { id, reason, priority, raisedById, version } = body.flag;
      const { annotationId } = body;
      await tx.flag.create({
        data: { id, annotationId, teamId: now.teamId, reason, priority, raisedById, raisedAt: at, version },
      });
      return;
    }
    case 'flag.changed': {
      const { reason, priority } = body.changes;
      await tx.flag.update({
        where: { id: body.flagId },
        data: {
          ...(reason !== undefined && { reason }),
          ...(priority !== undefined && { priority }),
          version: body.version,
        },
      });
      return;
    }
    case 'flag.looked':
      await tx.flag.update({
        where: { id: body.flagId },
        data: { lookedById: actorId, lookedAt: at, lookedNote: body.note, version: body.version },
      });
      return;
    case 'flag.reopened':
      await tx.flag.update({
        where: { id: body.flagId },
        data: { lookedById: null, lookedAt: null, lookedNote: null, version: body.version },
      });
      return;
    case 'reply_request.created':
    case 'reply_request.changed':
    case 'reply_request.answered':
      return writeReplyRequestRows(tx, body, now);
    case 'thread.opened':
    case 'thread.replied':
    case 'thread.resolved':
    case 'thread.reopened':
    case 'reply.changed':
    case 'reply.deleted':
    case 'reply.restored':
      return writeThreadRows(tx, body, now);
    default:
      return; // a check is written above; words set aside stand in the event alone
  }
}

/** The columns of an annotation's row, without its parts. */
export function annotationColumns(annotation: Annotation): Prisma.AnnotationUncheckedCreateInput {
  const { id, articleId, mark, anchor, check, claim, authorId, createdAt, changedAt, version } = annotation;
  const { partOfId, repeatsId } = annotation;
  return {
    id,
    articleId,
    mark,
    ...anchorColumns(anchor),
    partOfId,
    repeatsId,
    ...checkColumns(check),
    ...claimColumns(claim),
    authorId,
    createdAt: new Date(createdAt),
    changedAt: new Date(changedAt),
    version,
  };
}

/** The check as it is kept, and what of it is searched by. */
export function checkColumns(check: Check) {
  const proposal = standingProposal(check);
  const { status, plan, holder, signOff } = check;
  return {
    check: check === freshCheck ? Prisma.DbNull : (check as unknown as Prisma.InputJsonValue), // validated; only stricter about `undefined`
    status,
    assigneeId: plan.assigneeId,
    holderId: holder?.byId ?? null,
    checkPriority: plan.priority,
    dueAt: plan.dueAt,
    proposerId: proposal?.byId ?? null,
    proposedAt: proposal?.at ?? null,
    outcome: proposal?.outcome ?? null,
    verdict: proposal?.verdict?.internal ?? null,
    signedOffAt: signOff?.at ?? null,
  };
}

/** The columns of an anchor. */
export function anchorColumns({ state, before, ...anchor }: Anchor) {
  return { ...anchor, anchorState: state, anchorBefore: before ?? null };
}

function claimColumns({ claimTypes, claimant, claimedOn }: ClaimFields) {
  return { claimTypes: [...claimTypes], claimant, claimedOn: fromDay(claimedOn) };
}

function articleColumns({
  publishedOn,
  ...rest
}: Partial<ArticleDetails>): Prisma.ArticleUncheckedUpdateInput {
  return { ...given(rest), ...(publishedOn !== undefined && { publishedOn: fromDay(publishedOn) }) };
}

function evidenceColumns({
  accessedOn,
  file,
  ...rest
}: Partial<EvidenceFields>): Prisma.EvidenceUncheckedUpdateInput {
  return {
    ...given(rest),
    ...(accessedOn !== undefined && { accessedOn: fromDay(accessedOn) }),
    ...(file !== undefined && { fileId: file?.id ?? null }),
  };
}

/** A file that evidence names is kept; one that it names no more can come back for a day. */
async function bindFile(
  tx: Transaction,
  before: EvidenceFields['file'] | undefined,
  after: EvidenceFields['file'] | undefined,
  at: Date,
): Promise<void> {
  if (before) await tx.storedFile.updateMany({ where: { id: before.id }, data: { releasedAt: at } });
  if (after) await tx.storedFile.updateMany({ where: { id: after.id }, data: { releasedAt: null } });
}

type Given<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** The fields that are there: for an optional one, `undefined` means "stays as it is". */
function given<T extends object>(fields: T): Given<T> {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  // the same keys with the same values, only without the undefined ones
  return Object.fromEntries(entries) as Given<T>;
}
