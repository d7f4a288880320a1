'use client';

import { mailModes, type NotificationSettings, notificationKinds } from '@/lib/domain/notification';
import { FormProblem } from '../account/FormProblem';
import { FormSaved } from '../account/FormSaved';
import type { FormAction } from '../account/form-action';
import { useSentForm } from '../account/use-sent-form';
import { inbox as inboxWords } from '../messages/inbox';
import { Checkbox } from '../ui/Checkbox';
import { RadioGroup } from '../ui/RadioGroup';
import { SubmitButton } from '../ui/SubmitButton';

const words = inboxWords.form;

type NotificationFormProps = {
  readonly action: FormAction;
  readonly settings: NotificationSettings;
  /** A mail server is set up. */
  readonly canMail: boolean;
};

/** What one wants to hear of in this team, and how. */
export function NotificationForm({ action, settings, canMail }: NotificationFormProps) {
  const [state, send] = useSentForm(action);
  return (
    <form action={send} noValidate className="flex max-w-form flex-col gap-4">
      <FormProblem state={state} />
      <fieldset className="flex flex-col">
        <legend className="mb-1 text-sm font-medium">{words.kinds}</legend>
        {notificationKinds.map((kind) => (
          <Checkbox
            key={kind}
            id={`kind-${kind}`}
            name={kind}
            label={inboxWords.kinds[kind]}
            defaultChecked={!settings.mutedKinds.includes(kind)}
          />
        ))}
      </fieldset>
      <RadioGroup
        label={words.mail}
        name="mail"
        hint={canMail ? words.mailHint : words.mailOff}
        options={mailModes.map((value) => ({ value, label: words.mailModes[value] }))}
        defaultValue={settings.mail}
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
