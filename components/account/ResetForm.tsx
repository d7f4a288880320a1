'use client';

import { entrance as entranceWords } from '../messages/entrance';
import { SubmitButton } from '../ui/SubmitButton';
import { FormProblem } from './FormProblem';
import type { FormAction } from './form-action';
import { NewPasswordField } from './NewPasswordField';
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
      <NewPasswordField label={words.newPassword} state={state} />
      <SubmitButton size="lg" busyLabel={words.reset.busy}>
        {words.reset.submit}
      </SubmitButton>
    </form>
  );
}
