'use client';

import type { ComponentProps } from 'react';
import { type ButtonSize, type ButtonVariant, buttonClass } from './button-class';
import { classNames } from './class-names';
import { Tooltip } from './Tooltip';

type IconButtonProps = Omit<ComponentProps<'button'>, 'aria-label' | 'title'> & {
  /** Its name, spoken and shown as a tooltip. */
  readonly label: string;
  /** The keys that do the same, shown in the tooltip: "Ctrl K". */
  readonly keys?: string | undefined;
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  readonly tooltipSide?: 'top' | 'bottom' | 'left' | 'right';
};

/** A button that shows only an icon (its child). */
export function IconButton({
  label,
  keys,
  variant = 'ghost',
  size = 'md',
  tooltipSide = 'top',
  className,
  type = 'button',
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip content={label} keys={keys} side={tooltipSide}>
      <button
        {...rest}
        type={type}
        aria-label={label}
        className={classNames(buttonClass(variant, size), squares[size], className)}
      />
    </Tooltip>
  );
}

const squares: Record<ButtonSize, string> = {
  sm: 'w-7 px-0! [&_svg]:size-3.5',
  md: 'w-8.5 px-0! [&_svg]:size-4',
  lg: 'w-10 px-0! [&_svg]:size-4.5',
};
