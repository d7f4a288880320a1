import 'server-only';
import { sha256 } from '@/lib/db/canonical';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { insertNotices } from '@/lib/db/notify';
import { inTransaction } from '@/lib/db/transaction';
import { peopleOfCheck } from '@/lib/domain/check';
import { checkSchema } from '@/lib/domain/check-schema';
import { findQuote, type QuoteMatch, stands } from '@/lib/domain/find-quote';
import { audit } from '../audit';
import type { Taken } from './fetch-due';
import type { ReadPage } from './read-page';
import { reopenClaim } from './reopen-claim';
import { tellCapture } from './tell-capture';

/**
 * Writes down what came of a capture: the words, their hash, and whether the quote stands there. Where it stood at the
 * look before and does not now, a claim that had been proposed or more is reopened, and whom it concerns is told. What
 * was cancelled, or whose evidence is gone, leaves nothing.
 */
export async function finishCapture(taken: Taken, page: ReadPage): Promise<void> {
  const evidence = await findEvidence(taken);
  if (evidence === null) {
    await db.capture.deleteMany({ where: { id: taken.id } });
    return;
  }
  const { annotationId, annotation, quote, title } = evidence;
  const { articleId, article } = annotation;
  const match = quote === null || page.failure !== null ? null : findQuote(page.text, quote);
  const isMissing = match === null ? quote !== null && page.isGone : !stands(match);
  const isGone = isMissing && (await stoodBefore(taken, quote ?? ''));
  // Before it is written down, so that whoever takes it again after this process died does it again: once, by its id.
  const reopened = isGone
    ? await reopenClaim(taken, { teamId: article.teamId, articleId, annotationId, title })
    : undefined;
  await inTransaction(db, async (tx) => {
    const { count } = await tx.capture.updateMany({
      where: { id: taken.id, capturedAt: null },
      data: { ...written(page, match), isGone, hasReopened: reopened !== undefined },
    });
    if (count === 0) return;
    const body = { articleId, evidenceId: taken.evidenceId, captureId: taken.id };
    await audit(tx, {
      teamId: article.teamId,
      actorId: taken.isScheduled ? null : taken.capturedById,
      type: 'evidence.captured',
      body,
    });
    if (isGone)
      await insertNotices(
        tx,
        { articleId, teamId: article.teamId, annotationId, actorId: taken.capturedById, at: new Date() },
        {
          seq: reopened?.seq ?? seqOf(taken.id),
          notices: concerned(taken, evidence).map((userId) => ({
            userId,
            kind: 'quote_gone',
            replyId: null,
          })),
        },
      );
    await tellCapture(tx, { articleId, annotationId });
  });
}

function findEvidence({ id, evidenceId }: Taken) {
  return db.evidence.findFirst({
    where: {
      id: evidenceId,
      deletedAt: null,
      captures: { some: { id } },
      annotation: { deletedAt: null, article: { deletedAt: null } },
    },
    select: {
      quote: true,
      title: true,
      authorId: true,
      annotationId: true,
      annotation: {
        select: { articleId: true, check: true, authorId: true, article: { select: { teamId: true } } },
      },
    },
  });
}

/** Whether the quote, as it is now, stood on the page when that could last be read. */
async function stoodBefore({ id, evidenceId }: Taken, quote: string): Promise<boolean> {
  const latest = await db.capture.findFirst({
    where: { evidenceId, id: { not: id }, text: { not: '' } },
    orderBy: [{ askedAt: 'desc' }, { id: 'asc' }],
    select: { text: true },
  });
  return latest !== null && stands(findQuote(latest.text, quote));
}

type Concerning = {
  readonly authorId: string;
  readonly annotation: { readonly authorId: string; readonly check: unknown };
};

/** Who has a part in the claim or its evidence; nobody is told of what they have just asked for themselves. */
function concerned(
  { capturedById, isScheduled }: Taken,
  { authorId, annotation }: Concerning,
): readonly string[] {
  const checkers = annotation.check === null ? [] : peopleOfCheck(checkSchema.parse(annotation.check));
  const everybody = new Set([capturedById, authorId, annotation.authorId, ...checkers]);
  return [...everybody].filter((id) => isScheduled || id !== capturedById);
}

/** A place in the record for what is no event of the article: below all that are, and always the same. */
const seqOf = (captureId: string): number =>
  -1 - Number.parseInt(captureId.replaceAll('-', '').slice(0, 7), 16);

function written({ address, status, title, text, failure }: ReadPage, match: QuoteMatch | null) {
  const hash = text === '' ? '' : sha256(text);
  return {
    ...{ address, status, title, text, hash, failure, capturedAt: new Date(), nextAt: null },
    match: match ?? Prisma.DbNull,
  };
}
