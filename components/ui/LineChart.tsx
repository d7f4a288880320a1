type LineChartProps = {
  /** At least two values each, all as many; the same places in time. */
  readonly lines: readonly { readonly name: string; readonly values: readonly number[] }[];
  /** What stands below the first and the last place. */
  readonly from: string;
  readonly to: string;
};

const height = 150;

/** Up to three lines over time, told apart by their dashes and by the names at their ends. Decoration: see the frame. */
export function LineChart({ lines, from, to }: LineChartProps) {
  const most = Math.max(1, ...lines.flatMap(({ values }) => values));
  return (
    <div aria-hidden="true">
      <div className="flex gap-2">
        <div className="relative min-w-0 flex-1 border-b border-s border-line-3">
          <span className="absolute -top-1 start-1.5 text-2xs text-ink-2 tabular-nums">{most}</span>
          <svg
            role="presentation"
            width="100%"
            height={height}
            viewBox={`0 0 100 ${height}`}
            preserveAspectRatio="none"
            className="block overflow-visible"
          >
            {lines.map(({ name, values }, at) => (
              <polyline
                key={name}
                points={values
                  .map((value, place) => `${x(place, values.length)},${y(value, most)}`)
                  .join(' ')}
                fill="none"
                vectorEffect="non-scaling-stroke"
                strokeWidth="2"
                strokeLinejoin="round"
                {...looks[at % looks.length]}
              />
            ))}
          </svg>
        </div>
      </div>
      <div className="mt-1 flex justify-between text-2xs text-ink-2">
        <span>{from}</span>
        <span>{to}</span>
      </div>
      <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-sm">
        {lines.map(({ name, values }, at) => (
          <li key={name} className="flex items-center gap-1.5">
            <svg role="presentation" width="26" height="8" className="shrink-0">
              <line x1="0" x2="26" y1="4" y2="4" strokeWidth="2" {...looks[at % looks.length]} />
            </svg>
            {name} <span className="text-ink-2 tabular-nums">{values.at(-1)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

const x = (place: number, count: number): number => (100 * place) / Math.max(1, count - 1);
const y = (value: number, most: number): number => height - 3 - (value / most) * (height - 18);

const looks = [
  { stroke: 'var(--color-line-3)' },
  { stroke: 'var(--color-person-0)', strokeDasharray: '7 4' },
  { stroke: 'var(--color-person-3)', strokeDasharray: '2 3' },
] as const;
