'use client';

import { useState } from 'react';
import { reasonSchema } from '@/lib/domain/check-schema';
import { seenIn } from '@/lib/workbench/check-drafts';
import type { CheckDraftKind, DraftOf } from '@/lib/workbench/drafts';
import { check } from '../../messages/check';
import { TextArea } from '../../ui/TextArea';
import { CardForm } from '../CardForm';
import { MovedNotice } from './MovedNotice';
import { formFrame, type StepFormProps, sendStep } from './step-form';

const words = check.form;

type ReasonKind = Extract<CheckDraftKind, 'dispute' | 'withdrawal' | 'reopening'>;

/** A step that asks for nothing but a reason: disputing, withdrawing, reopening. */
export function ReasonForm(props: StepFormProps<{ [Kind in ReasonKind]: DraftOf<Kind> }[ReasonKind]>) {
  const { annotation, draft, drafts } = props;
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const { title, label, saveLabel, type, act } = kinds[draft.kind];
  const { values } = draft;
  const frame = formFrame(props);
  const seen = values.seen ?? seenIn(annotation.check);

  function save(): void {
    // What others concluded meanwhile is asked about first.
    if (seenIn(annotation.check) === seen) send();
  }

  function send(): void {
    const checked = reasonSchema.safeParse(values.reason);
    if (!checked.success) {
      setProblem(checked.error.issues[0]?.message);
      return;
    }
    const { id: annotationId, check: now } = annotation;
    sendStep(props, { type, annotationId, version: now.version, reason: checked.data });
  }

  return (
    <CardForm title={title} saveLabel={saveLabel} onSave={save} {...frame}>
      <MovedNotice
        annotation={annotation}
        seen={seen}
        act={act}
        mine={values.reason}
        onKeepMine={send}
        onDropMine={frame.onDiscard}
      />
      <TextArea
        label={label}
        rows={2}
        autoFocus
        maxLength={2_000}
        value={values.reason}
        error={problem}
        onChange={({ target }) => {
          setProblem(undefined);
          drafts.write({
            ...draft,
            values: { ...values, reason: target.value },
            state: 'writing',
            message: null,
          });
        }}
      />
    </CardForm>
  );
}

const kinds = {
  dispute: {
    type: 'check.dispute',
    act: 'dispute',
    title: words.dispute,
    label: words.disputeReason,
    saveLabel: words.disputeSave,
  },
  withdrawal: {
    type: 'check.withdraw',
    act: 'withdraw',
    title: words.withdraw,
    label: words.withdrawReason,
    saveLabel: words.withdrawSave,
  },
  reopening: {
    type: 'check.reopen',
    act: 'reopen',
    title: words.reopen,
    label: words.reopenReason,
    saveLabel: words.reopenSave,
  },
} as const;
