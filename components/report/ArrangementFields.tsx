import { useId } from 'react';
import { marks } from '@/lib/domain/annotation';
import {
  type Arrangement,
  detailsOfView,
  type ReportView,
  reportDetails,
  reportLooks,
  reportOrders,
  reportViews,
} from '@/lib/domain/report/report-arrangement';
import { reportBuilder as words } from '../messages/report-builder';
import { Checkbox } from '../ui/Checkbox';
import { FieldNotes, fieldDescription } from '../ui/Field';
import { RadioGroup } from '../ui/RadioGroup';
import { Select } from '../ui/Select';
import { SectionFields } from './SectionFields';

type ArrangementFieldsProps = {
  readonly arrangement: Arrangement;
  readonly revision: number;
  readonly onChange: (changes: Partial<Arrangement>) => void;
};

/** The choices of a report. What another choice rules out is not offered, and the reason stands beside it. */
export function ArrangementFields({ arrangement, revision, onChange }: ArrangementFieldsProps) {
  const { view, sections, order, look, since } = arrangement;
  const isChecking = view === 'checking';
  return (
    <>
      <RadioGroup
        name="view"
        label={words.view.label}
        value={view}
        onChange={(value) => onChange({ view: value as ReportView })} // the value of one of the options below
        options={reportViews.map((value) => ({ value, ...words.view.options[value] }))}
      />
      <SectionFields
        sections={sections}
        isChecking={isChecking}
        onChange={(next) => onChange({ sections: next })}
      />
      {isChecking && sections.includes('changes') ? (
        <Select
          label={words.since.label}
          value={since === null ? '' : String(since)}
          onChange={({ target }) => onChange({ since: target.value === '' ? null : Number(target.value) })}
          options={[
            { value: '', label: words.since.never },
            ...Array.from({ length: revision }, (_, index) => ({
              value: String(revision - index),
              label: words.since.revision(revision - index),
            })),
          ]}
        />
      ) : null}
      <CheckboxList
        label={words.marks.label}
        all={marks}
        chosen={arrangement.marks}
        names={words.marks.options}
        error={arrangement.marks.length === 0 ? words.marks.needsOne : undefined}
        onChange={(next) => onChange({ marks: next })}
      />
      <CheckboxList
        label={words.details.label}
        all={detailsOfView[view]}
        chosen={arrangement.details}
        names={words.details.options}
        hint={isChecking ? words.details.hint : words.details.onlyChecking}
        onChange={(next) => onChange({ details: reportDetails.filter((one) => next.includes(one)) })}
      />
      <Select
        label={words.order.label}
        value={order}
        onChange={({ target }) => onChange({ order: known(reportOrders, target.value) })}
        options={reportOrders.map((value) => ({ value, label: words.order.options[value] }))}
      />
      <Select
        label={words.look.label}
        value={order === 'text' ? look : 'after'}
        disabled={order !== 'text'}
        hint={order === 'text' ? undefined : words.look.afterOnly}
        onChange={({ target }) => onChange({ look: known(reportLooks, target.value) })}
        options={reportLooks.map((value) => ({ value, label: words.look.options[value] }))}
      />
    </>
  );
}

/** The value of a list that an option of it gave. */
function known<T extends string>(list: readonly [T, ...T[]], value: string): T {
  return list.find((one) => one === value) ?? list[0];
}

type CheckboxListProps<T extends string> = {
  readonly label: string;
  readonly all: readonly T[];
  readonly chosen: readonly T[];
  readonly names: Readonly<Record<T, string>>;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly onChange: (chosen: readonly T[]) => void;
};

/** Several of a list, kept in the order of the list. */
function CheckboxList<T extends string>({
  label,
  all,
  chosen,
  names,
  hint,
  error,
  onChange,
}: CheckboxListProps<T>) {
  const id = useId();
  const toggle = (one: T): void => {
    const without = chosen.filter((other) => other !== one);
    const next = without.length === chosen.length ? [...chosen, one] : without;
    onChange([
      ...all.filter((known) => next.includes(known)),
      ...next.filter((known) => !all.includes(known)),
    ]);
  };
  return (
    <fieldset aria-describedby={fieldDescription(id, { hint, error })}>
      <legend className="mb-1 text-sm font-medium text-ink">{label}</legend>
      {all.map((one) => (
        <Checkbox key={one} label={names[one]} checked={chosen.includes(one)} onChange={() => toggle(one)} />
      ))}
      <FieldNotes id={id} hint={hint} error={error} />
    </fieldset>
  );
}
