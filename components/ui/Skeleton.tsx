import { classNames } from './class-names';

type SkeletonProps = {
  /** How many lines of text it stands for. */
  readonly lines?: number;
  readonly className?: string | undefined;
};

/** The shape of text that is on its way. The region around it says `aria-busy`. */
export function Skeleton({ lines = 1, className }: SkeletonProps) {
  return (
    <div aria-hidden className={classNames('flex animate-pulse flex-col gap-2', className)}>
      {Array.from({ length: lines }, (_, line) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are alike and never move
          key={line}
          className={classNames(
            'h-3 rounded-xs bg-line',
            lines > 1 && line === lines - 1 ? 'w-3/5' : 'w-full',
          )}
        />
      ))}
    </div>
  );
}
