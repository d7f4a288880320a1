'use client';

import { findVerdict, type VerdictChoice } from '@/lib/domain/verdict';
import { check } from '../../messages/check';
import { Select } from '../../ui/Select';
import { useWorkbench } from '../workbench-context';

const words = check.form;

type VerdictFieldProps = {
  readonly verdict: VerdictChoice | null;
  /** The scale chosen while no step of it is; null for the team's first. */
  readonly scaleId: string | null;
  readonly onChange: (changes: { readonly verdict: VerdictChoice | null; readonly scaleId: string }) => void;
};

/** The truth rating, on the team's scale unless another one is chosen. */
export function VerdictField({ verdict, scaleId, onChange }: VerdictFieldProps) {
  const { scales } = useWorkbench().rules;
  const wanted = verdict?.scaleId ?? scaleId;
  const scale = scales.find(({ id }) => id === wanted) ?? scales[0];
  if (scale === undefined) return null;
  // The scale may be changed while one writes: what it does not have any more is not chosen, and that is said.
  const isChosen = verdict !== null && findVerdict([scale], verdict) !== undefined;
  return (
    <div className="grid grid-cols-2 gap-2">
      {scale.steps.length === 0 ? null : (
        <Select
          label={words.verdict}
          placeholder={words.noVerdict}
          options={scale.steps.map(({ key, label }) => ({ value: key, label }))}
          value={isChosen ? verdict.key : ''}
          error={verdict === null || isChosen ? undefined : words.verdictGone}
          onChange={({ target: { value: key } }) =>
            onChange({
              scaleId: scale.id,
              verdict: key === '' ? null : { scaleId: scale.id, scaleVersion: scale.version, key },
            })
          }
        />
      )}
      {scales.length < 2 ? null : (
        <Select
          label={words.scale}
          options={scales.map(({ id, name }) => ({ value: id, label: name }))}
          value={scale.id}
          onChange={({ target }) => onChange({ scaleId: target.value, verdict: null })}
        />
      )}
    </div>
  );
}
