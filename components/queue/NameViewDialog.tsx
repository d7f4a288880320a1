'use client';

import { type FormEvent, useId, useRef, useState } from 'react';
import { articles as articlesWords } from '../messages/articles';
import { queue as queueWords } from '../messages/queue';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { TextField } from '../ui/TextField';

type NameViewDialogProps = {
  readonly title: string;
  readonly name: string;
  readonly onClose: () => void;
  /** Throws with a sentence when the name cannot be kept; the dialog then stays with what was typed. */
  readonly onName: (name: string) => Promise<void>;
};

/** Asks for the name of a saved view. */
export function NameViewDialog({ title, name, onClose, onName }: NameViewDialogProps) {
  const words = queueWords;
  const form = useId();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(name);
  const [error, setError] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (typed.trim() === '') {
      setError(words.viewNameMissing);
      field.current?.focus();
      return;
    }
    setBusy(true);
    try {
      await onName(typed.trim());
      onClose();
    } catch (refusal) {
      setError(refusal instanceof Error ? refusal.message : articlesWords.noAnswer);
      setBusy(false);
    }
  }

  return (
    <Dialog
      open
      size="sm"
      onOpenChange={onClose}
      title={title}
      initialFocus={field}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="submit" form={form} variant="primary" busy={isBusy}>
            {words.save}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} noValidate>
        <TextField
          ref={field}
          label={words.viewName}
          hint={words.viewHint}
          error={error}
          maxLength={60}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </form>
    </Dialog>
  );
}
