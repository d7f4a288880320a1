'use client';

import type { FormEvent, KeyboardEvent, ReactNode } from 'react';
import { card as cardWords } from '../messages/card';
import { Button } from '../ui/Button';

const words = cardWords.form;

type CardFormProps = {
  readonly title: string;
  readonly saveLabel: string;
  /** What the server said against it. */
  readonly message: string | null;
  readonly isRefused: boolean;
  readonly onSave: () => void;
  /** Leaves and keeps what is typed. */
  readonly onLeave: () => void;
  readonly onDiscard: () => void;
  readonly children: ReactNode;
};

/** A small form on a card: Ctrl or Cmd with Enter saves, Escape leaves and keeps the draft. */
export function CardForm({
  title,
  saveLabel,
  message,
  isRefused,
  onSave,
  onLeave,
  onDiscard,
  children,
}: CardFormProps) {
  function submit(event: FormEvent): void {
    event.preventDefault();
    onSave();
  }

  function key(event: KeyboardEvent): void {
    const isSave = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (!isSave && event.key !== 'Escape') return;
    event.preventDefault();
    // Neither the card nor a sheet around it may take this key for its own.
    event.nativeEvent.stopImmediatePropagation();
    event.stopPropagation();
    if (isSave) onSave();
    else onLeave();
  }

  return (
    <form
      aria-label={title}
      noValidate
      onSubmit={submit}
      onKeyDown={key}
      className="mt-2.5 flex flex-col gap-2 border-t pt-2 pb-1 [&_textarea]:min-h-14"
    >
      <p aria-hidden className="text-xs font-semibold text-ink-2">
        {title}
      </p>
      {children}
      {message === null ? null : (
        <p role="alert" className="text-sm text-danger">
          {message}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-1.5">
        <Button type="submit" size="sm" variant="primary">
          {isRefused ? cardWords.note.retry : saveLabel}
        </Button>
        <Button size="sm" variant="ghost" onClick={onDiscard}>
          {words.discard}
        </Button>
        <span className="ms-auto text-2xs text-ink-3 max-phone:hidden">{words.keys}</span>
      </div>
    </form>
  );
}
