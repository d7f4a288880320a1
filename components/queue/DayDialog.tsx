'use client';

import { type FormEvent, useId, useRef, useState } from 'react';
import { queueActs as queueActsWords } from '../messages/queue-acts';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { TextField } from '../ui/TextField';
import { timeOnDay } from './due-choices';

type DayDialogProps = {
  readonly what: 'due' | 'snooze';
  /** The hour of the day that is meant. */
  readonly hour: number;
  readonly onClose: () => void;
  readonly onTime: (time: string) => void;
};

/** Asks for a day. */
export function DayDialog({ what, hour, onClose, onTime }: DayDialogProps) {
  const words = queueActsWords;
  const form = useId();
  const field = useRef<HTMLInputElement>(null);
  const [day, setDay] = useState('');
  const [error, setError] = useState<string>();

  function submit(event: FormEvent) {
    event.preventDefault();
    const time = timeOnDay(day, hour);
    if (time === undefined) {
      setError(words.dayMissing);
      field.current?.focus();
      return;
    }
    onClose();
    onTime(time);
  }

  return (
    <Dialog
      open
      size="sm"
      onOpenChange={onClose}
      title={words.dayTitle[what]}
      initialFocus={field}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="submit" form={form} variant="primary">
            {words.set}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} noValidate>
        <TextField
          ref={field}
          type="date"
          label={words.day}
          hint={words.dayHint[what]}
          error={error}
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
      </form>
    </Dialog>
  );
}
