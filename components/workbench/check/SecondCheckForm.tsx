'use client';

import { useState } from 'react';
import { demandedFields, type SecondCheckDraft, secondCheckIn, seenIn } from '@/lib/workbench/check-drafts';
import type { DraftOf } from '@/lib/workbench/drafts';
import { messages } from '../../messages';
import { check } from '../../messages/check';
import { TextArea } from '../../ui/TextArea';
import { CardForm } from '../CardForm';
import { type FieldProblems, noProblems } from '../field-problems';
import { MovedNotice } from './MovedNotice';
import { OutcomeField } from './OutcomeField';
import { formFrame, type StepFormProps, sendStep } from './step-form';
import { VerdictField } from './VerdictField';
import { WordingField } from './WordingField';

const words = check.form;

/** Records what a second checker comes to, before anything is compared. */
export function SecondCheckForm(props: StepFormProps<DraftOf<'second_check'>>) {
  const { annotation, draft, drafts } = props;
  const [problems, setProblems] = useState<FieldProblems>(noProblems);
  const { values } = draft;
  const passage = annotation.anchor.exact;
  const frame = formFrame(props);

  function change(changes: Partial<SecondCheckDraft>): void {
    setProblems(noProblems);
    drafts.write({ ...draft, values: { ...values, ...changes }, state: 'writing', message: null });
  }

  function send(): void {
    const checked = secondCheckIn(values, passage);
    if ('problems' in checked) {
      setProblems(checked.problems);
      return;
    }
    const { id: annotationId, check: now } = annotation;
    const { secondCheckId } = values;
    const { version } = now;
    sendStep(props, { type: 'check.review', annotationId, version, secondCheckId, fields: checked.fields });
  }

  function save(): void {
    // What others concluded meanwhile is asked about first.
    if (seenIn(annotation.check) === values.seen) send();
  }

  const { outcome } = values;
  return (
    <CardForm title={words.review} saveLabel={words.reviewSave} onSave={save} {...frame}>
      <MovedNotice
        annotation={annotation}
        seen={values.seen}
        act="review"
        mine={[outcome === null ? '' : messages.words.outcomes[outcome], values.note]
          .filter((line) => line.trim() !== '')
          .join('\n')}
        onKeepMine={send}
        onDropMine={frame.onDiscard}
      />
      <OutcomeField
        name={`second-check-${annotation.id}`}
        value={outcome}
        error={problems.outcome}
        onChange={(chosen) => change({ outcome: chosen })}
      />
      {outcome === null ? null : (
        <>
          {demandedFields[outcome].includes('suggestedWording') ? (
            <WordingField
              passage={passage}
              value={values.suggestedWording}
              error={problems.suggestedWording}
              onChange={(suggestedWording) => change({ suggestedWording })}
            />
          ) : null}
          <VerdictField verdict={values.verdict} scaleId={values.scaleId} onChange={change} />
          <TextArea
            label={words.reviewNote}
            rows={2}
            placeholder={words.reviewNoteHint}
            maxLength={5_000}
            value={values.note}
            error={problems.note}
            onChange={({ target }) => change({ note: target.value })}
          />
        </>
      )}
    </CardForm>
  );
}
