import type { Annotation } from '../annotation';
import {
  agrees,
  type Check,
  type CheckPlan,
  type CheckProposal,
  type CheckStatus,
  isProposer,
  missingFor,
  openProposal,
  openSecondChecks,
  type ProposalFields,
  type SecondCheck,
} from '../check';
import type { Command, CommandOf } from '../commands';
import { DomainError } from '../errors';
import type { CheckEventBody, EventBody } from '../events';
import { can, ensureCan } from '../policy';
import { findVerdict, type Verdict, type VerdictChoice } from '../verdict';
import { isBlindTo, sealCheck, witnessed } from './blind';
import { boundContent } from './bound-content';
import { type CheckAct, refusalOfAct } from './check-laws';
import type { Given } from './decide';
import { difference, ensureVersion, named } from './decide-parts';
import { missingForSecondCheck, proposalFrom } from './second-check';

/** A command about the check of an annotation. */
export type CheckCommand = Extract<Command, { readonly type: `check.${string}` }>;

/**
 * One step of the state machine of a check (product: the second axis), or the refusal: FORBIDDEN for what the rule
 * book forbids, STALE for an overtaken version, INVALID for what the state or a missing field forbids.
 */
export function decideCheck(command: CheckCommand, given: Given): EventBody {
  const annotation = named(given);
  const { check } = annotation;
  ensureCan(given.actor, command.type);
  // What stands against it is asked of what the actor sees, so that screen and server say the same.
  const seen = sealCheck(check, given.actor.userId, given.rules?.blindSecondCheck ?? false);
  ensureVersion(command.version, seen, 'The check of this claim');
  const refusal = refusalOfAct(actOf(command.type), given.actor, { ...annotation, check: seen });
  if (refusal !== undefined) throw new DomainError('INVALID', refusal, { current: seen });
  const body = step(command, given, annotation);
  return { ...body, annotationId: annotation.id, check: { ...body.check, version: check.version + 1 } };
}

type Step = Omit<CheckEventBody, 'annotationId'>;

/** One case for each step, so that a new one does not compile without its law. */
function step(command: CheckCommand, given: Given, annotation: Annotation): Step {
  const { check } = annotation;
  const { userId: byId } = given.actor;
  const said = { byId, at: given.at };
  switch (command.type) {
    case 'check.plan':
      return plan(command, given, check);
    case 'check.begin': {
      const status = isBeforeWork(check.status) ? 'in_progress' : check.status;
      return { type: 'check.begun', check: { ...check, status, holder: said }, reason: '' };
    }
    case 'check.release':
      return { type: 'check.released', check: { ...check, holder: null }, reason: '' };
    case 'check.wait': {
      const { on, reason } = command;
      const waiting = { ...said, on, reason };
      return { type: 'check.waiting', check: { ...check, status: `awaiting_${on}`, waiting }, reason };
    }
    case 'check.resume':
      return {
        type: 'check.resumed',
        check: { ...check, status: 'in_progress', waiting: null },
        reason: '',
      };
    case 'check.propose':
      return propose(command.fields, given, check);
    case 'check.join':
      return propose(command.fields, given, check, takenIn(check, byId));
    case 'check.withdraw':
      return {
        type: 'check.withdrawn',
        check: { ...begunAnew(check), status: 'in_progress' },
        reason: command.reason,
      };
    case 'check.review':
      return review(command, given, check);
    case 'check.dispute': {
      const { reason } = command;
      const dispute = { ...said, reason };
      return {
        type: 'check.disputed',
        check: { ...check, status: 'disputed', dispute, decision: null, signOff: null },
        reason,
      };
    }
    case 'check.decide':
      return settleDispute(command, given, check);
    case 'check.sign_off': {
      const proposal = openProposal(check);
      if (proposal === undefined) throw new DomainError('INVALID', 'There is no proposal to sign off.');
      const hash = given.hashOf?.(boundContent(annotation, proposal)) ?? '';
      const signOff = { ...said, revisionId: given.revision.id, hash };
      return {
        type: 'check.signed_off',
        check: { ...check, status: 'signed_off', signOff, staleness: null, holder: null },
        reason: '',
      };
    }
    case 'check.reopen': {
      const { reason } = command;
      const reopened = { ...said, reason };
      return { type: 'check.reopened', check: { ...begunAnew(check), status: 'reopened', reopened }, reason };
    }
    case 'check.recheck': {
      const proposal = openProposal(check);
      if (proposal === undefined) throw new DomainError('INVALID', 'There is no proposal to check again.');
      const first = proposal.first ?? { byId: proposal.byId, at: proposal.at };
      const again = {
        ...proposal,
        ...said,
        revisionId: given.revision.id,
        first,
        seenBy: 'everybody',
      } as const;
      return {
        type: 'check.rechecked',
        check: { ...begunAnew(check), status: 'proposed', proposal: again, holder: null },
        reason: '',
      };
    }
  }
}

function plan(command: CommandOf<'check.plan'>, given: Given, check: Check): Step {
  const { rules } = given;
  const { changes, before } = difference<CheckPlan, keyof CheckPlan>(check.plan, command.changes);
  const next = { ...check.plan, ...changes };
  if (check.plan.riskFlags.some((flag) => !next.riskFlags.includes(flag))) ensureMayUnflag(given, check);
  if (changes.assigneeId) {
    const member = rules?.members.find(({ id }) => id === changes.assigneeId);
    if (member === undefined) throw new DomainError('INVALID', 'This person is not in the team any more.');
    if (member.role === 'viewer')
      throw new DomainError('INVALID', `${member.name} is a viewer and cannot check claims.`);
  }
  const status = planned(check.status, next);
  // A further risk flag asks for a further second check; who has seen the proposal already is not blind to it.
  const proposal = check.status === 'second_check' ? witnessed(check) : check.proposal;
  return { type: 'check.planned', check: { ...check, status, proposal, plan: next }, before, reason: '' };
}

/** A risk flag asks for more eyes on a proposal: who proposed must not be able to take that back. */
function ensureMayUnflag({ actor }: Given, check: Check): void {
  if (check.proposal === null) return;
  if (!can(actor, 'check.decide').allowed)
    throw new DomainError(
      'FORBIDDEN',
      'Once an outcome is proposed, only an editor can take a risk flag away.',
    );
  if (isProposer(check, actor.userId))
    throw new DomainError(
      'INVALID',
      'You proposed the outcome. Another editor must take the risk flag away.',
    );
}

/** A claim that nobody has begun is `assigned` while somebody is to check it. */
function planned(status: CheckStatus, { assigneeId }: CheckPlan): CheckStatus {
  if (status === 'unchecked' && assigneeId !== null) return 'assigned';
  if (status === 'assigned' && assigneeId === null) return 'unchecked';
  return status;
}

function propose(
  fields: ProposalFields,
  given: Given,
  check: Check,
  more: Pick<CheckProposal, 'joined' | 'seenBy'> = {},
): Step {
  const missing = missingFor(fields);
  if (missing.length > 0) throw new DomainError('INVALID', missing.join(' '));
  const proposal: CheckProposal = {
    ...fields,
    ...more,
    verdict: chosen(fields.verdict, given),
    byId: given.actor.userId,
    at: given.at,
    revisionId: given.revision.id,
  };
  return {
    type: 'check.proposed',
    check: { ...begunAnew(check), status: 'proposed', proposal, holder: null, waiting: null },
    reason: '',
  };
}

/** Who else stands behind a proposal that takes in the one that is there; whoever saw that one is not blind to it. */
function takenIn(check: Check, byId: string): Pick<CheckProposal, 'joined' | 'seenBy'> {
  const theirs = openProposal(check);
  if (theirs === undefined) throw new DomainError('INVALID', 'There is no proposal to merge with.');
  const { joined = [], first, seenBy } = theirs;
  const others = [...joined, ...(first ? [first] : []), { byId: theirs.byId, at: theirs.at }];
  return {
    joined: others.filter(
      (one, at) => one.byId !== byId && others.findIndex((other) => other.byId === one.byId) === at,
    ),
    ...(seenBy && { seenBy }),
  };
}

function review(command: CommandOf<'check.review'>, given: Given, check: Check): Step {
  const { secondCheckId, fields } = command;
  if (openSecondChecks(check).some(({ id }) => id === secondCheckId))
    throw new DomainError('INVALID', 'This second check is recorded already.');
  const proposal = openProposal(check);
  const secondCheck: SecondCheck = {
    ...fields,
    id: secondCheckId,
    verdict: chosen(fields.verdict, given),
    byId: given.actor.userId,
    at: given.at,
    isBlind: isBlindTo(check, given.actor.userId, given.rules?.blindSecondCheck ?? false),
  };
  const secondChecks = [...check.secondChecks, secondCheck];
  // The browser of a blind second checker cannot compare; the server's answer corrects what it shows meanwhile.
  const agreed = proposal === undefined || agrees(secondCheck, proposal);
  // What may come to stand against the proposal must be complete by itself.
  const missing = agreed && !secondCheck.isBlind ? [] : missingForSecondCheck(fields);
  if (missing.length > 0) throw new DomainError('INVALID', missing.join(' '));
  if (agreed) {
    return {
      type: 'check.reviewed',
      check: { ...check, status: 'second_check', secondChecks },
      reason: fields.note,
    };
  }
  const dispute = {
    byId: given.actor.userId,
    at: given.at,
    reason: fields.note === '' ? 'The second check came to another outcome.' : fields.note,
  };
  return {
    type: 'check.reviewed',
    check: { ...check, status: 'disputed', secondChecks, dispute, decision: null },
    reason: fields.note,
  };
}

/** An editor decides which side of a dispute stands; the other one is kept. Nobody decides for their own side. */
function settleDispute(command: CommandOf<'check.decide'>, given: Given, check: Check): Step {
  const { upholds, note } = command;
  const proposal = openProposal(check);
  if (proposal === undefined) throw new DomainError('INVALID', 'There is no proposal to decide about.');
  const side = upholds === 'proposal' ? proposal : openSecondChecks(check).find(({ id }) => id === upholds);
  if (side === undefined) throw new DomainError('INVALID', 'This second check is not there any more.');
  const isOwn = side === proposal ? isProposer(check, given.actor.userId) : side.byId === given.actor.userId;
  if (isOwn) throw new DomainError('INVALID', 'You cannot decide for your own side. Another editor must.');
  const stands = 'rationale' in side ? side : proposalFrom(side, proposal);
  const missing = missingFor(stands);
  if (missing.length > 0) throw new DomainError('INVALID', missing.join(' '));
  const overruled = stands === proposal ? null : proposal;
  const decision = { byId: given.actor.userId, at: given.at, note, overruled };
  return {
    type: 'check.decided',
    check: { ...check, status: 'second_check', proposal: stands, decision },
    reason: note,
  };
}

/** The check without what earlier rounds concluded; their events keep it. */
function begunAnew(check: Check): Check {
  return {
    ...check,
    proposal: witnessed(check),
    secondChecks: [],
    dispute: null,
    decision: null,
    signOff: null,
    staleness: null,
    reopened: null,
  };
}

function chosen(choice: VerdictChoice | null, { rules }: Given): Verdict | null {
  if (choice === null) return null;
  const verdict = findVerdict(rules?.scales ?? [], choice);
  if (verdict === undefined)
    throw new DomainError('INVALID', 'This rating is not on the scale any more. Choose again.');
  return verdict;
}

function isBeforeWork(status: CheckStatus): boolean {
  return status === 'unchecked' || status === 'assigned' || status === 'reopened';
}

function actOf(type: CheckCommand['type']): CheckAct {
  // the names of the commands are `check.` and the name of the act
  return type.slice('check.'.length) as CheckAct;
}
