import { standingOfRequest } from '@/lib/domain/reply-request';
import type { ReplyRequest } from '@/lib/domain/reply-request-schema';
import { nameOf, type Report, readable } from '@/lib/domain/report/report';
import { escapeHtml } from './markup';

/** The right-of-reply log of a checking copy: who was asked, how, until when, and what came back. Empty without any. */
export function replyRequestsToHtml({ replyRequests, people, made }: Report): string {
  if (replyRequests.length === 0) return '';
  const today = made.at.slice(0, 10);
  const rows = replyRequests.map((request) => requestToHtml(request, today, people)).join('');
  return `<section class="replies" aria-labelledby="replies"><h2 id="replies">Right of reply</h2>${rows}</section>`;
}

function requestToHtml(request: ReplyRequest, today: string, people: Report['people']): string {
  const { party, question, askedOn, way, deadlineOn, answer, authorId } = request;
  const facts = [
    `asked on ${askedOn} (${readable(way).toLowerCase()}) by ${nameOf(people, authorId)}`,
    deadlineOn === null ? null : `until ${deadlineOn}`,
    answer === null
      ? standingOfRequest(request, today)
      : `${readable(answer.outcome).toLowerCase()} on ${answer.on}`,
  ].filter((fact) => fact !== null);
  const words =
    answer === null || answer.words === ''
      ? ''
      : `<blockquote dir="auto">${escapeHtml(answer.words)}</blockquote>`;
  return `<div class="note"><p><b dir="auto">${escapeHtml(party)}</b></p><p class="facts">${escapeHtml(facts.join(' · '))}</p><p dir="auto">${escapeHtml(question)}</p>${words}</div>`;
}
