'use client';

import { useEffect, useRef, useState } from 'react';
import { messages } from '../messages';
import { TextField } from '../ui/TextField';

type CodeFieldProps = {
  readonly error: string | undefined;
  /** Takes the focus when it appears: it is what comes next. */
  readonly takesFocus?: boolean;
  /** Whether only an app's code will do, as long as there are no recovery codes. */
  readonly appOnly?: boolean;
};

/** A code of the second factor: six digits from the app, or a recovery code for who has lost it. */
export function CodeField({ error, takesFocus = false, appOnly = false }: CodeFieldProps) {
  const [isRecovery, setRecovery] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const words = messages.account.secondFactor.code;
  useEffect(() => {
    if (takesFocus) field.current?.focus();
  }, [takesFocus]);

  function change() {
    setRecovery(!isRecovery);
    if (field.current === null) return;
    field.current.value = '';
    field.current.focus();
  }

  return (
    <div className="flex flex-col items-start gap-1.5">
      <TextField
        ref={field}
        label={isRecovery ? words.recovery : words.app}
        hint={error === undefined ? (isRecovery ? words.recoveryHint : words.appHint) : undefined}
        error={error}
        id="code"
        name="code"
        inputMode={isRecovery ? 'text' : 'numeric'}
        autoComplete={isRecovery ? 'off' : 'one-time-code'}
        autoCapitalize="none"
        spellCheck={false}
        required
        maxLength={40}
        className="w-full"
      />
      {appOnly ? null : (
        <button
          type="button"
          onClick={change}
          className="min-h-6 text-sm text-ink-2 underline underline-offset-3 hover:text-ink"
        >
          {isRecovery ? words.useApp : words.useRecovery}
        </button>
      )}
    </div>
  );
}
