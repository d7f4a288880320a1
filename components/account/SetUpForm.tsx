'use client';

import { entrance as entranceWords } from '../messages/entrance';
import { SubmitButton } from '../ui/SubmitButton';
import { TextField } from '../ui/TextField';
import { FormProblem } from './FormProblem';
import { type FormAction, faultOf, typedIn } from './form-action';
import { NewPasswordField } from './NewPasswordField';
import { useEntrance } from './use-entrance';

type SetUpFormProps = { readonly action: FormAction<{ readonly email: string }>; readonly token: string };

/** The first account and its team. */
export function SetUpForm({ action, token }: SetUpFormProps) {
  const [state, send] = useEntrance(action);
  const words = entranceWords;
  return (
    <form action={send} noValidate className="flex flex-col gap-4">
      <FormProblem state={state} />
      <input type="hidden" name="token" value={token} />
      <TextField
        label={words.name}
        id="name"
        name="name"
        autoComplete="name"
        required
        maxLength={120}
        defaultValue={typedIn(state, 'name')}
        error={faultOf(state, 'name')}
      />
      <TextField
        label={words.teamName}
        hint={words.setUp.teamHint}
        id="teamName"
        name="teamName"
        autoComplete="organization"
        required
        maxLength={120}
        defaultValue={typedIn(state, 'teamName')}
        error={faultOf(state, 'teamName')}
      />
      <TextField
        label={words.email}
        id="email"
        name="email"
        type="email"
        autoComplete="username"
        required
        defaultValue={typedIn(state, 'email')}
        error={faultOf(state, 'email')}
      />
      <NewPasswordField label={words.password} state={state} />
      <SubmitButton size="lg" busyLabel={words.setUp.busy}>
        {words.setUp.submit}
      </SubmitButton>
    </form>
  );
}
