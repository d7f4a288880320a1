type BarChartProps = {
  readonly bars: readonly { readonly name: string; readonly value: number }[];
};

/** Bars lying one below the other, each with its name and value in words. Decoration: the figures are in the frame. */
export function BarChart({ bars }: BarChartProps) {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const row = 30;
  return (
    <svg aria-hidden="true" width="100%" height={bars.length * row} className="block overflow-visible">
      {bars.map(({ name, value }, at) => (
        <g key={name} transform={`translate(0 ${at * row})`}>
          <text x="0" y="12" className="fill-ink text-[0.78125rem]">
            {name}
          </text>
          <text x="100%" y="12" textAnchor="end" className="fill-ink-2 text-[0.78125rem] tabular-nums">
            {value}
          </text>
          <rect x="0" y="17" width="100%" height="5" rx="2.5" className="fill-line" />
          <rect
            x="0"
            y="17"
            width={`${(100 * value) / most}%`}
            height="5"
            rx="2.5"
            className="fill-pencil forced-colors:fill-[Highlight]"
          />
        </g>
      ))}
    </svg>
  );
}
