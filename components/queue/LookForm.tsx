'use client';

import { type KeyboardEvent, type RefObject, useId } from 'react';
import { queue as queueWords } from '../messages/queue';
import { Button } from '../ui/Button';
import { Kbd } from '../ui/Kbd';
import { TextArea } from '../ui/TextArea';

type LookFormProps = {
  readonly note: string;
  readonly onNote: (note: string) => void;
  readonly onLook: () => void;
  /** Escape in the field: the keys of the page work again. */
  readonly onLeave: () => void;
  readonly fieldRef: RefObject<HTMLTextAreaElement | null>;
  /** Why this person may not do it. */
  readonly reason: string | undefined;
};

/** "Looked at", with a note of what was found. */
export function LookForm({ note, onNote, onLook, onLeave, fieldRef, reason }: LookFormProps) {
  const id = useId();
  const words = queueWords;

  function press(event: KeyboardEvent) {
    if (event.key === 'Escape') onLeave();
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onLook();
  }

  return (
    <form
      className="flex flex-col gap-3 border-t pt-4"
      onSubmit={(event) => {
        event.preventDefault();
        onLook();
      }}
    >
      <TextArea
        id={id}
        ref={fieldRef}
        label={words.lookNote}
        hint={words.lookNoteHint}
        optional
        maxLength={2_000}
        value={note}
        disabled={reason !== undefined}
        onChange={(event) => onNote(event.currentTarget.value)}
        onKeyDown={press}
      />
      <div>
        <Button type="submit" variant="primary" reason={reason}>
          {words.look}
          <Kbd keys="E" onInk className="max-lg:hidden" />
        </Button>
      </div>
    </form>
  );
}
