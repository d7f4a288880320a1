'use client';

import type { Annotation } from '@/lib/domain/annotation';
import { type CheckProposal, openProposal } from '@/lib/domain/check';
import { findVerdict, type VerdictChoice } from '@/lib/domain/verdict';
import type { ProposalDraft } from '@/lib/workbench/check-drafts';

import { messages } from '../../messages';
import { check } from '../../messages/check';
import { claimWords } from '../../messages/claim-words';
import { Button } from '../../ui/Button';
import { RadioGroup } from '../../ui/RadioGroup';
import { Side } from '../TwoTexts';
import { useWorkbench } from '../workbench-context';

const words = check.form.join;

type BothProposalsProps = {
  readonly annotation: Annotation;
  readonly values: ProposalDraft;
  readonly joining: NonNullable<ProposalDraft['joining']>;
  /** What is wrong with the choice of a verdict. */
  readonly error: string | undefined;
  readonly onChange: (changes: Partial<ProposalDraft>) => void;
  readonly onBack: () => void;
};

/** The two proposals that one is made of, side by side as they were, and which verdict stands where they differ. */
export function BothProposals({ annotation, values, joining, error, onChange, onBack }: BothProposalsProps) {
  const { people, rules } = useWorkbench();
  const theirs = openProposal(annotation.check);
  if (theirs === undefined) return null;
  const { mine } = joining;
  const passage = annotation.anchor.exact;
  const name = people[theirs.byId]?.name ?? messages.margin.card.unknownPerson;
  const nameOfVerdict = (verdict: VerdictChoice | null): string =>
    (verdict && findVerdict(rules.scales, verdict)?.label) ?? check.form.noVerdict;
  const sides = { mine: mine.verdict, theirs: choiceOf(theirs) };
  const isSame = nameOfVerdict(sides.mine) === nameOfVerdict(sides.theirs);
  return (
    <section aria-label={words.both} className="rounded-lg border bg-wash px-2.5 py-2">
      <div className="grid grid-cols-2 gap-1.5">
        <Side label={words.mine}>
          <Said proposal={mine} verdict={nameOfVerdict(mine.verdict)} passage={passage} />
        </Side>
        <Side label={words.theirs(name)}>
          <Said proposal={theirs} verdict={theirs.verdict?.label ?? check.form.noVerdict} passage={passage} />
        </Side>
      </div>
      <p className="my-1.5 text-xs text-ink-2">{words.lead}</p>
      {isSame ? null : (
        <RadioGroup
          name={`verdict-${annotation.id}`}
          label={words.whichVerdict}
          className="text-sm"
          error={error}
          options={[
            { value: 'mine', label: `${words.mine}: ${nameOfVerdict(sides.mine)}` },
            { value: 'theirs', label: `${words.theirs(name)}: ${nameOfVerdict(sides.theirs)}` },
            { value: 'other', label: words.otherVerdict },
          ]}
          value={joining.isVerdictOpen ? '' : sideOf(values.verdict, sides)}
          onChange={(side) =>
            onChange({
              joining: { mine, isVerdictOpen: false },
              verdict: side === 'mine' || side === 'theirs' ? sides[side] : values.verdict,
            })
          }
        />
      )}
      <Button size="sm" variant="ghost" onClick={onBack}>
        {words.back}
      </Button>
    </section>
  );
}

type SaidProps = {
  readonly proposal: Omit<ProposalDraft, 'joining' | 'scaleId' | 'seen'> | CheckProposal;
  readonly verdict: string;
  readonly passage: string;
};

/** All that one of them says. */
function Said({ proposal, verdict, passage }: SaidProps) {
  const { outcome, confidence, suggestedWording, refusal, onAuthorReason, tried, rationale } = proposal;
  const said = [
    [check.proposal.change, suggestedWording === passage ? '' : suggestedWording],
    [check.proposal.kept, refusal],
    [check.proposal.onAuthor, onAuthorReason],
    [check.proposal.tried, tried],
    [words.rationale, rationale],
    [words.confidenceReason, confidence === null ? '' : proposal.confidenceReason],
  ] as const;
  return (
    <>
      <p className="font-medium">
        {[
          outcome === null ? words.noOutcome : messages.words.outcomes[outcome],
          verdict,
          ...(confidence === null ? [] : [check.proposal.confidence(claimWords.confidences[confidence])]),
        ].join(' · ')}
      </p>
      <dl>
        {said.map(([label, text]) =>
          (text ?? '').trim() === '' ? null : (
            <div key={label} className="mt-1">
              <dt className="text-2xs text-ink-3">{label}</dt>
              <dd dir="auto" className="whitespace-pre-line">
                {text}
              </dd>
            </div>
          ),
        )}
      </dl>
    </>
  );
}

function choiceOf({ verdict }: CheckProposal): VerdictChoice | null {
  return verdict && { scaleId: verdict.scaleId, scaleVersion: verdict.scaleVersion, key: verdict.key };
}

function sideOf(
  verdict: VerdictChoice | null,
  sides: { readonly mine: VerdictChoice | null; readonly theirs: VerdictChoice | null },
): 'mine' | 'theirs' | 'other' {
  const isIt = (side: VerdictChoice | null): boolean => JSON.stringify(side) === JSON.stringify(verdict);
  if (isIt(sides.mine)) return 'mine';
  return isIt(sides.theirs) ? 'theirs' : 'other';
}
