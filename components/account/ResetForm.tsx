'use client';

import { entrance as entranceWords } from '../messages/entrance';
import { PasswordField } from '../ui/PasswordField';
import { SubmitButton } from '../ui/SubmitButton';
import { FormProblem } from './FormProblem';
import { type FormAction, faultOf } from './form-action';
import { useEntrance } from './use-entrance';

type ResetFormProps = {
  readonly action: FormAction<{ readonly email: string }>;
  readonly token: string;
  readonly email: string;
};

/** A new password for whoever holds the link. */
export function ResetForm({ action, token, email }: ResetFormProps) {
  const [state, send] = useEntrance(action);
  const words = entranceWords;
  return (
    <form action={send} noValidate className="flex flex-col gap-4">
      <FormProblem state={state} />
      <input type="hidden" name="token" value={token} />
      {/* For password managers, which keep name and password together. */}
      <input type="email" autoComplete="username" readOnly hidden value={email} />
      <PasswordField
        label={words.newPassword}
        hint={faultOf(state, 'password') === undefined ? words.passwordHint : undefined}
        id="password"
        name="password"
        autoComplete="new-password"
        required
        error={faultOf(state, 'password')}
      />
      <SubmitButton size="lg" busyLabel={words.reset.busy}>
        {words.reset.submit}
      </SubmitButton>
    </form>
  );
}
