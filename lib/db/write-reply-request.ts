import 'server-only';
import type { EventBody } from '@/lib/domain/events';
import type { ReplyRequest, ReplyRequestFields } from '@/lib/domain/reply-request-schema';
import type { Transaction } from './client';
import { Prisma } from './generated/client';
import { fromDay } from './rows';
import type { Circumstances } from './write';

type RequestEventBody = Extract<EventBody, { readonly type: `reply_request.${string}` }>;

/** The rows of what happened in the right-of-reply log. */
export async function writeReplyRequestRows(
  tx: Transaction,
  body: RequestEventBody,
  { articleId, ...now }: Circumstances,
): Promise<void> {
  const changedAt = new Date(now.at);
  if (body.type === 'reply_request.created') {
    await tx.replyRequest.create({ data: replyRequestColumns(articleId, body.request) });
    return;
  }
  const { requestId: id, version } = body;
  const changes =
    body.type === 'reply_request.changed' ? fieldColumns(body.changes) : answerColumn(body.answer);
  await tx.replyRequest.update({ where: { id }, data: { ...changes, version, changedAt } });
}

/** The columns of a request's row. */
export function replyRequestColumns(
  articleId: string,
  { askedOn, deadlineOn, answer, ...rest }: ReplyRequest,
): Prisma.ReplyRequestUncheckedCreateInput {
  return {
    ...rest,
    articleId,
    askedOn: new Date(`${askedOn}T00:00:00Z`),
    deadlineOn: fromDay(deadlineOn),
    ...answerColumn(answer),
  };
}

function answerColumn(answer: ReplyRequest['answer']) {
  return { answer: answer ?? Prisma.DbNull };
}

function fieldColumns({ askedOn, deadlineOn, party, question, way }: Partial<ReplyRequestFields>) {
  return {
    ...(party !== undefined && { party }),
    ...(question !== undefined && { question }),
    ...(way !== undefined && { way }),
    ...(askedOn !== undefined && { askedOn: new Date(`${askedOn}T00:00:00Z`) }),
    ...(deadlineOn !== undefined && { deadlineOn: fromDay(deadlineOn) }),
  };
}
