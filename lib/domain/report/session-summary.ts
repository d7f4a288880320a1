import { type Annotation, findOpenFlag } from '../annotation';
import type { ArticleState } from '../apply';
import { type CheckStatus, type Outcome, openProposal } from '../check';
import type { ArticleEvent } from '../events';
import { type HistoryKind, historyKinds, kindOfEvent } from '../history';
import type { Instant } from '../ids';
import { isChecked } from '../laws/check-laws';
import type { Session, Tally } from '../session';
import { type Clocks, clocksAfter, heldUntil } from '../session-clock';
import { inTextOrder } from '../text-order';
import { openQueries } from '../thread';
import { agreementOf, resultOf, type VoteAgreement, type VoteResult } from '../vote-result';

/** What somebody did during a session: how many happenings of each kind. */
export type Done = { readonly userId: string; readonly counts: Readonly<Record<HistoryKind, number>> };

/** An editor's word or a sign-off during the session. */
export type Decision = {
  readonly annotationId: string;
  readonly what: 'decided' | 'signed_off';
  readonly outcome: Outcome | null;
  readonly byId: string;
  readonly at: Instant;
  readonly note: string;
};

/** A claim that still waits for something at the end. */
export type OpenItem = {
  readonly annotationId: string;
  /** Null for a passage that is no claim and only flagged or asked about. */
  readonly status: CheckStatus | null;
  readonly queries: number;
  readonly isFlagged: boolean;
};

/** What a session came to: who did what, coverage, agreement, decisions, what is open. */
export type SessionSummary = {
  readonly session: Session;
  readonly people: readonly Done[];
  readonly coverage: { readonly before: Tally; readonly after: Tally };
  /** Claims and sourced facts, and how many of them are signed off. */
  readonly claims: { readonly total: number; readonly signedOff: number };
  readonly votes: readonly VoteResult[];
  /** Of the first rounds, and of the last ones; `after` is null where nothing was voted on again. */
  readonly agreement: { readonly before: VoteAgreement; readonly after: VoteAgreement | null };
  readonly decisions: readonly Decision[];
  readonly openItems: readonly OpenItem[];
  /** How long each claim was held, in milliseconds, those that were, longest first. */
  readonly held: readonly { readonly annotationId: string; readonly ms: number }[];
};

/**
 * Sums a session up. `state` is the article as it was after the last of `events`, which are those of the session, in
 * order: from the one that opened it to the one that closed it (or to the latest, while it is under way).
 */
export function summaryOf(
  session: Session,
  state: Pick<ArticleState, 'annotations' | 'ballots'>,
  events: readonly ArticleEvent[],
  coverageNow: Tally,
): SessionSummary {
  const annotations = Object.values(state.annotations).sort(inTextOrder);
  const claims = annotations.filter(isChecked);
  const order = new Map(annotations.map(({ id }, index) => [id, index]));
  const place = (id: string): number => order.get(id) ?? Number.MAX_SAFE_INTEGER;
  const votes = state.ballots
    .filter(({ sessionId }) => sessionId === session.id)
    .map(resultOf)
    .sort((a, b) => place(a.ballot.annotationId) - place(b.ballot.annotationId));
  return {
    session,
    people: doneBy(events),
    coverage: { before: session.coverageAtOpen, after: session.closing?.coverage ?? coverageNow },
    claims: {
      total: claims.length,
      signedOff: claims.filter(({ check }) => check.status === 'signed_off').length,
    },
    votes,
    agreement: {
      before: agreementOf(votes.flatMap(({ before }) => before ?? [])),
      after: votes.some(({ before, after }) => before !== after)
        ? agreementOf(votes.flatMap(({ after }) => after ?? []))
        : null,
    },
    decisions: events.flatMap((event) => decisionIn(event) ?? []),
    openItems: annotations.flatMap((annotation) => openItem(annotation) ?? []),
    held: heldIn(events),
  };
}

function doneBy(events: readonly ArticleEvent[]): readonly Done[] {
  const people = new Map<string, Record<HistoryKind, number>>();
  for (const { actor, body } of events) {
    // every kind of the list, each at nothing
    const none = () =>
      Object.fromEntries(historyKinds.map((kind) => [kind, 0])) as Record<HistoryKind, number>;
    const counts = people.get(actor.id) ?? none();
    counts[kindOfEvent[body.type]] += 1;
    people.set(actor.id, counts);
  }
  const all = [...people].map(([userId, counts]) => ({ userId, counts }));
  return all.sort((a, b) => sum(b) - sum(a) || (a.userId < b.userId ? -1 : 1));
}

const sum = ({ counts }: Done): number => Object.values(counts).reduce((total, count) => total + count, 0);

function decisionIn({ actor, at, body }: ArticleEvent): Decision | undefined {
  if (body.type !== 'check.decided' && body.type !== 'check.signed_off') return undefined;
  return {
    annotationId: body.annotationId,
    what: body.type === 'check.decided' ? 'decided' : 'signed_off',
    outcome: openProposal(body.check)?.outcome ?? null,
    byId: actor.id,
    at,
    note: body.reason,
  };
}

function openItem(annotation: Annotation): OpenItem | undefined {
  const { id, check, threads } = annotation;
  const queries = openQueries(threads).length;
  const isFlagged = findOpenFlag(annotation) !== undefined;
  const status = isChecked(annotation) ? check.status : null;
  const isDone = (status === null || status === 'signed_off') && queries === 0 && !isFlagged;
  return isDone ? undefined : { annotationId: id, status, queries, isFlagged };
}

function heldIn(events: readonly ArticleEvent[]): SessionSummary['held'] {
  const clocks = events.reduce<Clocks>((before, { body, at }) => clocksAfter(before, body, at), {});
  const until = events.at(-1)?.at ?? '';
  return Object.entries(clocks)
    .map(([annotationId, clock]) => ({ annotationId, ms: heldUntil(clock, until) }))
    .filter(({ ms }) => ms > 0)
    .sort((a, b) => b.ms - a.ms || (a.annotationId < b.annotationId ? -1 : 1));
}
