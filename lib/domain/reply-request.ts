import type { ReplyRequest, replyOutcomes } from './reply-request-schema';

/** Where a request stands on a day: overdue from the day after its deadline, while nothing came back. */
export function standingOfRequest(
  { answer, deadlineOn }: Pick<ReplyRequest, 'answer' | 'deadlineOn'>,
  today: string,
): 'waiting' | 'overdue' | (typeof replyOutcomes)[number] {
  if (answer !== null) return answer.outcome;
  return deadlineOn !== null && deadlineOn < today ? 'overdue' : 'waiting';
}

/** In the order of the log: asked first, first; then by age. */
export function inLogOrder(a: ReplyRequest, b: ReplyRequest): number {
  const [first, second] = [a, b].map(({ askedOn, createdAt, id }) => `${askedOn} ${createdAt} ${id}`);
  return (first ?? '') < (second ?? '') ? -1 : 1;
}
