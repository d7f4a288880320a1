import {
  type Check,
  missingFor,
  type Outcome,
  type ProposalFields,
  type SecondCheckFields,
} from '@/lib/domain/check';
import type { VerdictChoice } from '@/lib/domain/verdict';

/** A proposal being written: nothing is chosen at first. `seen` tells whether the check has moved on since. */
export type ProposalDraft = Omit<ProposalFields, 'outcome'> &
  Choosing & {
    /** While it is being made of one's own and somebody else's: one's own as it was, and whether a verdict is to be chosen. */
    readonly joining?: { readonly mine: Omit<ProposalDraft, 'joining'>; readonly isVerdictOpen: boolean };
  };

/** A second check being written. Its id stays the same however often it is sent. */
export type SecondCheckDraft = Omit<SecondCheckFields, 'outcome'> &
  Choosing & { readonly secondCheckId: string };

/** A decision being written: which side stands, `proposal` or the id of a second check. */
export type DecisionDraft = { readonly upholds: string | null; readonly note: string; readonly seen: string };

type Choosing = {
  readonly outcome: Outcome | null;
  /** The scale that is shown while no step of it is chosen; null for the team's first. */
  readonly scaleId: string | null;
  readonly seen: string;
};

/**
 * What a conclusion rests on, to notice that others concluded something meanwhile. Plans and holders do not count, nor
 * that somebody was given the claim or took it.
 */
export function seenIn({ status, proposal, secondChecks, decision }: Check): string {
  return JSON.stringify([
    status === 'assigned' || status === 'in_progress' ? 'unchecked' : status,
    proposal?.byId ?? null,
    proposal?.at ?? null,
    secondChecks.length,
    decision?.at ?? null,
  ]);
}

/** An empty proposal on a check. */
export function blankProposal(check: Check): ProposalDraft {
  return {
    outcome: null,
    scaleId: null,
    seen: seenIn(check),
    verdict: null,
    suggestedWording: null,
    refusal: null,
    onAuthorReason: null,
    tried: null,
    rationale: '',
    confidence: null,
    confidenceReason: null,
  };
}

/** An empty second check. */
export function blankSecondCheck(check: Check, secondCheckId: string): SecondCheckDraft {
  const seen = seenIn(check);
  return {
    outcome: null,
    scaleId: null,
    seen,
    verdict: null,
    note: '',
    suggestedWording: null,
    secondCheckId,
  };
}

/** The fields of a proposal beside outcome, verdict, rationale and confidence. */
export type DemandedField = 'suggestedWording' | 'refusal' | 'onAuthorReason' | 'tried';

/** What each outcome asks for; the first field of an outcome is the one that must not be missing. */
export const demandedFields: Readonly<Record<Outcome, readonly DemandedField[]>> = {
  confirmed: [],
  confirmed_with_change: ['suggestedWording'],
  incorrect: ['suggestedWording', 'refusal'],
  on_author: ['onAuthorReason'],
  unverifiable: ['tried'],
  cut: [],
  not_checkable: [],
};

/** What is wrong with a form, by field; or the fields to send. */
export type Checked<Fields> =
  | { readonly fields: Fields }
  | { readonly problems: Readonly<Record<string, string>> };

const chooseOutcome = { problems: { outcome: 'Choose an outcome.' } };

/** The proposal that a form says about a passage: what its outcome does not ask for is left out. */
export function proposalIn(draft: ProposalDraft, passage: string): Checked<ProposalFields> {
  const { outcome, rationale, confidence } = draft;
  if (outcome === null) return chooseOutcome;
  const asked = demandedFields[outcome];
  const given = (field: DemandedField): string | null =>
    asked.includes(field) ? orNull(draft[field]) : null;
  const fields: ProposalFields = {
    outcome,
    verdict: choiceIn(draft.verdict),
    suggestedWording: asked.includes('suggestedWording')
      ? changedWording(draft.suggestedWording, passage)
      : null,
    refusal: given('refusal'),
    onAuthorReason: given('onAuthorReason'),
    tried: given('tried'),
    rationale: rationale.trim(),
    confidence,
    confidenceReason: confidence === null ? null : orNull(draft.confidenceReason),
  };
  const lacking = missingFor({ ...fields, confidence: null });
  const unsure = missingFor(fields).slice(lacking.length);
  const problems = {
    ...(draft.joining?.isVerdictOpen === true && { verdict: 'Choose a verdict: the two differ.' }),
    ...(lacking[0] !== undefined && { [asked[0] ?? 'outcome']: lacking[0] }),
    ...(unsure[0] !== undefined && { confidenceReason: unsure[0] }),
  };
  return Object.keys(problems).length === 0 ? { fields } : { problems };
}

/**
 * The second check that a form says. What its outcome asks for besides a wording stands in the note: without it no
 * editor could decide for this side.
 */
export function secondCheckIn(draft: SecondCheckDraft, passage: string): Checked<SecondCheckFields> {
  const { outcome } = draft;
  if (outcome === null) return chooseOutcome;
  const note = draft.note.trim();
  const asksWording = demandedFields[outcome].includes('suggestedWording');
  const suggestedWording = asksWording ? changedWording(draft.suggestedWording, passage) : null;
  const fields = { outcome, verdict: choiceIn(draft.verdict), note, suggestedWording };
  const [missing] = missingFor({
    ...fields,
    refusal: note,
    onAuthorReason: note,
    tried: note,
    rationale: note,
    confidence: null,
    confidenceReason: null,
  });
  if (missing === undefined) return { fields };
  return { problems: { [asksWording ? 'suggestedWording' : 'note']: missing } };
}

/**
 * What one was about to propose, as a second check of what somebody else has proposed meanwhile: outcome, verdict and
 * wording as they are, and all other words in its note.
 */
export function asSecondCheck(
  draft: ProposalDraft,
  check: Check,
  passage: string,
  secondCheckId: string,
): SecondCheckDraft {
  const { outcome, scaleId, verdict } = draft;
  const wording = orNull(draft.suggestedWording);
  const hasWording = outcome !== null && demandedFields[outcome].includes('suggestedWording');
  return {
    ...blankSecondCheck(check, secondCheckId),
    outcome,
    scaleId,
    verdict,
    suggestedWording: hasWording ? wording : null,
    note: wordsOfProposal(draft, passage, hasWording),
  };
}

/** Everything that was typed into a proposal, each on a line of its own. */
export function wordsOfProposal(
  draft: Omit<ProposalFields, 'outcome' | 'verdict' | 'confidence'>,
  passage: string,
  isWithoutWording = false,
): string {
  const { suggestedWording, refusal, onAuthorReason, tried, rationale, confidenceReason } = draft;
  const wording = isWithoutWording ? null : changedWording(suggestedWording, passage);
  return [rationale, refusal, onAuthorReason, tried, wording, confidenceReason]
    .flatMap((words) => orNull(words) ?? [])
    .join('\n');
}

/** A wording that differs from the passage; null when nothing would change. */
function changedWording(wording: string | null, passage: string): string | null {
  const trimmed = orNull(wording);
  return trimmed === passage.trim() ? null : trimmed;
}

function choiceIn(verdict: VerdictChoice | null): VerdictChoice | null {
  if (verdict === null) return null;
  const { scaleId, scaleVersion, key } = verdict;
  return { scaleId, scaleVersion, key };
}

const orNull = (words: string | null): string | null =>
  words === null || words.trim() === '' ? null : words.trim();
