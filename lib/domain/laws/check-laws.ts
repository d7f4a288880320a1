import type { Actor } from '../actor';
import type { Annotation, Mark } from '../annotation';
import {
  type Check,
  type CheckStatus,
  confirmersOf,
  isProposer,
  isSealed,
  openProposal,
  requiredSecondChecks,
} from '../check';
import { type Action, can } from '../policy';
import { openQueries } from '../thread';
import { originWarning } from './independence';

/** What can be done to a check: the actions of its state machine. */
export const checkActs = [
  'plan',
  'begin',
  'release',
  'wait',
  'resume',
  'propose',
  'join',
  'withdraw',
  'review',
  'dispute',
  'decide',
  'sign_off',
  'reopen',
  'recheck',
] as const;
export type CheckAct = (typeof checkActs)[number];

const waiting = ['awaiting_source', 'awaiting_author', 'awaiting_reply'] as const;
const beforeProposal = ['unchecked', 'assigned', 'in_progress', ...waiting, 'reopened'] as const;

/** From which statuses each act may begin; everything else is refused. */
export const actsFrom: Readonly<Record<CheckAct, readonly CheckStatus[]>> = {
  plan: [...beforeProposal, 'proposed', 'second_check', 'disputed', 'stale', 'orphaned'],
  begin: [...beforeProposal, 'disputed', 'stale'],
  release: [...beforeProposal, 'disputed', 'stale'],
  wait: ['unchecked', 'assigned', 'in_progress', 'reopened'],
  resume: waiting,
  propose: beforeProposal,
  join: ['proposed'],
  withdraw: ['proposed'],
  review: ['proposed', 'second_check'],
  dispute: ['proposed', 'second_check', 'signed_off'],
  decide: ['disputed'],
  sign_off: ['second_check'],
  reopen: ['proposed', 'second_check', 'signed_off', 'disputed', 'stale'],
  recheck: ['stale'],
};

/**
 * Why an actor cannot do something to the check of an annotation now, in a sentence; absent when nothing stands
 * against it. The screen asks before the click, the server after it. What must be filled in is asked separately.
 */
export function refusalOfAct(act: CheckAct, actor: Actor, annotation: Annotation): string | undefined {
  const { check, mark } = annotation;
  const permission = can(actor, actionOf(act));
  if (!permission.allowed) return permission.reason;
  if (!isCheckedMark(mark)) return 'Only claims and sourced facts are checked. Change the mark first.';
  if (annotation.repeatsId !== null)
    return 'This passage only repeats a claim and has no check of its own. Check the claim that it repeats.';
  if (!actsFrom[act].includes(check.status)) return wrongStatus(act, check.status);
  return personalRefusal(act, actor, annotation);
}

/** Whether an annotation has a check of its own: a claim or a sourced fact that does not only repeat another one. */
export function isChecked({ mark, repeatsId }: Pick<Annotation, 'mark' | 'repeatsId'>): boolean {
  return isCheckedMark(mark) && repeatsId === null;
}

const isCheckedMark = (mark: Mark): boolean => mark === 'claim' || mark === 'sourced_fact';

/**
 * Why an annotation cannot be deleted now: other people’s confirmations, disputes and questions do not vanish without
 * a reason on the record. Absent when nothing stands against it.
 */
export function refusalOfDeletion(annotation: Annotation): string | undefined {
  const { check, threads } = annotation;
  const isConfirmed = ['second_check', 'signed_off', 'disputed', 'stale'].includes(check.status);
  if (isChecked(annotation) && isConfirmed)
    return `This claim is ${statusNames[check.status]}. Reopen it first and say why, then delete it.`;
  if (openQueries(threads).length > 0)
    return 'An author query is open here. Settle it before you delete the mark.';
  return undefined;
}

/** The action of the rule book that an act needs. */
function actionOf(act: CheckAct): Extract<Action, `check.${string}`> {
  return `check.${act}`;
}

function personalRefusal(act: CheckAct, actor: Actor, annotation: Annotation): string | undefined {
  const { check } = annotation;
  switch (act) {
    case 'begin':
      return check.holder?.byId === actor.userId ? 'You are on this claim already.' : undefined;
    case 'release':
      if (check.holder === null) return 'Nobody is on this claim.';
      return check.holder.byId === actor.userId || can(actor, 'check.decide').allowed
        ? undefined
        : 'Only who is on this claim, or an editor, can let go of it.';
    case 'withdraw':
      if (check.proposal?.byId !== actor.userId && !can(actor, 'check.decide').allowed)
        return 'Only its proposer or an editor can withdraw a proposal.';
      return undefined;
    case 'review':
      if (isProposer(check, actor.userId))
        return 'The proposer cannot be the second checker. Somebody else must look.';
      return check.secondChecks.some(({ byId }) => byId === actor.userId)
        ? 'You have recorded your second check already.'
        : undefined;
    case 'join':
      if (check.proposal?.byId === actor.userId)
        return 'The proposal is your own. Withdraw it to put another in its place.';
      return unseenRefusal(check);
    case 'dispute':
      return unseenRefusal(check);
    case 'sign_off':
      return refusalOfSignOff(actor, annotation);
    default:
      return undefined;
  }
}

function unseenRefusal({ proposal }: Check): string | undefined {
  return proposal !== null && isSealed(proposal)
    ? 'You have not seen the proposal yet. Record your own second check first.'
    : undefined;
}

function refusalOfSignOff(actor: Actor, { check, threads }: Annotation): string | undefined {
  if (check.proposal === null) return 'There is no proposal to sign off.';
  if (isProposer(check, actor.userId)) return 'Who proposed an outcome cannot sign it off: four eyes.';
  const missing = requiredSecondChecks(check) - confirmersOf(check).size;
  if (missing > 0)
    return requiredSecondChecks(check) === 1
      ? 'A second check that agrees is needed before anybody signs off.'
      : missing === 1
        ? 'One more second check is needed, because of the risk flag.'
        : 'Two second checks are needed, because of the risk flag.';
  const open = openQueries(threads).length;
  if (open > 0)
    return open === 1
      ? 'An author query is open. Settle it first.'
      : `There are ${open} open author queries. Settle them first.`;
  return undefined;
}

function wrongStatus(act: CheckAct, status: CheckStatus): string {
  if (act === 'sign_off' && status === 'proposed')
    return 'A second check is needed before anybody signs off.';
  if (act === 'sign_off' && status === 'disputed')
    return 'This claim is disputed. An editor must decide first.';
  if (act === 'sign_off' && status === 'stale')
    return 'Something changed after sign-off. Check it again first.';
  if (act === 'plan' && status === 'signed_off')
    return 'This claim is signed off. Reopen it to plan it anew.';
  return `${actNames[act]} is not possible while the claim is ${statusNames[status]}.`;
}

/** What the acts and statuses are called in a sentence. */
const actNames: Readonly<Record<CheckAct, string>> = {
  plan: 'Planning',
  begin: 'Taking the claim',
  release: 'Letting go',
  wait: 'Waiting for somebody',
  resume: 'Going on',
  propose: 'Proposing an outcome',
  join: 'Merging two proposals',
  withdraw: 'Withdrawing a proposal',
  review: 'A second check',
  dispute: 'Disputing',
  decide: 'An editor’s decision',
  sign_off: 'Sign-off',
  reopen: 'Reopening',
  recheck: 'Checking again',
};

const statusNames: Readonly<Record<CheckStatus, string>> = {
  unchecked: 'unchecked',
  assigned: 'only assigned',
  in_progress: 'in progress',
  awaiting_source: 'waiting for a source',
  awaiting_author: 'waiting for the writer',
  awaiting_reply: 'waiting for a reply',
  proposed: 'proposed',
  second_check: 'second-checked',
  signed_off: 'signed off',
  disputed: 'disputed',
  stale: 'stale',
  orphaned: 'orphaned',
  reopened: 'reopened',
};

/** What is worth a second look before sign-off, although it forbids nothing (product: invariant 3). */
export function warningsBeforeSignOff(annotation: Annotation): readonly string[] {
  const proposal = openProposal(annotation.check);
  const { evidence } = annotation;
  const warnings: string[] = [];
  if (proposal?.verdict && evidence.length === 0) warnings.push('There is a verdict and no evidence.');
  const unlocated = evidence.filter(({ locator, accessedOn }) => locator === null || accessedOn === null);
  if (unlocated.length > 0)
    warnings.push(
      unlocated.length === 1
        ? `“${unlocated[0]?.title}” has no locator or no access date.`
        : `${unlocated.length} pieces of evidence have no locator or no access date.`,
    );
  const origin = originWarning(evidence);
  if (origin !== undefined) warnings.push(origin);
  return warnings;
}
