import Link from 'next/link';
import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names';

type ChipWords = { readonly children: ReactNode; readonly count?: number | undefined };

type ChipProps = Omit<ComponentProps<'button'>, 'children'> & ChipWords & { readonly pressed: boolean };

/** A filter that is on or off, with how many it would show. */
export function Chip({ pressed, count, children, className, ...rest }: ChipProps) {
  return (
    <button
      {...rest}
      type="button"
      aria-pressed={pressed}
      className={classNames(chipClass, pressed ? onClass : offClass, className)}
    >
      <ChipText count={count}>{children}</ChipText>
    </button>
  );
}

type ChipLinkProps = Omit<ComponentProps<typeof Link>, 'children'> &
  ChipWords & { readonly current: boolean };

/** A filter that lives in the address: a link, marked when it is the current one. */
export function ChipLink({ current, count, children, className, ...rest }: ChipLinkProps) {
  return (
    <Link
      {...rest}
      aria-current={current ? 'true' : undefined}
      className={classNames(chipClass, current ? onClass : offClass, className)}
    >
      <ChipText count={count}>{children}</ChipText>
    </Link>
  );
}

function ChipText({ children, count }: ChipWords) {
  return (
    <>
      {children}
      {count === undefined ? null : <span className="tabular-nums opacity-80"> {count}</span>}
    </>
  );
}

const chipClass =
  'inline-flex min-h-6.5 items-center gap-1 rounded-full border px-2.5 text-xs whitespace-nowrap transition-colors forced-colors:aria-pressed:bg-[Highlight] forced-colors:aria-pressed:text-[HighlightText] forced-colors:aria-pressed:forced-color-adjust-none forced-colors:aria-[current]:bg-[Highlight] forced-colors:aria-[current]:text-[HighlightText] forced-colors:aria-[current]:forced-color-adjust-none';
const onClass = 'border-ink bg-ink text-paper';
const offClass = 'border-line-2 text-ink-2 hover:border-line-3 hover:text-ink';
