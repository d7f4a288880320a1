'use client';

import { type ReactNode, useId } from 'react';
import type { FormState } from '@/lib/domain/form-state';
import { messages } from '../messages';
import { account as accountWords } from '../messages/account';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { PasswordField } from '../ui/PasswordField';
import { FormProblem } from './FormProblem';
import { type FormAction, faultOf } from './form-action';
import { useCheckedForm } from './use-checked-form';

export type StepDialogProps<Result> = {
  readonly action: FormAction<Result>;
  readonly onCancel: () => void;
  readonly onDone: (result: Result) => void;
  readonly words: {
    readonly title: string;
    readonly lead: string;
    readonly submit: string;
    readonly busy: string;
  };
  readonly danger?: boolean;
  /** The fields, with what is wrong with them. */
  readonly children: (state: FormState<Result>) => ReactNode;
};

/** One step about the second factor: it asks for something, and says what is wrong with it until it is right. */
export function StepDialog<Result>(props: StepDialogProps<Result>) {
  const { action, onCancel, onDone, words, danger = false, children } = props;
  const formId = useId();
  const { state, busy, onSubmit } = useCheckedForm(action, onDone);
  return (
    <Dialog
      open
      onOpenChange={onCancel}
      title={words.title}
      description={words.lead}
      size="sm"
      actions={
        <>
          <Button onClick={onCancel}>{messages.ui.cancel}</Button>
          <Button variant={danger ? 'danger' : 'primary'} type="submit" form={formId} busy={busy}>
            {busy ? words.busy : words.submit}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={onSubmit} noValidate className="flex flex-col gap-4">
        <FormProblem state={state} />
        {children(state)}
      </form>
    </Dialog>
  );
}

/** The password of whoever is signed in. */
export function OwnPasswordField({ state }: { readonly state: FormState<unknown> }) {
  return (
    <PasswordField
      label={accountWords.password.old}
      id="ownPassword"
      name="ownPassword"
      autoComplete="current-password"
      error={faultOf(state, 'ownPassword')}
    />
  );
}
