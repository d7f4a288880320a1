'use client';

import { tokenLives, tokenScopes } from '@/lib/domain/token-scope';
import { account as accountWords } from '../messages/account';
import { RadioGroup } from '../ui/RadioGroup';
import { Select } from '../ui/Select';
import { ShownOnce } from '../ui/ShownOnce';
import { SubmitButton } from '../ui/SubmitButton';
import { TextField } from '../ui/TextField';
import { FormProblem } from './FormProblem';
import { type FormAction, faultOf, typedIn } from './form-action';
import { useSentForm } from './use-sent-form';

type TokenFormProps = { readonly action: FormAction<string>; readonly onDone: () => void };

/** Asks what a token is for, what it may do and for how long, then shows it, once. */
export function TokenForm({ action, onDone }: TokenFormProps) {
  const [state, send] = useSentForm(action);
  const words = accountWords.tokens.make;
  if (state.status === 'done') {
    return (
      <ShownOnce
        said={words.made}
        label={words.token}
        value={state.result}
        done={words.done}
        onDone={onDone}
      />
    );
  }
  return (
    <form action={send} noValidate className="flex flex-col gap-4">
      <FormProblem state={state} />
      <TextField
        label={words.name}
        hint={words.nameHint}
        id="token-name"
        name="name"
        autoComplete="off"
        maxLength={120}
        required
        defaultValue={typedIn(state, 'name')}
        error={faultOf(state, 'name')}
      />
      <RadioGroup
        name="scope"
        label={words.scope}
        defaultValue={typedIn(state, 'scope') ?? 'annotate'}
        error={faultOf(state, 'scope')}
        options={tokenScopes.map((scope) => ({ value: scope, ...accountWords.tokens.scopes[scope] }))}
      />
      <Select
        label={words.life}
        id="token-life"
        name="life"
        defaultValue={typedIn(state, 'life') ?? '90'}
        error={faultOf(state, 'life')}
        options={tokenLives.map((value) => ({ value, label: words.lives[value] }))}
      />
      <div className="flex justify-end">
        <SubmitButton busyLabel={words.busy}>{words.submit}</SubmitButton>
      </div>
    </form>
  );
}
