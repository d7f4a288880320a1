'use client';

import { Eye, EyeOff } from 'lucide-react';
import { type ComponentProps, useId, useState } from 'react';
import { messages } from '../messages';
import { classNames } from './class-names';
import { controlClass, Field, type FieldWords, fieldDescription } from './Field';

type PasswordFieldProps = Omit<ComponentProps<'input'>, 'children' | 'type'> & FieldWords;

/** A password, with a switch to show what is typed. */
export function PasswordField({
  label,
  hideLabel,
  hint,
  error,
  optional,
  className,
  id: givenId,
  ...rest
}: PasswordFieldProps) {
  const ownId = useId();
  const id = givenId ?? ownId;
  const [shown, setShown] = useState(false);
  const words = { label, hideLabel, hint, error, optional };
  const Icon = shown ? EyeOff : Eye;
  return (
    <Field id={id} {...words} className={className}>
      <div className="relative">
        <input
          {...rest}
          id={id}
          type={shown ? 'text' : 'password'}
          spellCheck={false}
          autoCapitalize="none"
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={fieldDescription(id, words)}
          className={classNames(controlClass, 'h-8.5 pe-9')}
        />
        <button
          type="button"
          aria-label={shown ? messages.ui.hidePassword : messages.ui.showPassword}
          onClick={() => setShown(!shown)}
          className="absolute inset-y-0 end-0 grid w-8.5 place-items-center rounded-lg text-ink-3 hover:text-ink"
        >
          <Icon aria-hidden className="size-4" />
        </button>
      </div>
    </Field>
  );
}
