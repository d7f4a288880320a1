'use client';

import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { StepDraft } from '@/lib/domain/scale-draft';
import { internalVerdicts } from '@/lib/domain/verdict';
import { messages } from '../messages';
import { scales as scalesWords } from '../messages/scales';
import { Button } from '../ui/Button';
import { IconButton } from '../ui/IconButton';
import { Select } from '../ui/Select';
import { TextField } from '../ui/TextField';

type StepFieldsProps = {
  /** Fields have this id and their number. */
  readonly id: string;
  readonly steps: readonly StepDraft[];
  readonly faults: ReadonlyMap<number | 'name' | 'steps', string>;
  readonly onChange: (steps: readonly StepDraft[]) => void;
};

/** The steps of a scale as they are written: name, meaning, order. */
export function StepFields({ id, steps, faults, onChange }: StepFieldsProps) {
  const words = scalesWords.dialog;
  // The field or button that gets the focus once the steps are drawn anew: it follows the step.
  const [next, setNext] = useState<string>();
  useEffect(() => {
    if (next === undefined) return;
    document.getElementById(next)?.focus();
    setNext(undefined);
  }, [next]);

  function change(index: number, part: Partial<StepDraft>) {
    onChange(steps.map((step, at) => (at === index ? { ...step, ...part } : step)));
  }

  function move(index: number, by: 1 | -1) {
    const moved = steps[index];
    if (moved === undefined) return;
    const others = steps.filter((_, at) => at !== index);
    onChange([...others.slice(0, index + by), moved, ...others.slice(index + by)]);
    setNext(`${id}-${index + by}-${by === 1 ? 'down' : 'up'}`);
  }

  function remove(index: number) {
    onChange(steps.filter((_, at) => at !== index));
    setNext(steps.length === 1 ? `${id}-add` : `${id}-${Math.min(index, steps.length - 2)}`);
  }

  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-sm font-medium">{words.steps}</legend>
      {steps.map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a new step has no id, and every field is controlled
        <div key={index} className="flex flex-wrap items-start gap-2">
          <TextField
            label={words.stepName(index + 1)}
            hideLabel
            id={`${id}-${index}`}
            maxLength={60}
            className="min-w-40 flex-1"
            value={step.label}
            onChange={({ currentTarget }) => change(index, { label: currentTarget.value })}
            error={faults.get(index)}
          />
          <Select
            label={words.meaning(index + 1)}
            hideLabel
            className="min-w-44 flex-1"
            value={step.internal}
            options={meanings}
            onChange={({ currentTarget }) => {
              const internal = internalVerdicts.find((verdict) => verdict === currentTarget.value);
              if (internal !== undefined) change(index, { internal });
            }}
          />
          <div className="flex">
            <IconButton
              id={`${id}-${index}-up`}
              label={words.up(index + 1)}
              aria-disabled={index === 0}
              onClick={() => index > 0 && move(index, -1)}
            >
              <ArrowUp aria-hidden />
            </IconButton>
            <IconButton
              id={`${id}-${index}-down`}
              label={words.down(index + 1)}
              aria-disabled={index === steps.length - 1}
              onClick={() => index < steps.length - 1 && move(index, 1)}
            >
              <ArrowDown aria-hidden />
            </IconButton>
            <IconButton label={words.remove(index + 1)} onClick={() => remove(index)}>
              <X aria-hidden />
            </IconButton>
          </div>
        </div>
      ))}
      <Button
        id={`${id}-add`}
        size="sm"
        className="self-start"
        onClick={() => {
          setNext(`${id}-${steps.length}`);
          onChange([...steps, { key: null, label: '', internal: 'mixed' }]);
        }}
      >
        <Plus aria-hidden className="size-4" />
        {words.add}
      </Button>
    </fieldset>
  );
}

const meanings = internalVerdicts.map((value) => ({ value, label: messages.words.verdicts[value] }));
