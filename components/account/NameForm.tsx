'use client';

import { account as accountWords } from '../messages/account';
import { SubmitButton } from '../ui/SubmitButton';
import { TextField } from '../ui/TextField';
import { FormProblem } from './FormProblem';
import { FormSaved } from './FormSaved';
import { type FormAction, faultOf, typedIn } from './form-action';
import { useSentForm } from './use-sent-form';

type NameFormProps = { readonly action: FormAction; readonly name: string; readonly email: string };

/** How one is called. */
export function NameForm({ action, name, email }: NameFormProps) {
  const [state, send] = useSentForm(action);
  const words = accountWords.name;
  return (
    <form action={send} noValidate className="flex max-w-form flex-col gap-3">
      <FormProblem state={state} />
      <TextField label={words.email} hint={words.emailHint} type="email" readOnly value={email} />
      <TextField
        key={name}
        label={words.label}
        id="name"
        name="name"
        autoComplete="name"
        maxLength={120}
        defaultValue={typedIn(state, 'name') ?? name}
        error={faultOf(state, 'name')}
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
