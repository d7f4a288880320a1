import type { ReactNode } from 'react';
import { classNames } from './class-names';

export type StatusTone = 'plain' | 'blue' | 'green' | 'red' | 'amber' | 'violet' | 'grey';

type StatusChipProps = {
  readonly tone?: StatusTone;
  /** A sign before the words; colour alone says nothing. */
  readonly icon?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string | undefined;
};

/** A state in one or two words. */
export function StatusChip({ tone = 'plain', icon, children, className }: StatusChipProps) {
  return (
    <span
      className={classNames(
        'inline-flex max-w-full items-center gap-1 rounded-sm border px-1.5 py-px text-xs font-medium whitespace-nowrap [&_svg]:size-3',
        tones[tone],
        className,
      )}
    >
      {icon}
      {children}
    </span>
  );
}

const tones: Record<StatusTone, string> = {
  plain: 'border-line-2 bg-sheet text-ink-2',
  blue: 'border-transparent bg-pencil-bg text-pencil',
  green: 'border-transparent bg-ok-bg text-ok',
  red: 'border-transparent bg-danger-bg text-danger',
  amber: 'border-transparent bg-warn-bg text-warn',
  violet: 'border-transparent bg-opinion-bg text-opinion',
  grey: 'border-transparent bg-nofact-bg text-nofact',
};
