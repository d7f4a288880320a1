'use client';

import { useState } from 'react';
import { openProposal } from '@/lib/domain/check';
import { refusalOfAct } from '@/lib/domain/laws/check-laws';
import { newId } from '@/lib/domain/new-id';
import type { TeamRules } from '@/lib/domain/team-rules';
import { findVerdict } from '@/lib/domain/verdict';
import {
  asSecondCheck,
  type ProposalDraft,
  proposalIn,
  seenIn,
  wordsOfProposal,
} from '@/lib/workbench/check-drafts';
import type { DraftOf } from '@/lib/workbench/drafts';
import { joinProposals } from '@/lib/workbench/join-proposals';
import { messages } from '../../messages';
import { check } from '../../messages/check';
import { CardForm } from '../CardForm';
import { type FieldProblems, noProblems } from '../field-problems';
import { useSetAside } from '../use-set-aside';
import { useWorkbench } from '../workbench-context';
import { BothProposals } from './BothProposals';
import { beginStep, type CheckDraft } from './begin-step';
import { MovedNotice } from './MovedNotice';
import { OutcomeField } from './OutcomeField';
import { ProposalFields } from './ProposalFields';
import { formFrame, type StepFormProps, sendStep } from './step-form';

const words = check.form;

type Scales = TeamRules['scales'];

type ProposalFormProps = StepFormProps<DraftOf<'proposal'>> & {
  /** Goes on as another step, with the words that were typed. */
  readonly onBecome: (draft: CheckDraft) => void;
};

/** Proposes an outcome: the outcome first, then only what it asks for. */
export function ProposalForm(props: ProposalFormProps) {
  const { annotation, draft, drafts } = props;
  const { actor, rules, propose } = useWorkbench();
  const [problems, setProblems] = useState<FieldProblems>(noProblems);
  const setAside = useSetAside(annotation.id);
  const { values } = draft;
  // Others may have gone on since: then it is a proposal of one's own again.
  const joining = values.seen === seenIn(annotation.check) ? values.joining : undefined;
  const passage = annotation.anchor.exact;
  const frame = formFrame(props);

  function change(changes: Partial<ProposalDraft>): void {
    setProblems(noProblems);
    drafts.write({ ...draft, values: { ...values, ...changes }, state: 'writing', message: null });
  }

  function send(isReplacing = false): void {
    const checked = proposalIn(values, passage);
    if ('problems' in checked) {
      setProblems(checked.problems);
      return;
    }
    const { id: annotationId, check: now } = annotation;
    const { version } = now;
    if (isReplacing)
      void propose({ type: 'check.withdraw', annotationId, version, reason: words.replacedReason });
    sendStep(props, {
      type: joining === undefined ? 'check.propose' : 'check.join',
      annotationId,
      version: isReplacing ? version + 1 : version,
      fields: checked.fields,
    });
  }

  /** Both texts in one form; one's own as they were are kept by the history. */
  function merge(): void {
    const joined = joinProposals(values, annotation.check, passage);
    if (joined === undefined) return;
    setAside('check', annotation.id, wordsToKeep(values, passage, rules.scales));
    change(joined);
  }

  /** What is left to whoever comes second: one's own newer proposal, or a second check of somebody else's. */
  function otherWay() {
    if (openProposal(annotation.check)?.byId === actor.userId)
      return refusalOfAct('withdraw', actor, annotation) === undefined
        ? { label: words.replaceOwn, onChoose: () => send(true) }
        : undefined;
    if (refusalOfAct('propose', actor, annotation) === undefined) return undefined;
    if (refusalOfAct('review', actor, annotation) !== undefined) return undefined;
    return {
      label: words.asSecondCheck,
      hint: words.asSecondCheckHint,
      onChoose: () => {
        const next = beginStep('second_check', annotation);
        if (next.kind !== 'second_check') return;
        props.onBecome({ ...next, values: asSecondCheck(values, annotation.check, passage, newId()) });
      },
    };
  }

  function save(): void {
    // What others concluded meanwhile is asked about first.
    if (seenIn(annotation.check) === values.seen) send();
  }

  const mayMerge =
    openProposal(annotation.check) !== undefined && refusalOfAct('join', actor, annotation) === undefined;
  return (
    <CardForm
      title={joining === undefined ? words.propose : words.join.title}
      saveLabel={joining === undefined ? words.proposeSave : words.join.save}
      onSave={save}
      {...frame}
    >
      <MovedNotice
        annotation={annotation}
        seen={values.seen}
        act="propose"
        mine={wordsToKeep(values, passage, rules.scales)}
        instead={otherWay()}
        onMerge={mayMerge ? merge : undefined}
        onKeepMine={() => send()}
        onDropMine={frame.onDiscard}
      />
      {joining === undefined ? null : (
        <BothProposals
          annotation={annotation}
          values={values}
          joining={joining}
          error={problems.verdict}
          onChange={change}
          onBack={() => drafts.write({ ...draft, values: joining.mine, state: 'writing', message: null })}
        />
      )}
      <OutcomeField
        name={`proposal-${annotation.id}`}
        value={values.outcome}
        error={problems.outcome}
        onChange={(outcome) => change({ outcome })}
      />
      <ProposalFields
        values={values}
        joining={joining}
        passage={passage}
        problems={problems}
        onChange={change}
      />
    </CardForm>
  );
}

/** All that somebody was about to propose, in words. */
function wordsToKeep(
  { joining: _joining, ...values }: ProposalDraft,
  passage: string,
  scales: Scales,
): string {
  const { outcome, verdict } = values;
  return [
    outcome === null ? '' : messages.words.outcomes[outcome],
    verdict === null ? '' : (findVerdict(scales, verdict)?.label ?? ''),
    wordsOfProposal(values, passage),
  ]
    .filter((line) => line !== '')
    .join('\n');
}
