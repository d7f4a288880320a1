'use client';

import { useRef } from 'react';
import { account as accountWords } from '../messages/account';
import { entrance as entranceWords } from '../messages/entrance';
import { Button } from '../ui/Button';
import { PasswordField } from '../ui/PasswordField';
import { FormProblem } from './FormProblem';
import { FormSaved } from './FormSaved';
import { type FormAction, faultOf } from './form-action';
import { useCheckedForm } from './use-checked-form';

type PasswordFormProps = {
  readonly action: FormAction;
  readonly email: string;
  readonly hasSecondFactor: boolean;
};

/** Changes one's own password. */
export function PasswordForm({ action, email, hasSecondFactor }: PasswordFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const { state, busy, onSubmit } = useCheckedForm(action, () => form.current?.reset());
  const words = accountWords.password;
  const hint = hasSecondFactor ? words.hintBesideFactor : entranceWords.passwordHint;
  return (
    <form ref={form} onSubmit={onSubmit} noValidate className="flex max-w-form flex-col gap-3">
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
        <Button type="submit" busy={busy}>
          {busy ? words.busy : words.save}
        </Button>
        <FormSaved state={state}>{words.saved}</FormSaved>
      </div>
    </form>
  );
}
