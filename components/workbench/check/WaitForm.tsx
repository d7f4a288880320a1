'use client';

import { useState } from 'react';
import { waitingReasons } from '@/lib/domain/check';
import { reasonSchema } from '@/lib/domain/check-schema';
import { seenIn } from '@/lib/workbench/check-drafts';
import type { DraftOf } from '@/lib/workbench/drafts';
import { check } from '../../messages/check';
import { claimWords } from '../../messages/claim-words';
import { SegmentedControl } from '../../ui/SegmentedControl';
import { TextArea } from '../../ui/TextArea';
import { CardForm } from '../CardForm';
import { MovedNotice } from './MovedNotice';
import { formFrame, type StepFormProps, sendStep } from './step-form';

const words = check.form;

/** Says for whom or what a check waits, and why. */
export function WaitForm(props: StepFormProps<DraftOf<'waiting'>>) {
  const { annotation, draft, drafts } = props;
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const { values } = draft;
  const frame = formFrame(props);
  const seen = values.seen ?? seenIn(annotation.check);

  function change(changes: Partial<typeof values>): void {
    setProblem(undefined);
    drafts.write({ ...draft, values: { ...values, ...changes }, state: 'writing', message: null });
  }

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
    const { version } = now;
    sendStep(props, { type: 'check.wait', annotationId, version, on: values.on, reason: checked.data });
  }

  return (
    <CardForm title={words.wait} saveLabel={words.waitSave} onSave={save} {...frame}>
      <MovedNotice
        annotation={annotation}
        seen={seen}
        act="wait"
        mine={values.reason}
        onKeepMine={send}
        onDropMine={frame.onDiscard}
      />
      <div className="flex flex-col gap-1">
        <span aria-hidden className="text-sm font-medium">
          {words.waitFor}
        </span>
        <SegmentedControl
          label={words.waitFor}
          options={waitingReasons.map((value) => ({ value, label: claimWords.waitingReasons[value] }))}
          value={values.on}
          onChange={(on) => change({ on })}
        />
      </div>
      <TextArea
        label={words.waitReason}
        rows={2}
        autoFocus
        maxLength={2_000}
        value={values.reason}
        error={problem}
        onChange={({ target }) => change({ reason: target.value })}
      />
    </CardForm>
  );
}
