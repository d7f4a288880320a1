'use client';

import { useState } from 'react';
import { reasonSchema } from '@/lib/domain/check-schema';
import type { CheckDraftKind, DraftOf } from '@/lib/workbench/drafts';
import { check } from '../../messages/check';
import { TextArea } from '../../ui/TextArea';
import { CardForm } from '../CardForm';
import { formFrame, type StepFormProps, sendStep } from './step-form';

const words = check.form;

type ReasonKind = Extract<CheckDraftKind, 'dispute' | 'withdrawal' | 'reopening'>;

/** A step that asks for nothing but a reason: disputing, withdrawing, reopening. */
export function ReasonForm(props: StepFormProps<{ [Kind in ReasonKind]: DraftOf<Kind> }[ReasonKind]>) {
  const { annotation, draft, drafts } = props;
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const { title, label, saveLabel, type } = kinds[draft.kind];

  function save(): void {
    const checked = reasonSchema.safeParse(draft.values.reason);
    if (!checked.success) {
      setProblem(checked.error.issues[0]?.message);
      return;
    }
    const { id: annotationId, check: now } = annotation;
    sendStep(props, { type, annotationId, version: now.version, reason: checked.data });
  }

  return (
    <CardForm title={title} saveLabel={saveLabel} onSave={save} {...formFrame(props)}>
      <TextArea
        label={label}
        rows={2}
        autoFocus
        maxLength={2_000}
        value={draft.values.reason}
        error={problem}
        onChange={({ target }) => {
          setProblem(undefined);
          drafts.write({ ...draft, values: { reason: target.value }, state: 'writing', message: null });
        }}
      />
    </CardForm>
  );
}

const kinds = {
  dispute: {
    type: 'check.dispute',
    title: words.dispute,
    label: words.disputeReason,
    saveLabel: words.disputeSave,
  },
  withdrawal: {
    type: 'check.withdraw',
    title: words.withdraw,
    label: words.withdrawReason,
    saveLabel: words.withdrawSave,
  },
  reopening: {
    type: 'check.reopen',
    title: words.reopen,
    label: words.reopenReason,
    saveLabel: words.reopenSave,
  },
} as const;
