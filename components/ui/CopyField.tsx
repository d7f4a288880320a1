'use client';

import { Check, Copy } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { messages } from '../messages';
import { Button } from './Button';
import { controlClass, Field, type FieldWords, fieldDescription } from './Field';

type CopyFieldProps = Pick<FieldWords, 'label' | 'hideLabel' | 'hint'> & {
  readonly value: string;
  readonly className?: string | undefined;
};

/** A value to take elsewhere: read only, chosen whole on focus, with Copy beside it. */
export function CopyField({ label, hideLabel, hint, value, className }: CopyFieldProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');
  const words = messages.ui.copy;
  const error = state === 'failed' ? words.failed : undefined;

  async function copy() {
    try {
      await navigator.clipboard.writeText(value);
      setState('copied');
    } catch {
      // Refused or not a secure address: the text is chosen, so that Ctrl+C works.
      input.current?.select();
      setState('failed');
    }
  }

  return (
    <Field id={id} label={label} hideLabel={hideLabel} hint={hint} error={error} className={className}>
      <div className="flex gap-2">
        <input
          ref={input}
          id={id}
          readOnly
          value={value}
          onFocus={(event) => event.currentTarget.select()}
          aria-describedby={fieldDescription(id, { hint, error })}
          className={`${controlClass} h-8.5 text-sm`}
        />
        <Button onClick={copy}>
          {state === 'copied' ? (
            <Check aria-hidden className="size-4" />
          ) : (
            <Copy aria-hidden className="size-4" />
          )}
          <span aria-live="polite">{state === 'copied' ? words.copied : words.copy}</span>
        </Button>
      </div>
    </Field>
  );
}
