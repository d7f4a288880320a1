import type { Annotation } from '@/lib/domain/annotation';
import {
  agrees,
  type Check,
  type CheckProposal,
  isSealed,
  openProposal,
  openSecondChecks,
  type SecondCheck,
} from '@/lib/domain/check';
import { nameOf, type Report, readable } from '@/lib/domain/report/report';
import { readableChanges, withoutEdges } from '@/lib/domain/text/readable-changes';
import type { Thread } from '@/lib/domain/thread';
import { joinedWith } from './check-parts';
import { escapeHtml, richTextToHtml } from './markup';
import { signedBy } from './signature-html';
import { verdictWords } from './verdict-words';

type People = Report['people'];

/** What the check of an annotation came to, with everybody who had a part in it; empty while nobody has begun. */
export function checkToHtml(
  { anchor, check }: Annotation,
  { people, scales }: Pick<Report, 'people' | 'scales'>,
): string {
  const about = { people, scales };
  const proposal = openProposal(check);
  const parts = [
    planToHtml(check, people),
    check.waiting === null || proposal !== undefined
      ? ''
      : said(`Waiting for ${check.waiting.on}`, check.waiting, people, check.waiting.reason),
    proposal === undefined ? '' : proposalToHtml(proposal, anchor.exact, about),
    check.proposal !== null && isSealed(check.proposal)
      ? `<p>A proposal by ${escapeHtml(nameOf(people, check.proposal.byId))} is sealed until the second check.</p>`
      : '',
    ...openSecondChecks(check).map((item) => secondCheckToHtml(item, proposal, anchor.exact, people)),
    check.dispute === null ? '' : said('Disputed', check.dispute, people, check.dispute.reason),
    check.decision === null ? '' : said('Decided', check.decision, people, check.decision.note),
    check.decision?.overruled
      ? `<div class="overruled"><p><b>Overruled:</b></p>${proposalToHtml(check.decision.overruled, anchor.exact, about)}</div>`
      : '',
    check.reopened === null ? '' : said('Reopened', check.reopened, people, check.reopened.reason),
    signOffToHtml(check, people),
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `<div class="check">${parts.join('')}</div>`;
}

/** A conversation, with what became of it. */
export function threadToHtml(thread: Thread, people: People): string {
  const kind = thread.kind === 'author_query' ? 'Author query' : 'Discussion';
  const state =
    thread.resolved === null ? 'open' : `resolved by ${escapeHtml(nameOf(people, thread.resolved.byId))}`;
  return `<div class="thread"><p><b>${kind}, ${state}</b></p>${thread.replies
    .map(
      (reply) =>
        `<div class="note">${richTextToHtml(reply.body)}${signedBy(people, reply.authorId, reply.createdAt, reply.changedAt !== reply.createdAt ? ', edited' : '')}</div>`,
    )
    .join('')}</div>`;
}

function planToHtml({ plan, status }: Check, people: People): string {
  const facts = [
    plan.assigneeId === null ? '' : `assigned to ${nameOf(people, plan.assigneeId)}`,
    plan.priority === 'normal' ? '' : `${plan.priority} priority`,
    plan.dueAt === null || status === 'signed_off'
      ? ''
      : `due ${plan.dueAt.slice(0, 16).replace('T', ' ')} UTC`,
    plan.depth === 'standard' ? '' : `${plan.depth} check`,
    plan.riskFlags.length === 0 ? '' : `risk: ${plan.riskFlags.join(', ')}`,
  ].filter((fact) => fact !== '');
  return facts.length === 0 ? '' : `<p class="facts">${escapeHtml(facts.join(' · '))}</p>`;
}

function proposalToHtml(
  proposal: CheckProposal,
  passage: string,
  { people, scales }: Pick<Report, 'people' | 'scales'>,
): string {
  const { outcome, verdict, suggestedWording, confidence, confidenceReason } = proposal;
  const lines = [
    ['Stays as it is', proposal.refusal],
    ['On the writer', proposal.onAuthorReason],
    ['Tried', proposal.tried],
    ['Why', proposal.rationale],
    confidence === null ? ['', null] : [`${readable(confidence)} confidence`, confidenceReason],
  ].filter(([, words]) => words !== null && words !== '');
  return `<p class="outcome"><b>${readable(outcome)}</b>${
    verdict === null ? '' : ` <span class="verdict">${escapeHtml(verdictWords(verdict, scales))}</span>`
  }</p>${wordingToHtml(passage, suggestedWording)}${lines
    .map(([name, words]) => `<p><b>${name}:</b> ${escapeHtml(words ?? '')}</p>`)
    .join(
      '',
    )}${signedBy(people, proposal.byId, proposal.at, escapeHtml(joinedWith(proposal, people)), 'Proposed by ')}`;
}

function secondCheckToHtml(
  item: SecondCheck,
  proposal: CheckProposal | undefined,
  passage: string,
  people: People,
): string {
  const isAgreed = proposal !== undefined && agrees(item, proposal);
  const wording = item.suggestedWording === proposal?.suggestedWording ? null : item.suggestedWording;
  return `<div class="second"><p><b>Second check${item.isBlind ? ', blind' : ''}: ${
    isAgreed ? 'the same' : readable(item.outcome)
  }</b>${isAgreed || item.verdict === null ? '' : ` <span class="verdict">${escapeHtml(item.verdict.label)}</span>`}</p>${
    item.note === '' ? '' : `<p>${escapeHtml(item.note)}</p>`
  }${wordingToHtml(passage, wording)}${signedBy(people, item.byId, item.at)}</div>`;
}

/** The wording with what goes and what comes, as `del` and `ins`; in lines of their own where hardly a word stays. */
function wordingToHtml(passage: string, wording: string | null): string {
  if (wording === null || wording === '') return '';
  const { isWhole, changes } = readableChanges(passage, wording);
  const words = changes.map(({ kind, text }) => {
    const tag = { kept: '', removed: 'del', added: 'ins' }[kind];
    if (tag === '') return escapeHtml(text);
    const [lead, words, trail] = withoutEdges(text);
    return `${lead}<${tag}>${escapeHtml(words)}</${tag}>${trail}`;
  });
  return `<p class="wording" dir="auto"><b>Suggested wording:</b> ${words.join(isWhole ? '<br>' : '')}</p>`;
}

function signOffToHtml({ signOff, staleness, status }: Check, people: People): string {
  const signed =
    signOff === null
      ? ''
      : `${signedBy(people, signOff.byId, signOff.at, '', 'Signed off by ')}<p class="facts">Bound to <code>${escapeHtml(signOff.hash)}</code></p>`;
  if (status !== 'stale' || staleness === null) return signed;
  return `${signed}${said(`Stale: the ${staleness.cause} changed after sign-off`, staleness, people, staleness.detail)}`;
}

type Said = { readonly byId: string; readonly at: string };

function said(name: string, { byId, at }: Said, people: People, words: string): string {
  return `<p><b>${name}:</b> ${escapeHtml(words)}</p>${signedBy(people, byId, at)}`;
}
