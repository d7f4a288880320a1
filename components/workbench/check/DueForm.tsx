'use client';

import { useState } from 'react';
import type { DraftOf } from '@/lib/workbench/drafts';
import { check } from '../../messages/check';
import { TextField } from '../../ui/TextField';
import { CardForm } from '../CardForm';
import { formFrame, type StepFormProps, sendStep } from './step-form';

const words = check.plan;

/** A due time of one's own choice, in the reader's own zone. */
export function DueForm(props: StepFormProps<DraftOf<'due'>>) {
  const { annotation, draft, drafts } = props;
  const [problem, setProblem] = useState<string | undefined>(undefined);

  function save(): void {
    const moment = new Date(draft.values.dueAt);
    if (Number.isNaN(moment.getTime())) {
      setProblem(words.dueMissing);
      return;
    }
    const { id: annotationId, check: now } = annotation;
    const changes = { dueAt: moment.toISOString() };
    sendStep(props, { type: 'check.plan', annotationId, version: now.version, changes });
  }

  return (
    <CardForm title={words.dueForm} saveLabel={words.dueSave} onSave={save} {...formFrame(props)}>
      <TextField
        label={words.dueForm}
        type="datetime-local"
        autoFocus
        value={draft.values.dueAt}
        error={problem}
        onChange={({ target }) => {
          setProblem(undefined);
          drafts.write({ ...draft, values: { dueAt: target.value }, state: 'writing', message: null });
        }}
      />
    </CardForm>
  );
}
