'use client';

import type { ReactNode } from 'react';
import { useFormStatus } from 'react-dom';
import { messages } from '../messages';
import { Button, type ButtonProps } from './Button';

/** Sends the form around it; while the form is on its way it says so and cannot be pressed again. */
export function SubmitButton({
  busyLabel = messages.ui.working,
  children,
  variant = 'primary',
  ...rest
}: Omit<ButtonProps, 'type' | 'busy'> & { readonly busyLabel?: ReactNode }) {
  const { pending } = useFormStatus();
  return (
    <Button {...rest} variant={variant} type="submit" busy={pending}>
      {pending ? busyLabel : children}
    </Button>
  );
}
