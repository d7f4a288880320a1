type ProgressBarProps = {
  readonly label: string;
  /** How much is done; absent while nobody knows. */
  readonly value?: number | undefined;
  readonly max?: number;
  /** In words, shown above the bar: "12 of 40 paragraphs". */
  readonly text?: string | undefined;
};

/** Progress of work that takes a while. */
export function ProgressBar({ label, value, max = 100, text }: ProgressBarProps) {
  const share = value === undefined ? undefined : Math.min(1, value / Math.max(max, 1));
  return (
    <div>
      <div className="mb-1 flex justify-between gap-3 text-xs text-ink-2">
        <span>{label}</span>
        {text === undefined ? null : <span className="tabular-nums">{text}</span>}
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={value}
        aria-valuetext={text}
        className="h-1.5 overflow-hidden rounded-full bg-line forced-colors:border"
      >
        <div
          className={`h-full rounded-full bg-pencil forced-colors:bg-[Highlight] ${share === undefined ? 'w-1/3 animate-pulse' : ''}`}
          style={share === undefined ? undefined : { width: `${share * 100}%` }}
        />
      </div>
    </div>
  );
}
