'use client';

import { useState } from 'react';
import type { Contact } from '@/lib/domain/contact';
import type { Person } from '@/lib/domain/team';
import { FormProblem } from '../account/FormProblem';
import { FormSaved } from '../account/FormSaved';
import { type FormAction, faultOf, typedIn } from '../account/form-action';
import { useSentForm } from '../account/use-sent-form';
import { contacts as contactsWords } from '../messages/contacts';
import { Checkbox } from '../ui/Checkbox';
import { SubmitButton } from '../ui/SubmitButton';
import { TextArea } from '../ui/TextArea';
import { TextField } from '../ui/TextField';

type ContactFormProps = {
  readonly action: FormAction;
  readonly contactId: string;
  /** Absent for a new one. */
  readonly contact: Contact | undefined;
  /** Who else could be let in. */
  readonly people: readonly Person[];
  /** Why the actor may not save; absent when they may. */
  readonly reason: string | undefined;
};

const words = contactsWords;

/** Who a confidential contact is, and who may know. */
export function ContactForm({ action, contactId, contact, people, reason }: ContactFormProps) {
  const [state, send] = useSentForm(action);
  const [readers, setReaders] = useState<ReadonlySet<string>>(new Set(contact?.visibleToIds ?? []));
  const value = (field: string, now: string | undefined): string => typedIn(state, field) ?? now ?? '';
  const admit = (id: string, isIn: boolean): void => {
    const next = new Set(readers);
    if (isIn) next.add(id);
    else next.delete(id);
    setReaders(next);
  };
  return (
    <form action={send} noValidate className="flex max-w-form flex-col gap-3.5">
      <FormProblem state={state} />
      <input type="hidden" name="contactId" value={contactId} />
      <input type="hidden" name="version" value={contact?.version ?? 0} />
      <input type="hidden" name="visibleToIds" value={[...readers].join(',')} />
      <TextField
        label={words.name}
        hint={words.nameHint}
        name="name"
        maxLength={300}
        autoComplete="off"
        readOnly={reason !== undefined}
        defaultValue={value('name', contact?.name)}
        error={faultOf(state, 'name')}
      />
      <TextArea
        label={words.details}
        hint={words.detailsHint}
        optional
        name="details"
        rows={3}
        maxLength={10_000}
        readOnly={reason !== undefined}
        defaultValue={value('details', contact?.details)}
        error={faultOf(state, 'details')}
      />
      <fieldset className="flex flex-col gap-1">
        <legend className="text-sm font-medium">{words.visibleTo}</legend>
        {people.length === 0 ? <p className="text-sm text-ink-2">{words.nobodyElse}</p> : null}
        {people.map(({ id, name }) => (
          <Checkbox
            key={id}
            label={name}
            disabled={reason !== undefined}
            checked={readers.has(id)}
            onChange={({ target }) => admit(id, target.checked)}
          />
        ))}
        <p className="text-xs text-ink-2">{words.visibleToHint}</p>
        {faultOf(state, 'visibleToIds') === undefined ? null : (
          <p className="text-sm text-danger">{faultOf(state, 'visibleToIds')}</p>
        )}
      </fieldset>
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton
          variant={contact === undefined ? 'primary' : 'outline'}
          busyLabel={words.busy}
          reason={reason}
        >
          {words.save}
        </SubmitButton>
        <FormSaved state={state}>{words.saved}</FormSaved>
      </div>
    </form>
  );
}
