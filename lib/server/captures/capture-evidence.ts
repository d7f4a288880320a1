import 'server-only';
import { randomUUID } from 'node:crypto';
import { sha256 } from '@/lib/db/canonical';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import type { CaptureModel } from '@/lib/db/generated/models';
import { inTransaction } from '@/lib/db/transaction';
import { visibleAnnotations } from '@/lib/db/visible';
import type { Actor } from '@/lib/domain/actor';
import { canonicalText } from '@/lib/domain/article-doc';
import type { NewCapture } from '@/lib/domain/capture';
import { freshCheck } from '@/lib/domain/check';
import { checkSchema } from '@/lib/domain/check-schema';
import { DomainError, notFound } from '@/lib/domain/errors';
import { findQuote, quoteMatchSchema, stands } from '@/lib/domain/find-quote';
import { ensureCan } from '@/lib/domain/policy';
import { audit } from '../audit';
import { derivedId } from '../derived-id';
import type { EgressPolicy } from '../egress/egress-policy';
import { type FetchedPage, fetchAddress, findStatusFault } from '../egress/fetch-address';
import { execute } from '../execute';
import { runParser } from '../imports/run-parser';
import { formatOfPage } from '../imports/upload-format';
import { toCapture } from './find-captures';

type CaptureOptions = { readonly signal?: AbortSignal | undefined; readonly policy?: EgressPolicy };

/**
 * Fetches the address of a piece of evidence, keeps the words that stand there with their hash and looks for the quote in
 * them. Where the quote stood before and is gone now, a claim that had been proposed or more is reopened in the actor's
 * name, with the reason. A page that cannot be had is kept too, as that. Throws NOT_FOUND, FORBIDDEN, and INVALID where
 * the evidence has no address.
 */
export async function captureEvidence(
  actor: Actor,
  annotationId: string,
  evidenceId: string,
  options: CaptureOptions = {},
): Promise<NewCapture> {
  const annotation = await db.annotation.findFirst({
    where: { id: annotationId, ...visibleAnnotations(actor) },
    select: { articleId: true },
  });
  if (annotation === null) throw notFound('annotation');
  ensureCan(actor, 'evidence.change');
  const evidence = await db.evidence.findFirst({ where: { id: evidenceId, annotationId, deletedAt: null } });
  if (evidence === null) throw notFound('evidence');
  if (evidence.address === null) {
    throw new DomainError('INVALID', 'This evidence has no web address. Give it one, then check the page.');
  }
  const read = await readPage(evidence.address, options);
  const match =
    evidence.quote === null || read.failure !== null ? null : findQuote(read.text, evidence.quote);
  const before = await findLatestMatch(evidenceId);
  const row = await keep(actor, annotation.articleId, {
    ...read,
    evidenceId,
    match: match ?? Prisma.DbNull,
  });
  const isMissing = match === null ? read.isGone : !stands(match);
  const isGone = before === true && isMissing;
  const hasReopened =
    isGone && (await reopen(actor, annotation.articleId, annotationId, { ...row, title: evidence.title }));
  return { ...toCapture(row, actor.name), isGone, hasReopened };
}

type ReadPage = Pick<CaptureModel, 'address' | 'status' | 'title' | 'text' | 'failure'> & {
  /** The server says for certain that nothing is there any more. */
  readonly isGone: boolean;
};

async function readPage(asked: string, options: CaptureOptions): Promise<ReadPage> {
  const nothing = { title: '', text: '' };
  let page: FetchedPage | undefined;
  try {
    page = await fetchAddress(asked, options);
    const fault = findStatusFault(page);
    if (fault !== undefined) throw fault;
    const { address, charset, bytes, status } = page;
    const job = { format: formatOfPage(page), address, charset: charset ?? undefined };
    const { details, doc, original } = await runParser(job, bytes, { signal: options.signal });
    const text = original ?? canonicalText(doc);
    return { address, status, title: details.title, text, failure: null, isGone: false };
  } catch (error) {
    if (!(error instanceof DomainError) || options.signal?.aborted === true) throw error;
    const { address = asked, status = null } = page ?? {};
    return { ...nothing, address, status, failure: error.message, isGone: status === 404 || status === 410 };
  }
}

/** Whether the quote stood there when the page could last be read; undefined where it was never looked for. */
async function findLatestMatch(evidenceId: string): Promise<boolean | undefined> {
  const latest = await db.capture.findFirst({
    where: { evidenceId, match: { not: Prisma.AnyNull } },
    orderBy: [{ capturedAt: 'desc' }, { id: 'asc' }],
    select: { match: true },
  });
  return latest === null ? undefined : stands(quoteMatchSchema.parse(latest.match));
}

type Kept = Omit<ReadPage, 'isGone'> & {
  readonly evidenceId: string;
  readonly match: Prisma.CaptureCreateInput['match'];
};

async function keep(
  actor: Actor,
  articleId: string,
  { evidenceId, address, status, title, text, failure, match }: Kept,
): Promise<CaptureModel> {
  const id = randomUUID();
  return inTransaction(db, async (tx) => {
    const row = await tx.capture.create({
      data: {
        id,
        evidenceId,
        address,
        status,
        title,
        text,
        hash: text === '' ? '' : sha256(text),
        ...(match !== undefined && { match }),
        failure,
        capturedById: actor.userId,
        capturedAt: new Date(),
      },
    });
    const body = { articleId, evidenceId, captureId: id };
    await audit(tx, { teamId: actor.teamId, actorId: actor.userId, type: 'evidence.captured', body });
    return row;
  });
}

/** False where the claim had not come so far that anything rests on the evidence, or somebody was faster. */
async function reopen(actor: Actor, articleId: string, annotationId: string, { id, title }: CaptureModel) {
  const { check } = await db.annotation.findUniqueOrThrow({
    where: { id: annotationId },
    select: { check: true },
  });
  const { version } = check === null ? freshCheck : checkSchema.parse(check);
  try {
    await execute(actor, articleId, {
      commandId: derivedId('reopened-by-capture', id),
      type: 'check.reopen',
      annotationId,
      version,
      reason: `The quote no longer stands at the address of the evidence “${title.slice(0, 200)}”.`,
    });
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}
