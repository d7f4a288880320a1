import Link from 'next/link';
import type { ComponentProps } from 'react';
import { type ButtonSize, type ButtonVariant, buttonClass } from './button-class';
import { classNames } from './class-names';

type ButtonLinkProps = ComponentProps<typeof Link> & {
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
};

/** A link to another page that looks like a button. */
export function ButtonLink({ variant = 'outline', size = 'md', className, ...rest }: ButtonLinkProps) {
  return <Link {...rest} className={classNames(buttonClass(variant, size), className)} />;
}
