import { messages } from '../messages';
import { classNames } from './class-names';

type SegmentedBarProps = {
  /** In words, beside the bar: "31 of 48 sentences decided". */
  readonly label: string;
  readonly total: number;
  readonly segments: readonly {
    readonly name: string;
    readonly value: number;
    readonly tone: 'green' | 'amber' | 'violet' | 'grey' | 'blue';
  }[];
  /** Only the bar and the share; the label is spoken and shown on hover. */
  readonly compact?: boolean;
  readonly className?: string | undefined;
};

/** How much of a whole has been decided, and how: one stroke in several colours. */
export function SegmentedBar({ label, total, segments, compact = false, className }: SegmentedBarProps) {
  const share = Math.floor(
    (segments.reduce((sum, segment) => sum + segment.value, 0) / Math.max(total, 1)) * 100,
  );
  const parts = segments.filter((segment) => segment.value > 0);
  const title = [label, ...parts.map((segment) => `${segment.name} ${segment.value}`)].join(' · ');
  return (
    <div
      role="img"
      aria-label={title}
      title={title}
      className={classNames(compact ? 'flex items-center gap-2' : 'whitespace-nowrap', className)}
    >
      {compact ? null : (
        <div className="mb-1 flex justify-between gap-3 text-[0.71875rem] leading-tight text-ink-2 tabular-nums">
          <span>{label}</span>
          <span>{messages.ui.percent(share)}</span>
        </div>
      )}
      <div className="flex h-1.25 flex-1 overflow-hidden rounded-full bg-line forced-colors:border">
        {parts.map((segment) => (
          <span
            key={segment.name}
            className={classNames('block h-full', tones[segment.tone], 'forced-colors:bg-[Highlight]')}
            style={{ width: `${(segment.value / Math.max(total, 1)) * 100}%` }}
          />
        ))}
      </div>
      {compact ? (
        <span className="min-w-8 text-end text-xs text-ink-2 tabular-nums">{messages.ui.percent(share)}</span>
      ) : null}
    </div>
  );
}

const tones = {
  green: 'bg-sourced',
  amber: 'bg-claim',
  violet: 'bg-opinion',
  grey: 'bg-nofact',
  blue: 'bg-pencil',
};
