'use client';

import { entrance as entranceWords } from '../messages/entrance';
import { SubmitButton } from '../ui/SubmitButton';
import { TextField } from '../ui/TextField';
import { FormProblem } from './FormProblem';
import { type FormAction, faultOf, typedIn } from './form-action';
import { NewPasswordField } from './NewPasswordField';
import { useEntrance } from './use-entrance';

type InvitationFormProps = {
  readonly action: FormAction<{ readonly email: string }>;
  readonly token: string;
  readonly email: string;
  readonly name: string;
};

/** The account of an invited person who has none. */
export function InvitationForm({ action, token, email, name }: InvitationFormProps) {
  const [state, send] = useEntrance(action);
  const words = entranceWords;
  return (
    <form action={send} noValidate className="flex flex-col gap-4">
      <FormProblem state={state} />
      <input type="hidden" name="token" value={token} />
      <TextField label={words.email} id="email" type="email" autoComplete="username" readOnly value={email} />
      <TextField
        label={words.name}
        id="name"
        name="name"
        autoComplete="name"
        required
        maxLength={120}
        defaultValue={typedIn(state, 'name') ?? name}
        error={faultOf(state, 'name')}
      />
      <NewPasswordField label={words.password} state={state} />
      <SubmitButton size="lg" busyLabel={words.invitation.busy}>
        {words.invitation.submit}
      </SubmitButton>
    </form>
  );
}
