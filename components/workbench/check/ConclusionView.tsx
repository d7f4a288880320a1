'use client';

import { Gavel, Lock } from 'lucide-react';
import type { Annotation } from '@/lib/domain/annotation';
import {
  type CheckProposal,
  confirmersOf,
  isSealed,
  requiredSecondChecks,
  type Sealed,
  standingProposal,
} from '@/lib/domain/check';
import { refusalOfAct } from '@/lib/domain/laws/check-laws';
import { messages } from '../../messages';
import { check as words } from '../../messages/check';
import { claimWords } from '../../messages/claim-words';
import { WordDiff } from '../../wording/WordDiff';
import { Signature } from '../Signature';
import { useWorkbench } from '../workbench-context';
import { Words } from './ConclusionWords';
import { OutcomeLine } from './OutcomeLine';
import { SecondCheckList } from './SecondCheckList';
import { SignOffLine } from './SignOffLine';

/** What has been concluded about a claim: the proposal, the second checks, an editor's decision, the sign-off. */
export function ConclusionView({ annotation }: { readonly annotation: Annotation }) {
  const { check, anchor } = annotation;
  const { proposal, decision, signOff } = check;
  if (proposal === null) return null;
  return (
    <div className="mt-1">
      {isSealed(proposal) ? (
        <SealedProposal annotation={annotation} proposal={proposal} />
      ) : (
        <section aria-label={words.proposal.label}>
          <OutcomeLine
            {...proposal}
            kind={
              standingProposal(check) === undefined ? (
                <span className="text-xs text-ink-3">{words.proposal.earlier}</span>
              ) : null
            }
          />
          <ProposalWords proposal={proposal} passage={anchor.exact} />
          {proposal.first === undefined ? null : (
            <p className="mt-0.5 flex flex-wrap gap-x-1 text-xs text-ink-2">
              {words.proposal.first} <Signature personId={proposal.first.byId} at={proposal.first.at} full />
            </p>
          )}
          {(proposal.joined ?? []).map(({ byId, at }) => (
            <p key={byId} className="mt-0.5 flex flex-wrap gap-x-1 text-xs text-ink-2">
              {words.proposal.joined} <Signature personId={byId} at={at} full />
            </p>
          ))}
        </section>
      )}
      <SecondCheckList check={check} passage={anchor.exact} />
      {decision === null ? null : (
        <section aria-label={words.decision.label} className="mt-1.5">
          <div className="flex min-h-6 items-center gap-1.5 text-xs text-ink-2">
            <Gavel aria-hidden className="size-3.5 shrink-0 text-ink-3" />
            <span className="font-medium">{words.decision.label}</span>
            <span className="ms-auto">
              <Signature personId={decision.byId} at={decision.at} />
            </span>
          </div>
          <Words text={decision.note} />
          {decision.overruled === null ? null : (
            <div className="mt-1 border-s-2 ps-2.5">
              <OutcomeLine
                {...decision.overruled}
                kind={<span className="text-xs text-ink-3">{words.decision.overruled}</span>}
              />
              <ProposalWords proposal={decision.overruled} passage={anchor.exact} />
            </div>
          )}
        </section>
      )}
      {signOff === null ? null : <SignOffLine signOff={signOff} stands={check.status === 'signed_off'} />}
      {check.status === 'second_check' && requiredSecondChecks(check) > 1 && !isSealed(proposal) ? (
        <p className="mt-1 text-xs text-ink-2">
          {words.second.needed(Math.min(confirmersOf(check).size, 2), requiredSecondChecks(check))}
        </p>
      ) : null}
    </div>
  );
}

function SealedProposal({
  annotation,
  proposal,
}: {
  readonly annotation: Annotation;
  readonly proposal: Sealed;
}) {
  const { actor, people } = useWorkbench();
  const name = people[proposal.byId]?.name ?? messages.margin.card.unknownPerson;
  const mayReview = refusalOfAct('review', actor, annotation) === undefined;
  return (
    <p className="flex gap-1.5 py-1 text-sm text-ink-2">
      <Lock aria-hidden className="mt-0.5 size-3.5 shrink-0 text-ink-3" />
      {mayReview ? words.proposal.sealed(name) : words.proposal.sealedForReaders(name)}
    </p>
  );
}

function ProposalWords({
  proposal,
  passage,
}: {
  readonly proposal: CheckProposal;
  readonly passage: string;
}) {
  const { suggestedWording, refusal, onAuthorReason, tried, rationale, confidence, confidenceReason } =
    proposal;
  return (
    <>
      {suggestedWording === null ? null : (
        <div className="py-0.5">
          <span className="sr-only">{words.proposal.change}: </span>
          <p className="text-base">
            <WordDiff before={passage} after={suggestedWording} />
          </p>
        </div>
      )}
      {refusal === null ? null : <Words label={words.proposal.kept} text={refusal} />}
      {onAuthorReason === null ? null : <Words label={words.proposal.onAuthor} text={onAuthorReason} />}
      {tried === null ? null : <Words label={words.proposal.tried} text={tried} />}
      <Words text={rationale} />
      {confidence === null ? null : (
        <Words
          label={words.proposal.confidence(claimWords.confidences[confidence])}
          text={confidenceReason ?? ''}
        />
      )}
    </>
  );
}
