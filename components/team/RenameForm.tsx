'use client';

import { FormProblem } from '../account/FormProblem';
import { FormSaved } from '../account/FormSaved';
import { type FormAction, faultOf, typedIn } from '../account/form-action';
import { useSentForm } from '../account/use-sent-form';
import { team as teamWords } from '../messages/team';
import { SubmitButton } from '../ui/SubmitButton';
import { TextField } from '../ui/TextField';

type RenameFormProps = {
  readonly action: FormAction;
  readonly name: string;
  /** Why the actor may not rename; absent when they may. */
  readonly reason: string | undefined;
};

/** The team's name. */
export function RenameForm({ action, name, reason }: RenameFormProps) {
  const [state, send] = useSentForm(action);
  const words = teamWords.rename;
  return (
    <form action={send} noValidate className="flex max-w-form flex-col gap-3">
      <FormProblem state={state} />
      <TextField
        key={name}
        label={words.label}
        id="name"
        name="name"
        maxLength={120}
        readOnly={reason !== undefined}
        defaultValue={typedIn(state, 'name') ?? name}
        error={faultOf(state, 'name')}
      />
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton variant="outline" busyLabel={words.busy} reason={reason}>
          {words.save}
        </SubmitButton>
        <FormSaved state={state}>{words.saved}</FormSaved>
      </div>
    </form>
  );
}
