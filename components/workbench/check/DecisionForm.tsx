'use client';

import { useState } from 'react';
import { agrees, isProposer, type Outcome, openProposal, openSecondChecks } from '@/lib/domain/check';
import type { Verdict } from '@/lib/domain/verdict';
import { type DecisionDraft, seenIn } from '@/lib/workbench/check-drafts';
import type { DraftOf } from '@/lib/workbench/drafts';
import { messages } from '../../messages';
import { check } from '../../messages/check';
import { RadioGroup, type RadioOption } from '../../ui/RadioGroup';
import { TextArea } from '../../ui/TextArea';
import { CardForm } from '../CardForm';
import { type FieldProblems, noProblems } from '../field-problems';
import { useWorkbench } from '../workbench-context';
import { MovedNotice } from './MovedNotice';
import { formFrame, type StepFormProps, sendStep } from './step-form';

const words = check.form;

/** An editor decides a dispute: which side stands, and why. The other side is kept. */
export function DecisionForm(props: StepFormProps<DraftOf<'decision'>>) {
  const { annotation, draft, drafts } = props;
  const [problems, setProblems] = useState<FieldProblems>(noProblems);
  const sides = useSides(props);
  const { values } = draft;
  const frame = formFrame(props);

  function change(changes: Partial<DecisionDraft>): void {
    setProblems(noProblems);
    drafts.write({ ...draft, values: { ...values, ...changes }, state: 'writing', message: null });
  }

  function send(): void {
    const { upholds } = values;
    const note = values.note.trim();
    if (upholds === null || note === '') {
      setProblems({
        ...(upholds === null && { upholds: words.sideMissing }),
        ...(note === '' && { note: words.noteMissing }),
      });
      return;
    }
    const { id: annotationId, check: now } = annotation;
    sendStep(props, { type: 'check.decide', annotationId, version: now.version, upholds, note });
  }

  function save(): void {
    // What others concluded meanwhile is asked about first.
    if (seenIn(annotation.check) === values.seen) send();
  }

  return (
    <CardForm title={words.decide} saveLabel={words.decideSave} onSave={save} {...frame}>
      <MovedNotice
        annotation={annotation}
        seen={values.seen}
        act="decide"
        mine={values.note}
        onKeepMine={send}
        onDropMine={frame.onDiscard}
      />
      <RadioGroup
        name={`decision-${annotation.id}`}
        label={words.decideSide}
        options={sides}
        value={values.upholds ?? ''}
        error={problems.upholds}
        onChange={(upholds) => change({ upholds })}
      />
      <TextArea
        label={words.decideNote}
        rows={2}
        maxLength={2_000}
        value={values.note}
        error={problems.note}
        onChange={({ target }) => change({ note: target.value })}
      />
    </CardForm>
  );
}

/** The sides of a dispute: the proposal, and each second check that says something else. */
function useSides({
  annotation,
}: Pick<StepFormProps<DraftOf<'decision'>>, 'annotation'>): readonly RadioOption[] {
  const { actor, people } = useWorkbench();
  const proposal = openProposal(annotation.check);
  if (proposal === undefined) return [];
  const side = (
    value: string,
    said: { readonly outcome: Outcome; readonly verdict: Verdict | null; readonly byId: string },
    isOwn: boolean,
  ): RadioOption => {
    const name = people[said.byId]?.name ?? messages.margin.card.unknownPerson;
    const rating = said.verdict === null ? '' : ` · ${said.verdict.label}`;
    return {
      value,
      label: `${messages.words.outcomes[said.outcome]}${rating}, ${name}`,
      disabled: isOwn,
      ...(isOwn && { hint: words.ownSide }),
    };
  };
  const others = openSecondChecks(annotation.check).filter((item) => !agrees(item, proposal));
  return [
    side('proposal', proposal, isProposer(annotation.check, actor.userId)),
    ...others.map((item) => side(item.id, item, item.byId === actor.userId)),
  ];
}
