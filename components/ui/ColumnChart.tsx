type ColumnChartProps = {
  readonly columns: readonly { readonly name: string; readonly value: number }[];
};

const height = 132;
const foot = 22;
const head = 18;

/** Columns side by side: how values are spread over classes. Decoration: the figures are in the frame. */
export function ColumnChart({ columns }: ColumnChartProps) {
  const most = Math.max(1, ...columns.map(({ value }) => value));
  const width = 100 / Math.max(1, columns.length);
  return (
    <svg aria-hidden="true" width="100%" height={height} className="block overflow-visible">
      {columns.map(({ name, value }, at) => {
        const tall = (value / most) * (height - foot - head);
        const middle = `${(at + 0.5) * width}%`;
        return (
          <g key={name}>
            <rect
              x={`${(at + 0.14) * width}%`}
              y={height - foot - tall}
              width={`${width * 0.72}%`}
              height={tall}
              rx="2"
              className="fill-pencil forced-colors:fill-[Highlight]"
            />
            <text
              x={middle}
              y={height - foot - tall - 6}
              textAnchor="middle"
              className="fill-ink text-xs tabular-nums"
            >
              {value}
            </text>
            <text x={middle} y={height - 5} textAnchor="middle" className="fill-ink-2 text-2xs">
              {name}
            </text>
          </g>
        );
      })}
      <line x1="0" x2="100%" y1={height - foot} y2={height - foot} className="stroke-line-3" />
    </svg>
  );
}
