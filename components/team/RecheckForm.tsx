'use client';

import { useState } from 'react';
import { type RecheckDays, recheckIntervals } from '@/lib/domain/capture';
import type { FormAction } from '../account/form-action';
import { useSend } from '../account/use-send';
import { team as teamWords } from '../messages/team';
import { Button } from '../ui/Button';
import { Select } from '../ui/Select';
import { useToast } from '../ui/Toast';

type RecheckFormProps = {
  readonly action: FormAction;
  /** How often it is done now; null never. */
  readonly days: RecheckDays | null;
  /** Why the actor may not change it; absent when they may. */
  readonly reason: string | undefined;
};

const words = teamWords.recheck;
const choices = ['never', ...recheckIntervals] as const;

/** How often the pages of evidence are looked at again by themselves. */
export function RecheckForm({ action, days, reason }: RecheckFormProps) {
  const [busy, send] = useSend();
  const toast = useToast();
  const [chosen, setChosen] = useState(String(days ?? 'never'));

  function save(): void {
    const name = words.choices[choices.find((choice) => String(choice) === chosen) ?? 'never'];
    send(action, { days: chosen }, () => toast.show({ message: words.saved(name) }));
  }

  return (
    <div className="flex flex-wrap items-end gap-3">
      <Select
        label={words.label}
        value={chosen}
        disabled={reason !== undefined}
        onChange={(event) => setChosen(event.target.value)}
        options={choices.map((choice) => ({ value: String(choice), label: words.choices[choice] }))}
        className="w-56"
      />
      <Button busy={busy} reason={reason} onClick={save}>
        {words.save}
      </Button>
    </div>
  );
}
