'use client';

import { useActionState } from 'react';
import { idleForm } from '@/lib/domain/form-state';
import { account as accountWords } from '../messages/account';
import { entrance as entranceWords } from '../messages/entrance';
import { PasswordField } from '../ui/PasswordField';
import { SubmitButton } from '../ui/SubmitButton';
import { FormProblem } from './FormProblem';
import { FormSaved } from './FormSaved';
import { type FormAction, faultOf } from './form-action';

type PasswordFormProps = {
  readonly action: FormAction;
  readonly email: string;
  readonly hasSecondFactor: boolean;
};

/** Changes one's own password. */
export function PasswordForm({ action, email, hasSecondFactor }: PasswordFormProps) {
  const [state, send] = useActionState(action, idleForm);
  const words = accountWords.password;
  const hint = hasSecondFactor ? words.hintBesideFactor : entranceWords.passwordHint;
  return (
    <form action={send} noValidate className="flex max-w-form flex-col gap-3">
      <FormProblem state={state} />
      {/* For password managers, which keep name and password together. */}
      <input type="email" autoComplete="username" readOnly hidden value={email} />
      <PasswordField
        label={words.old}
        id="oldPassword"
        name="oldPassword"
        autoComplete="current-password"
        error={faultOf(state, 'oldPassword')}
      />
      <PasswordField
        label={words.new}
        hint={faultOf(state, 'password') === undefined ? hint : undefined}
        id="password"
        name="password"
        autoComplete="new-password"
        error={faultOf(state, 'password')}
      />
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton variant="outline" busyLabel={words.busy}>
          {words.save}
        </SubmitButton>
        <FormSaved state={state}>{words.saved}</FormSaved>
      </div>
    </form>
  );
}
