'use client';

import { historyKinds } from '@/lib/domain/history';
import { FormProblem } from '../account/FormProblem';
import { type FormAction, faultOf, typedIn } from '../account/form-action';
import { useSentForm } from '../account/use-sent-form';
import { webhooks as words } from '../messages/webhooks';
import { Checkbox } from '../ui/Checkbox';
import { FieldNotes } from '../ui/Field';
import { ShownOnce } from '../ui/ShownOnce';
import { SubmitButton } from '../ui/SubmitButton';
import { TextField } from '../ui/TextField';

type WebhookFormProps = { readonly action: FormAction<string>; readonly onDone: () => void };

/** Asks for an address and what it is told of, then shows the secret, once. */
export function WebhookForm({ action, onDone }: WebhookFormProps) {
  const [state, send] = useSentForm(action);
  if (state.status === 'done') {
    return (
      <ShownOnce
        said={words.made}
        label={words.secret}
        value={state.result}
        done={words.done}
        onDone={onDone}
      />
    );
  }
  const fault = faultOf(state, 'kinds');
  return (
    <form action={send} noValidate className="flex flex-col gap-4">
      <FormProblem state={state} />
      <TextField
        label={words.address}
        hint={words.addressHint}
        id="webhook-address"
        name="address"
        type="url"
        autoComplete="off"
        maxLength={2_000}
        required
        defaultValue={typedIn(state, 'address')}
        error={faultOf(state, 'address')}
      />
      <fieldset aria-describedby={fault === undefined ? undefined : 'webhook-kinds-error'}>
        <legend className="mb-1 text-sm font-medium">{words.what}</legend>
        <div className="grid grid-cols-2 gap-1">
          {historyKinds.map((kind) => (
            <Checkbox
              key={kind}
              name={`kind-${kind}`}
              label={words.kinds[kind]}
              defaultChecked={state.status !== 'failed' || typedIn(state, `kind-${kind}`) !== undefined}
            />
          ))}
        </div>
        <FieldNotes id="webhook-kinds" error={fault} />
      </fieldset>
      <div className="flex justify-end">
        <SubmitButton busyLabel={words.busy}>{words.submit}</SubmitButton>
      </div>
    </form>
  );
}
