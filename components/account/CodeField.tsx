'use client';

import { useEffect, useRef, useState } from 'react';
import type { FormState } from '@/lib/domain/form-state';
import { account as accountWords } from '../messages/account';
import { TextField } from '../ui/TextField';
import { faultOf } from './form-action';

type CodeFieldProps = {
  /** The form's state; its fault with the code is shown until another kind of code is chosen. */
  readonly state: FormState<unknown>;
  /** Takes the focus when it appears: it is what comes next. */
  readonly takesFocus?: boolean;
  /** Whether only an app's code will do, as long as there are no recovery codes. */
  readonly appOnly?: boolean;
};

/** A code of the second factor: six digits from the app, or a recovery code for who has lost it. */
export function CodeField({ state, takesFocus = false, appOnly = false }: CodeFieldProps) {
  const [isRecovery, setRecovery] = useState(false);
  const [left, setLeft] = useState<FormState<unknown>>();
  const error = left === state ? undefined : faultOf(state, 'code');
  const field = useRef<HTMLInputElement>(null);
  const words = accountWords.secondFactor.code;
  useEffect(() => {
    if (takesFocus) field.current?.focus();
  }, [takesFocus]);

  function change() {
    setRecovery(!isRecovery);
    setLeft(state);
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
