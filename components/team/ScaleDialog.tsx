'use client';

import { type FormEvent, startTransition, useActionState, useId, useState } from 'react';
import { idleForm } from '@/lib/domain/form-state';
import { faultsOf, type ScaleDraft, scaleOf } from '@/lib/domain/scale-draft';
import { type FormAction, formOf, problemOf } from '../account/form-action';
import { keptIfUnreached } from '../account/use-sent-form';
import { messages } from '../messages';
import { scales as scalesWords } from '../messages/scales';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Problem } from '../ui/Notice';
import { TextField } from '../ui/TextField';
import { useToast } from '../ui/Toast';
import { ScaleSteps } from './ScaleSteps';
import { StepFields } from './StepFields';

/** What the dialog is about: a scale with the version that was seen, or a new one. */
export type ScaleToEdit = {
  /** The place where what is written is kept until it is saved. */
  readonly draftKey: string;
  readonly scaleId: string | null;
  readonly version: number | null;
  readonly start: ScaleDraft;
};

type ScaleDialogProps = {
  readonly target: ScaleToEdit;
  readonly draft: ScaleDraft;
  readonly onDraft: (draft: ScaleDraft) => void;
  readonly action: FormAction;
  readonly onClose: () => void;
  readonly onSaved: () => void;
};

/** Makes a scale or a new version of one, with a preview of what a checker will choose from. */
export function ScaleDialog({ target, draft, onDraft, action, onClose, onSaved }: ScaleDialogProps) {
  const formId = useId();
  const toast = useToast();
  const [isShowingFaults, showFaults] = useState(false);
  const words = scalesWords.dialog;
  const faults = isShowingFaults ? faultsOf(draft) : new Map<number | 'name' | 'steps', string>();

  const [state, save, busy] = useActionState(async (before: Awaited<ReturnType<FormAction>>) => {
    const { scaleId, version } = target;
    const scale = JSON.stringify({ scaleId, version, scale: scaleOf(draft) });
    const after = await keptIfUnreached(action)(before, formOf({ scale }));
    if (after.status === 'done') {
      toast.show({ message: scalesWords.savedToast(draft.name) });
      onSaved();
    }
    return after;
  }, idleForm);

  // By hand and not as the form's action: React would put lists of a form that was sent back to their first choice.
  function submit(event: FormEvent) {
    event.preventDefault();
    showFaults(true);
    const [first] = faultsOf(draft).keys();
    if (first === undefined) startTransition(save);
    else document.getElementById(`${formId}-${first === 'steps' ? 0 : first}`)?.focus();
  }

  const problem = problemOf(state) ?? faults.get('steps');
  const named = draft.steps.filter(({ label }) => label.trim() !== '');
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="lg"
      title={target.scaleId === null ? words.newTitle : words.editTitle(target.start.name)}
      description={target.scaleId === null ? undefined : words.lead}
      actions={
        <>
          <Button onClick={onClose}>{messages.ui.cancel}</Button>
          <Button variant="primary" type="submit" form={formId} busy={busy}>
            {busy ? words.busy : words.save}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-4">
        <Problem>{problem}</Problem>
        <TextField
          label={words.name}
          id={`${formId}-name`}
          maxLength={80}
          className="max-w-form"
          value={draft.name}
          onChange={({ currentTarget }) => onDraft({ ...draft, name: currentTarget.value })}
          error={faults.get('name')}
        />
        <StepFields
          id={formId}
          steps={draft.steps}
          faults={faults}
          onChange={(steps) => onDraft({ ...draft, steps })}
        />
        <section aria-labelledby={`${formId}-preview`} className="rounded-lg border bg-wash px-3.5 py-3">
          <h3 id={`${formId}-preview`} className="mb-2 text-sm font-medium">
            {words.preview}
          </h3>
          {named.length === 0 ? (
            <p className="text-sm text-ink-2">{words.previewEmpty}</p>
          ) : (
            <ScaleSteps label={words.preview} steps={named} />
          )}
        </section>
      </form>
    </Dialog>
  );
}
