import { z } from 'zod';
import { type Instant, idSchema } from './ids';
import { type Verdict, verdictChoiceSchema, verdictSchema } from './verdict';

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

const instantSchema = z.iso.datetime();

/** Who is to check the claim, by when, how deep and with what risk. */
export const checkPlanSchema = z.strictObject({
  assigneeId: idSchema.nullable(),
  priority: z.enum(checkPriorities),
  dueAt: instantSchema.nullable(),
  depth: z.enum(checkDepths),
  riskFlags: z.array(z.enum(riskFlags)).max(riskFlags.length),
});
export type CheckPlan = Readonly<z.infer<typeof checkPlanSchema>>;

const words = (most: number) => z.string().trim().max(most);
const reason = words(2_000).min(1, 'Say why.');
export const reasonSchema = reason;

const proposalShape = {
  outcome: z.enum(outcomes, 'Choose an outcome.'),
  /** The correction proposed for the passage, whole. */
  suggestedWording: words(10_000).nullable(),
  /** For `incorrect` without a change: why the text stays as it is, and who said so. */
  refusal: words(2_000).nullable(),
  /** For `on_author`: why the writer answers for it. */
  onAuthorReason: words(2_000).nullable(),
  /** For `unverifiable`: what was tried. */
  tried: words(5_000).nullable(),
  /** How the checker came to it. */
  rationale: words(10_000),
  confidence: z.enum(confidences).nullable(),
  confidenceReason: words(1_000).nullable(),
};

/** What a proposer writes down. */
export const proposalFieldsSchema = z.strictObject({
  ...proposalShape,
  verdict: verdictChoiceSchema.nullable(),
});
export type ProposalFields = Readonly<z.infer<typeof proposalFieldsSchema>>;

const said = { byId: idSchema, at: instantSchema };

const proposalSchema = z.strictObject({
  ...proposalShape,
  verdict: verdictSchema.nullable(),
  ...said,
  revisionId: idSchema,
  /** Who proposed it at first, where somebody has checked it again after a change. */
  first: z.strictObject(said).optional(),
  /** Who has seen it, where the rest of the check does not tell any more; nobody of them is blind to it. */
  seenBy: z.union([z.literal('everybody'), z.array(idSchema)]).optional(),
});
/** A proposed outcome, by whom, when and on which revision. */
export type CheckProposal = Readonly<z.infer<typeof proposalSchema>>;

const sealedSchema = z.strictObject({ sealed: z.literal(true), ...said });
/** Something that is there and that this reader may not see yet (blind second check). */
export type Sealed = Readonly<z.infer<typeof sealedSchema>>;

/** What a second checker records before anything is compared. */
export const secondCheckFieldsSchema = z.strictObject({
  outcome: z.enum(outcomes, 'Choose an outcome.'),
  verdict: verdictChoiceSchema.nullable(),
  note: words(5_000),
  /** Where the second checker would change the text too. */
  suggestedWording: words(10_000).nullable(),
});
export type SecondCheckFields = Readonly<z.infer<typeof secondCheckFieldsSchema>>;

const secondCheckSchema = z.strictObject({
  id: idSchema,
  outcome: z.enum(outcomes),
  verdict: verdictSchema.nullable(),
  note: words(5_000),
  suggestedWording: words(10_000).nullable(),
  byId: idSchema,
  at: instantSchema,
  /** Recorded without having seen the proposal. */
  isBlind: z.boolean(),
});
/** An independent confirmation or contradiction by somebody other than the proposer. */
export type SecondCheck = Readonly<z.infer<typeof secondCheckSchema>>;

/** The whole check of one annotation as it stands. Schema of the stored form, of events and of Galley files. */
export const checkSchema = z.strictObject({
  status: z.enum(checkStatuses),
  version: z.int().min(1),
  plan: checkPlanSchema,
  /** Who is on this claim now. */
  holder: z.strictObject(said).nullable(),
  waiting: z.strictObject({ ...said, on: z.enum(waitingReasons), reason: z.string() }).nullable(),
  proposal: z.union([proposalSchema, sealedSchema]).nullable(),
  secondChecks: z.array(z.union([secondCheckSchema, sealedSchema])),
  dispute: z.strictObject({ ...said, reason: z.string() }).nullable(),
  /** An editor's decision of a dispute; `overruled` keeps the proposal that did not stand. */
  decision: z.strictObject({ ...said, note: z.string(), overruled: proposalSchema.nullable() }).nullable(),
  /** Binds to the revision and to a hash of passage, outcome, verdict, wording and evidence (`boundContent`). */
  signOff: z.strictObject({ ...said, revisionId: idSchema, hash: z.string() }).nullable(),
  /** What changed after a second check or a sign-off, by whom. */
  staleness: z.strictObject({ ...said, cause: z.string(), detail: z.string() }).nullable(),
  reopened: z.strictObject({ ...said, reason: z.string() }).nullable(),
});
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

/** Whether somebody stands behind a proposal as its author, now or before it was checked again. */
export function isProposer({ proposal }: Check, userId: string): boolean {
  if (proposal === null) return false;
  return proposal.byId === userId || (!isSealed(proposal) && proposal.first?.byId === userId);
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
    const { first, seenBy } = thing;
    return {
      ...by(thing),
      ...(first && { first: by(first) }),
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
