'use client';

import { useEffect, useRef } from 'react';
import { type Outcome, outcomes } from '@/lib/domain/check';
import { messages } from '../../messages';
import { check } from '../../messages/check';
import { RadioGroup } from '../../ui/RadioGroup';

type OutcomeFieldProps = {
  readonly name: string;
  readonly value: Outcome | null;
  readonly error: string | undefined;
  readonly onChange: (outcome: Outcome) => void;
};

/** What the check comes to; the first thing asked, with the focus. */
export function OutcomeField({ name, value, error, onChange }: OutcomeFieldProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const radios = box.current?.querySelectorAll<HTMLInputElement>('input');
    const chosen = [...(radios ?? [])].find(({ checked }) => checked) ?? radios?.[0];
    chosen?.focus({ preventScroll: true });
  }, []);
  return (
    <div ref={box}>
      <RadioGroup
        name={name}
        label={check.form.outcome}
        error={error}
        className="grid! grid-cols-2 gap-x-2 gap-y-0! text-sm [&>legend]:col-span-2 [&>p]:col-span-2 [&>div]:min-h-7 [&>div]:items-center"
        options={outcomes.map((outcome) => ({ value: outcome, label: messages.words.outcomes[outcome] }))}
        value={value ?? ''}
        onChange={(chosen) => {
          const outcome = outcomes.find((one) => one === chosen);
          if (outcome !== undefined) onChange(outcome);
        }}
      />
      {value === null ? null : <p className="text-xs text-ink-2">{check.outcomeHints[value]}</p>}
    </div>
  );
}
