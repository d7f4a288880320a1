import { useId } from 'react';
import { type ChartPaint, ChartPatterns, paintOf, Swatch } from './chart-paint';

type StackedBarProps = {
  readonly parts: readonly { readonly name: string; readonly value: number; readonly paint: ChartPaint }[];
};

/** A whole in its parts, one bar, with the parts named below it. Each part has a pattern of its own beside its colour. */
export function StackedBar({ parts }: StackedBarProps) {
  const id = useId();
  const total = Math.max(
    1,
    parts.reduce((sum, { value }) => sum + value, 0),
  );
  let from = 0;
  return (
    <>
      <svg aria-hidden="true" width="100%" height="26" className="block rounded-md">
        <ChartPatterns id={id} />
        <rect width="100%" height="26" className="fill-line" />
        {parts.map(({ name, value, paint }) => {
          const x = (100 * from) / total;
          from += value;
          return value === 0 ? null : (
            <rect
              key={name}
              x={`${x}%`}
              width={`${(100 * value) / total}%`}
              height="26"
              fill={paintOf(id, paint)}
              className="stroke-sheet stroke-2"
            />
          );
        })}
      </svg>
      <ul className="mt-3 flex flex-wrap gap-x-5 gap-y-1.5 text-sm">
        {parts.map(({ name, value, paint }) => (
          <li key={name} className="flex items-center gap-1.5">
            <Swatch paint={paint} />
            {name} <span className="text-ink-2 tabular-nums">{value}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
