'use client';

import { type ComponentProps, type MouseEvent, useId } from 'react';
import { type ButtonSize, type ButtonVariant, buttonClass } from './button-class';
import { classNames } from './class-names';

export type ButtonProps = ComponentProps<'button'> & {
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  /** Why it cannot be used now. The button is then disabled, stays reachable by keyboard, and the reason stands beside it. */
  readonly reason?: string | undefined;
  /** Its work is under way: presses are ignored. */
  readonly busy?: boolean | undefined;
};

/** A button. `type` is `button` unless said otherwise. */
export function Button({
  variant = 'outline',
  size = 'md',
  reason,
  busy = false,
  className,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  const reasonId = useId();
  const blocked = reason !== undefined || busy;

  function click(event: MouseEvent<HTMLButtonElement>) {
    if (blocked) event.preventDefault();
    else onClick?.(event);
  }

  const button = (
    <button
      {...rest}
      type={type}
      onClick={click}
      aria-disabled={blocked ? true : rest['aria-disabled']}
      aria-busy={busy || undefined}
      aria-describedby={reason === undefined ? rest['aria-describedby'] : reasonId}
      className={classNames(buttonClass(variant, size), className)}
    />
  );
  if (reason === undefined) return button;
  return (
    <span className="inline-flex max-w-full flex-wrap items-center gap-x-2 gap-y-1">
      {button}
      <span id={reasonId} className="text-xs text-ink-2">
        {reason}
      </span>
    </span>
  );
}
