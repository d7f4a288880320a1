'use client';

import { useId } from 'react';
import { messages } from '../messages';
import { account as accountWords } from '../messages/account';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { PasswordField } from '../ui/PasswordField';
import { CodeField } from './CodeField';
import { FormProblem } from './FormProblem';
import { type FormAction, faultOf } from './form-action';
import { useCheckedForm } from './use-checked-form';

type PasswordAndCodeProps<Result> = {
  readonly onOpenChange: (open: boolean) => void;
  readonly action: FormAction<Result>;
  readonly onDone: (result: Result) => void;
  readonly words: {
    readonly title: string;
    readonly lead: string;
    readonly submit: string;
    readonly busy: string;
  };
  readonly danger?: boolean;
};

/** Asks for password and code before something about the second factor is done. */
export function PasswordAndCodeDialog<Result>({
  open,
  ...rest
}: PasswordAndCodeProps<Result> & { readonly open: boolean }) {
  // Made anew each time it opens: nothing typed before is there.
  return open ? <OpenPasswordAndCode {...rest} /> : null;
}

function OpenPasswordAndCode<Result>({
  onOpenChange,
  action,
  onDone,
  words,
  danger = false,
}: PasswordAndCodeProps<Result>) {
  const formId = useId();
  const { state, busy, onSubmit } = useCheckedForm(action, onDone);
  return (
    <Dialog
      open
      onOpenChange={onOpenChange}
      title={words.title}
      description={words.lead}
      size="sm"
      actions={
        <>
          <Button onClick={() => onOpenChange(false)}>{messages.ui.cancel}</Button>
          <Button variant={danger ? 'danger' : 'primary'} type="submit" form={formId} busy={busy}>
            {busy ? words.busy : words.submit}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={onSubmit} noValidate className="flex flex-col gap-3">
        <FormProblem state={state} />
        <PasswordField
          label={accountWords.password.old}
          id="ownPassword"
          name="ownPassword"
          autoComplete="current-password"
          error={faultOf(state, 'ownPassword')}
        />
        <CodeField state={state} />
      </form>
    </Dialog>
  );
}
