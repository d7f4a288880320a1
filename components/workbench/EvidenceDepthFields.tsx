'use client';

import { useState } from 'react';
import { attributions, credibilities, type EvidenceFields, reliabilities } from '@/lib/domain/evidence';
import { noDepth } from '@/lib/domain/no-depth';
import { card as cardWords } from '../messages/card';
import { contacts as contactsWords } from '../messages/contacts';
import { evidenceWords } from '../messages/evidence-words';
import { Checkbox } from '../ui/Checkbox';
import { Select } from '../ui/Select';
import { TextField } from '../ui/TextField';
import type { FieldProblems } from './field-problems';
import { useContacts } from './use-contacts';
import { useWorkbench } from './workbench-context';

const words = cardWords.evidence;
const { reliabilities: reliabilityWords, credibilities: credibilityWords } = evidenceWords;

type EvidenceDepthFieldsProps = {
  readonly values: EvidenceFields;
  readonly problems: FieldProblems;
  readonly onChange: (changes: Partial<EvidenceFields>) => void;
};

/** What is rarely filled in, folded away until it is wanted or holds something. */
export function EvidenceDepthFields({ values, problems, onChange }: EvidenceDepthFieldsProps) {
  const { rules } = useWorkbench();
  const contacts = useContacts();
  const contactId = values.contactId ?? null;
  const [beginsOpen] = useState(() => hasDepth(values));
  return (
    <details open={beginsOpen} className="flex flex-col">
      <summary className="min-h-6 w-fit cursor-pointer rounded-sm py-0.5 text-sm font-medium text-ink-2 hover:text-ink">
        {words.more}
      </summary>
      <div className="flex flex-col gap-2 pt-1">
        <TextField
          label={words.archivedAddress}
          type="url"
          inputMode="url"
          placeholder="https://"
          maxLength={2_000}
          value={values.archivedAddress ?? ''}
          error={problems.archivedAddress}
          onChange={({ target }) => onChange({ archivedAddress: orNull(target.value) })}
        />
        <TextField
          label={words.independenceGroup}
          hint={words.independenceGroupHint}
          maxLength={120}
          value={values.independenceGroup ?? ''}
          error={problems.independenceGroup}
          onChange={({ target }) => onChange({ independenceGroup: orNull(target.value) })}
        />
        <Select
          label={words.attribution}
          placeholder={words.notGiven}
          options={attributions.map((value) => ({ value, label: evidenceWords.attributions[value] }))}
          value={values.attribution ?? ''}
          error={problems.attribution}
          onChange={({ target }) =>
            onChange({ attribution: attributions.find((level) => level === target.value) ?? null })
          }
        />
        {rules.usesAdmiraltyCode ? (
          <div className="grid grid-cols-2 gap-2">
            <Select
              label={words.reliability}
              placeholder={words.notGiven}
              options={reliabilities.map((value) => ({ value, label: reliabilityWords[value] }))}
              value={values.reliability ?? ''}
              error={problems.reliability}
              onChange={({ target }) =>
                onChange({ reliability: reliabilities.find((grade) => grade === target.value) ?? null })
              }
            />
            <Select
              label={words.credibility}
              placeholder={words.notGiven}
              options={credibilities.map((value) => ({
                value: String(value),
                label: credibilityWords[value],
              }))}
              value={String(values.credibility ?? '')}
              error={problems.credibility}
              onChange={({ target }) =>
                onChange({
                  credibility: credibilities.find((grade) => String(grade) === target.value) ?? null,
                })
              }
            />
          </div>
        ) : null}
        {contacts.length === 0 && contactId === null ? null : (
          <Select
            label={contactsWords.choose}
            placeholder={contactsWords.chooseNone}
            options={[
              ...contacts.map(({ id, name }) => ({ value: id, label: name })),
              ...(contactId === null || contacts.some(({ id }) => id === contactId)
                ? []
                : [{ value: contactId, label: contactsWords.someone }]),
            ]}
            value={contactId ?? ''}
            error={problems.contactId}
            onChange={({ target }) => onChange({ contactId: orNull(target.value) })}
          />
        )}
        <Checkbox
          label={words.confidential}
          hint={words.confidentialHint}
          checked={values.isConfidential ?? false}
          onChange={({ target }) => onChange({ isConfidential: target.checked })}
        />
      </div>
    </details>
  );
}

function hasDepth(values: EvidenceFields): boolean {
  const known = { ...noDepth, ...values };
  const { archivedAddress, independenceGroup, reliability, credibility, attribution } = known;
  const given = [archivedAddress, independenceGroup, reliability, credibility, attribution, known.contactId];
  return known.isConfidential || given.some((value) => value !== null);
}

const orNull = (value: string): string | null => (value.trim() === '' ? null : value);
