import { type Check, openProposal } from '@/lib/domain/check';
import { mergeWords } from '@/lib/domain/text/merge-words';
import type { VerdictChoice } from '@/lib/domain/verdict';
import { type DemandedField, type ProposalDraft, seenIn } from './check-drafts';

/**
 * One proposal begun from two: what both say stands once, of texts nothing that either has typed is missing, and where
 * they differ in outcome or verdict a person chooses. Absent where there is no proposal to be seen.
 */
export function joinProposals(mine: ProposalDraft, check: Check, passage: string): ProposalDraft | undefined {
  const theirs = openProposal(check);
  if (theirs === undefined) return undefined;
  const { joining: _earlier, ...before } = mine;
  const isOneVerdict = isSameChoice(mine.verdict, theirs.verdict);
  const isOneConfidence = mine.confidence === theirs.confidence;
  const both = (field: DemandedField): string | null => orNull(bothTexts(mine[field], theirs[field]));
  return {
    ...mine,
    seen: seenIn(check),
    outcome: mine.outcome === null || mine.outcome === theirs.outcome ? theirs.outcome : null,
    verdict: isOneVerdict ? mine.verdict : null,
    suggestedWording: bothWordings(passage, mine.suggestedWording, theirs.suggestedWording),
    refusal: both('refusal'),
    onAuthorReason: both('onAuthorReason'),
    tried: both('tried'),
    rationale: bothTexts(mine.rationale, theirs.rationale),
    confidence: isOneConfidence ? mine.confidence : null,
    confidenceReason: orNull(bothTexts(mine.confidenceReason, theirs.confidenceReason)),
    joining: { mine: before, isVerdictOpen: !isOneVerdict },
  };
}

/** Two texts that began from nothing, one under the other; one that holds the other stands alone. */
function bothTexts(mine: string | null, theirs: string | null): string {
  const [one, other] = [(mine ?? '').trim(), (theirs ?? '').trim()];
  if (one.includes(other)) return one;
  return other.includes(one) ? other : `${one}\n\n${other}`;
}

/** Wordings of one passage began from it, and are joined word by word. */
function bothWordings(passage: string, mine: string | null, theirs: string | null): string | null {
  if (mine === null || mine.trim() === '') return theirs;
  return theirs === null ? mine : mergeWords({ base: passage, mine, theirs });
}

function isSameChoice(one: VerdictChoice | null, other: VerdictChoice | null): boolean {
  if (one === null || other === null) return one === other;
  return one.scaleId === other.scaleId && one.scaleVersion === other.scaleVersion && one.key === other.key;
}

const orNull = (text: string): string | null => (text === '' ? null : text);
