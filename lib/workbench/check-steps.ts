import type { Actor } from '@/lib/domain/actor';
import type { Annotation } from '@/lib/domain/annotation';
import { type CheckStatus, confirmersOf, requiredSecondChecks } from '@/lib/domain/check';
import { type CheckAct, refusalOfAct } from '@/lib/domain/laws/check-laws';

/** One step that a card offers: why it cannot be taken now, and whether it is the next one. */
export type CheckStep = {
  readonly act: CheckAct;
  readonly refusal: string | undefined;
  readonly isNext: boolean;
};

/** The steps of a check as a card shows them: in sight, and behind a menu. Taking over and planning stand elsewhere. */
export type CheckSteps = { readonly shown: readonly CheckStep[]; readonly more: readonly CheckStep[] };

/** What can be done to a check now, in the order of the trade; what the rules forbid stays in it with its reason. */
export function stepsOf(annotation: Annotation, actor: Actor): CheckSteps {
  const { shown, more } = offered(annotation);
  const allowed = (act: CheckAct): boolean => refusalOfAct(act, actor, annotation) === undefined;
  const isTaken =
    annotation.check.holder !== null && annotation.check.holder.byId !== actor.userId && isBefore(annotation);
  const next = isTaken ? undefined : shown.find((act) => isForward.has(act) && allowed(act));
  const step = (act: CheckAct): CheckStep => ({
    act,
    refusal: refusalOfAct(act, actor, annotation),
    isNext: act === next,
  });
  return { shown: shown.map(step), more: more.map(step) };
}

/** Steps that bring a check on. */
const isForward: ReadonlySet<CheckAct> = new Set([
  'begin',
  'resume',
  'propose',
  'review',
  'sign_off',
  'decide',
  'recheck',
]);

type Offered = { readonly shown: readonly CheckAct[]; readonly more: readonly CheckAct[] };

function offered(annotation: Annotation): Offered {
  const { check } = annotation;
  if (check.status === 'second_check') {
    const isEnough = confirmersOf(check).size >= requiredSecondChecks(check);
    return {
      shown: isEnough ? ['sign_off', 'dispute'] : ['review', 'sign_off', 'dispute'],
      more: ['reopen'],
    };
  }
  // Who has begun goes on; nobody needs to take a claim that was in work already.
  const isFresh = check.holder === null && check.status !== 'in_progress';
  if (isBefore(annotation)) return { shown: isFresh ? ['begin', 'propose'] : ['propose'], more: ['wait'] };
  return offers[check.status] ?? { shown: [], more: [] };
}

const before: readonly CheckStatus[] = ['unchecked', 'assigned', 'in_progress', 'reopened'];
const isBefore = ({ check }: Annotation): boolean => before.includes(check.status);

const awaiting: Offered = { shown: ['resume', 'propose'], more: [] };

const offers: Partial<Readonly<Record<CheckStatus, Offered>>> = {
  awaiting_source: awaiting,
  awaiting_author: awaiting,
  awaiting_reply: awaiting,
  proposed: { shown: ['review', 'sign_off'], more: ['dispute', 'withdraw', 'reopen'] },
  disputed: { shown: ['decide'], more: ['reopen'] },
  signed_off: { shown: ['dispute', 'reopen'], more: [] },
  stale: { shown: ['recheck', 'reopen'], more: [] },
};
