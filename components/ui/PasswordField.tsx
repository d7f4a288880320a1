'use client';

import { Eye, EyeOff } from 'lucide-react';
import { type ComponentProps, useState } from 'react';
import { messages } from '../messages';
import { classNames } from './class-names';
import { controlClass, Field, type FieldWords, useControl } from './Field';

type PasswordFieldProps = Omit<ComponentProps<'input'>, 'children' | 'type'> & FieldWords;

/** A password, with a switch to show what is typed. */
export function PasswordField(props: PasswordFieldProps) {
  const { field, control } = useControl(props);
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <Field {...field}>
      <div className="relative">
        <input
          {...control}
          type={shown ? 'text' : 'password'}
          spellCheck={false}
          autoCapitalize="none"
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
