'use client';

import { evidenceTiers, evidenceTypes } from '@/lib/domain/evidence';
import type { Source } from '@/lib/domain/source';
import { FormProblem } from '../account/FormProblem';
import { FormSaved } from '../account/FormSaved';
import { type FormAction, faultOf, typedIn } from '../account/form-action';
import { useSentForm } from '../account/use-sent-form';
import { evidenceWords } from '../messages/evidence-words';
import { sources as sourcesWords } from '../messages/sources';
import { Select } from '../ui/Select';
import { SubmitButton } from '../ui/SubmitButton';
import { TextArea } from '../ui/TextArea';
import { TextField } from '../ui/TextField';

type SourceFormProps = {
  readonly action: FormAction;
  readonly sourceId: string;
  /** Absent for a new one. */
  readonly source: Source | undefined;
  /** Why the actor may not save; absent when they may. */
  readonly reason: string | undefined;
};

const words = sourcesWords.form;

/** What is known of a source. */
export function SourceForm({ action, sourceId, source, reason }: SourceFormProps) {
  const [state, send] = useSentForm(action);
  const value = (field: string, now: string | null | undefined): string => typedIn(state, field) ?? now ?? '';
  const isFixed = reason !== undefined;
  return (
    <form
      // What a select shows is set once: a saved form begins anew with what was saved.
      key={source?.version}
      action={send}
      noValidate
      className="flex max-w-form flex-col gap-3.5"
    >
      <FormProblem state={state} />
      <input type="hidden" name="sourceId" value={sourceId} />
      <input type="hidden" name="version" value={source?.version ?? 0} />
      <TextField
        label={words.title}
        name="title"
        maxLength={500}
        readOnly={isFixed}
        defaultValue={value('title', source?.title)}
        error={faultOf(state, 'title')}
      />
      <TextField
        label={words.address}
        optional
        name="address"
        type="url"
        inputMode="url"
        placeholder="https://"
        maxLength={2_000}
        readOnly={isFixed}
        defaultValue={value('address', source?.address)}
        error={faultOf(state, 'address')}
      />
      <div className="grid grid-cols-2 gap-3">
        <Select
          key={`type ${value('type', source?.type)}`}
          label={words.type}
          name="type"
          disabled={isFixed}
          options={evidenceTypes.map((type) => ({ value: type, label: evidenceWords.evidenceTypes[type] }))}
          defaultValue={value('type', source?.type ?? 'official_document')}
          error={faultOf(state, 'type')}
        />
        <Select
          key={`tier ${value('tier', source?.tier)}`}
          label={words.tier}
          name="tier"
          disabled={isFixed}
          options={evidenceTiers.map((tier) => ({ value: tier, label: evidenceWords.evidenceTiers[tier] }))}
          defaultValue={value('tier', source?.tier ?? 'primary')}
          error={faultOf(state, 'tier')}
        />
      </div>
      <TextField
        label={words.independenceGroup}
        optional
        hint={words.independenceGroupHint}
        name="independenceGroup"
        maxLength={120}
        readOnly={isFixed}
        defaultValue={value('independenceGroup', source?.independenceGroup)}
        error={faultOf(state, 'independenceGroup')}
      />
      <TextArea
        label={words.note}
        optional
        hint={words.noteHint}
        name="note"
        rows={2}
        maxLength={5_000}
        readOnly={isFixed}
        defaultValue={value('note', source?.note)}
        error={faultOf(state, 'note')}
      />
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton variant="primary" busyLabel={words.busy} reason={reason}>
          {words.save}
        </SubmitButton>
        <FormSaved state={state}>{words.saved}</FormSaved>
      </div>
    </form>
  );
}
