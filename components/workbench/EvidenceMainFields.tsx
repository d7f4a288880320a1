'use client';

import { type EvidenceFields, evidenceStances, evidenceTiers, evidenceTypes } from '@/lib/domain/evidence';
import { card as cardWords } from '../messages/card';
import { evidenceWords } from '../messages/evidence-words';
import { SegmentedControl } from '../ui/SegmentedControl';
import { Select } from '../ui/Select';
import { TextArea } from '../ui/TextArea';
import { TextField } from '../ui/TextField';
import type { FieldProblems } from './field-problems';
import { SourceTitleField } from './SourceTitleField';
import { usePastedAddress } from './use-pasted-address';

const words = cardWords.evidence;
const { evidenceTypes: typeWords, evidenceTiers: tierWords, evidenceStances: stanceWords } = evidenceWords;

type EvidenceMainFieldsProps = {
  readonly values: EvidenceFields;
  readonly problems: FieldProblems;
  readonly onChange: (changes: Partial<EvidenceFields>) => void;
};

/** What every piece of evidence says: what it is, where it stands, how it bears on the claim. */
export function EvidenceMainFields({ values, problems, onChange }: EvidenceMainFieldsProps) {
  const pasted = usePastedAddress(values, onChange);
  return (
    <>
      <SourceTitleField values={values} error={problems.title} onChange={onChange} onPaste={pasted.onPaste} />
      <p role="status" className="text-xs text-ink-2 empty:hidden">
        {pasted.isReading ? words.readingTitle : null}
      </p>
      <TextField
        label={words.address}
        optional
        type="url"
        inputMode="url"
        placeholder="https://"
        maxLength={2_000}
        value={values.address ?? ''}
        error={problems.address}
        onChange={(event) => onChange({ address: orNull(event.target.value) })}
        onPaste={pasted.onPaste}
      />
      <div className="grid grid-cols-2 gap-2">
        <Select
          label={words.type}
          options={evidenceTypes.map((value) => ({ value, label: typeWords[value] }))}
          value={values.type}
          error={problems.type}
          onChange={({ target }) =>
            onChange({ type: evidenceTypes.find((type) => type === target.value) ?? values.type })
          }
        />
        <Select
          label={words.tier}
          options={evidenceTiers.map((value) => ({ value, label: tierWords[value] }))}
          value={values.tier}
          error={problems.tier}
          onChange={({ target }) =>
            onChange({ tier: evidenceTiers.find((tier) => tier === target.value) ?? values.tier })
          }
        />
      </div>
      <div className="flex flex-col gap-1">
        <span aria-hidden className="text-sm font-medium">
          {words.stance}
        </span>
        <SegmentedControl
          label={words.stance}
          options={evidenceStances.map((value) => ({ value, label: stanceWords[value] }))}
          value={values.stance}
          onChange={(stance) => onChange({ stance })}
        />
        {problems.stance === undefined ? null : <p className="text-sm text-danger">{problems.stance}</p>}
      </div>
      <TextArea
        label={words.quote}
        optional
        rows={1}
        maxLength={5_000}
        value={values.quote ?? ''}
        error={problems.quote}
        onChange={(event) => onChange({ quote: orNull(event.target.value) })}
      />
      <div className="grid grid-cols-2 gap-2">
        <TextField
          label={words.locator}
          placeholder={words.locatorExample}
          maxLength={300}
          value={values.locator ?? ''}
          error={problems.locator}
          onChange={(event) => onChange({ locator: orNull(event.target.value) })}
        />
        <TextField
          label={words.accessedOn}
          type="date"
          value={values.accessedOn ?? ''}
          error={problems.accessedOn}
          onChange={(event) => onChange({ accessedOn: orNull(event.target.value) })}
        />
      </div>
    </>
  );
}

const orNull = (value: string): string | null => (value.trim() === '' ? null : value);
