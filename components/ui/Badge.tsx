import { classNames } from './class-names';

type BadgeProps = {
  readonly count: number;
  readonly tone?: 'danger' | 'plain';
  readonly className?: string | undefined;
};

/** A small number on an icon; 100 and more is shown as 99+. Nothing for 0. */
export function Badge({ count, tone = 'danger', className }: BadgeProps) {
  if (count === 0) return null;
  return (
    <span
      className={classNames(
        'inline-block min-w-4 rounded-full px-1 text-center text-[0.625rem] leading-4 font-semibold tabular-nums forced-colors:border',
        tone === 'danger' ? 'bg-danger text-sheet' : 'bg-wash text-ink-2',
        className,
      )}
    >
      {count > 99 ? '99+' : count}
    </span>
  );
}
