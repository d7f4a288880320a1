import type { z } from 'zod';
import type {
  checkPlanSchema,
  checkSchema,
  proposalFieldsSchema,
  proposalSchema,
  sealedSchema,
  secondCheckFieldsSchema,
  secondCheckSchema,
} from './check-schema';
import type { Instant } from './ids';
import type { Verdict } from './verdict';

/** Where the check of an annotation stands (product: the second axis). */
export const checkStatuses = [
  'unchecked',
  'assigned',
  'in_progress',
  'awaiting_source',
  'awaiting_author',
  'awaiting_reply',
  'proposed',
  'second_check',
  'signed_off',
  'disputed',
  'stale',
  'orphaned',
  'reopened',
] as const;
export type CheckStatus = (typeof checkStatuses)[number];

/** What a check comes to, and what each outcome demands: see `missingFor`. */
export const outcomes = [
  'confirmed',
  'confirmed_with_change',
  'incorrect',
  'on_author',
  'unverifiable',
  'cut',
  'not_checkable',
] as const;
export type Outcome = (typeof outcomes)[number];

export const checkPriorities = ['low', 'normal', 'high', 'urgent'] as const;
export type CheckPriority = (typeof checkPriorities)[number];

/** How thoroughly a claim is to be checked. */
export const checkDepths = ['quick', 'standard', 'deep'] as const;
export type CheckDepth = (typeof checkDepths)[number];

/** Why a mistake here would do particular harm. Any of them asks for two second checks. */
export const riskFlags = [
  'legal',
  'accusation',
  'health',
  'safety',
  'minors',
  'privacy',
  'election',
] as const;
export type RiskFlag = (typeof riskFlags)[number];

export const confidences = ['low', 'medium', 'high'] as const;
export type Confidence = (typeof confidences)[number];

export const waitingReasons = ['source', 'author', 'reply'] as const;
export type WaitingReason = (typeof waitingReasons)[number];

/** Who is to check the claim, by when, how deep and with what risk. */
export type CheckPlan = Readonly<z.infer<typeof checkPlanSchema>>;
/** What a proposer writes down. */
export type ProposalFields = Readonly<z.infer<typeof proposalFieldsSchema>>;
/** A proposed outcome, by whom, when and on which revision. */
export type CheckProposal = Readonly<z.infer<typeof proposalSchema>>;
/** Something that is there and that this reader may not see yet (blind second check). */
export type Sealed = Readonly<z.infer<typeof sealedSchema>>;
/** What a second checker records before anything is compared. */
export type SecondCheckFields = Readonly<z.infer<typeof secondCheckFieldsSchema>>;
/** An independent confirmation or contradiction by somebody other than the proposer. */
export type SecondCheck = Readonly<z.infer<typeof secondCheckSchema>>;
/** The whole check of one annotation as it stands. */
export type Check = Readonly<z.infer<typeof checkSchema>>;

/** The check of an annotation that nobody has begun. */
export const freshCheck: Check = {
  status: 'unchecked',
  version: 1,
  plan: { assigneeId: null, priority: 'normal', dueAt: null, depth: 'standard', riskFlags: [] },
  holder: null,
  waiting: null,
  proposal: null,
  secondChecks: [],
  dispute: null,
  decision: null,
  signOff: null,
  staleness: null,
  reopened: null,
};

export const isSealed = (thing: object): thing is Sealed => 'sealed' in thing;

/** The proposal, where it can be seen. */
export function openProposal({ proposal }: Check): CheckProposal | undefined {
  return proposal === null || isSealed(proposal) ? undefined : proposal;
}

/** The second checks that can be seen. */
export function openSecondChecks({ secondChecks }: Check): readonly SecondCheck[] {
  return secondChecks.filter((item): item is SecondCheck => !isSealed(item));
}

/** The statuses in which a proposal stands; in the others it is only what was proposed before. */
const standing: readonly CheckStatus[] = ['proposed', 'second_check', 'signed_off', 'disputed', 'stale'];

/** The proposal, where it can be seen and has not been withdrawn or reopened. */
export function standingProposal(check: Check): CheckProposal | undefined {
  return standing.includes(check.status) ? openProposal(check) : undefined;
}

/**
 * Whether a second check says the same as a proposal: outcome and verdict, not the words around them. Verdicts on one
 * scale agree by step, on different scales by what the steps mean.
 */
export function agrees(
  one: Pick<SecondCheck, 'outcome' | 'verdict'>,
  proposal: Pick<CheckProposal, 'outcome' | 'verdict'>,
): boolean {
  if (one.outcome !== proposal.outcome) return false;
  const [a, b] = [one.verdict, proposal.verdict];
  if (a === null || b === null) return a === b;
  const isOneScale = a.scaleId === b.scaleId && a.scaleVersion === b.scaleVersion;
  return isOneScale ? a.key === b.key : a.internal === b.internal;
}

/** Whether somebody stands behind a proposal as an author: now, before it was checked again, or as one of several. */
export function isProposer({ proposal }: Check, userId: string): boolean {
  if (proposal === null || proposal.byId === userId) return proposal !== null;
  if (isSealed(proposal)) return false;
  const { first, joined = [] } = proposal;
  return first?.byId === userId || joined.some(({ byId }) => byId === userId);
}

/** How many second checks a claim needs: two where a mistake would do particular harm. */
export function requiredSecondChecks({ plan }: Check): 1 | 2 {
  return plan.riskFlags.length > 0 ? 2 : 1;
}

/** People other than the proposer who stand behind the proposal: agreeing second checkers and a deciding editor. */
export function confirmersOf(check: Check): ReadonlySet<string> {
  const proposal = openProposal(check);
  if (proposal === undefined) return new Set(check.secondChecks.map(({ byId }) => byId));
  const ids = openSecondChecks(check)
    .filter((item) => agrees(item, proposal))
    .map(({ byId }) => byId);
  const all = check.decision === null ? ids : [...ids, check.decision.byId];
  return new Set(all.filter((id) => !isProposer(check, id)));
}

/** What an outcome demands and a proposal lacks, as sentences; empty when it is complete. */
export function missingFor(fields: ProposalFields): readonly string[] {
  const isBlank = (text: string | null): boolean => text === null || text.trim() === '';
  const missing: string[] = [];
  switch (fields.outcome) {
    case 'confirmed_with_change':
      if (isBlank(fields.suggestedWording)) missing.push('Write the wording that you suggest.');
      break;
    case 'incorrect':
      if (isBlank(fields.suggestedWording) && isBlank(fields.refusal))
        missing.push('Suggest a change, or write down why the text stays as it is and who decided so.');
      break;
    case 'on_author':
      if (isBlank(fields.onAuthorReason)) missing.push('Say why the writer answers for this.');
      break;
    case 'unverifiable':
      if (isBlank(fields.tried)) missing.push('Write down what you tried.');
      break;
    case 'confirmed':
    case 'cut':
    case 'not_checkable':
      break;
  }
  if (fields.confidence !== null && isBlank(fields.confidenceReason))
    missing.push('Say in a sentence why you are that sure.');
  return missing;
}

/** The same check with every person in it renamed, for files that come from another team. */
export function mapPeople(check: Check, to: (id: string) => string): Check {
  const by = <T extends { readonly byId: string } | null>(thing: T): T =>
    thing === null ? thing : { ...thing, byId: to(thing.byId) };
  const { plan, decision } = check;
  const proposed = <T extends Check['proposal']>(thing: T): T => {
    if (thing === null || isSealed(thing)) return by(thing);
    const { first, joined, seenBy } = thing;
    return {
      ...by(thing),
      ...(first && { first: by(first) }),
      ...(joined && { joined: joined.map(by) }),
      ...(Array.isArray(seenBy) && { seenBy: seenBy.map(to) }),
    };
  };
  return {
    ...check,
    plan: { ...plan, assigneeId: plan.assigneeId && to(plan.assigneeId) },
    holder: by(check.holder),
    waiting: by(check.waiting),
    proposal: proposed(check.proposal),
    secondChecks: check.secondChecks.map(by),
    dispute: by(check.dispute),
    decision: decision && { ...by(decision), overruled: proposed(decision.overruled) },
    signOff: by(check.signOff),
    staleness: by(check.staleness),
    reopened: by(check.reopened),
  };
}

/** Everybody who has a part in a check. */
export function peopleOfCheck(check: Check): readonly string[] {
  const ids: string[] = [];
  mapPeople(check, (id) => {
    ids.push(id);
    return id;
  });
  return ids;
}

/** The rating that a check gives out: only what can be seen and stands. */
export function verdictOf(check: Check): Verdict | null {
  return standingProposal(check)?.verdict ?? null;
}

/** The instant after which an open check is late; null when it has no deadline. */
export function dueAtOf(check: Check): Instant | null {
  return check.status === 'signed_off' ? null : check.plan.dueAt;
}
