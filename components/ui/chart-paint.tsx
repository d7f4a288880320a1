import { useId } from 'react';

/** How a part of a chart is painted: a colour and a pattern that tells it apart without the colour. */
export type ChartPaint = 'grey' | 'blue' | 'violet' | 'red' | 'green';

const colours: Readonly<Record<ChartPaint, string>> = {
  grey: 'var(--color-line-3)',
  blue: 'var(--color-person-0)',
  violet: 'var(--color-person-2)',
  red: 'var(--color-person-4)',
  green: 'var(--color-person-3)',
};

/** The patterns of one chart, for inside its svg; `id` keeps those of several charts apart. */
export function ChartPatterns({ id }: { readonly id: string }) {
  return (
    <defs>
      {Object.entries(colours).map(([paint, colour]) => (
        <pattern
          key={paint}
          id={`${id}${paint}`}
          width="7"
          height="7"
          patternUnits="userSpaceOnUse"
          patternTransform={paint === 'violet' ? 'rotate(45)' : paint === 'red' ? 'rotate(-45)' : undefined}
        >
          <rect width="7" height="7" fill={colour} />
          {lines(paint)}
        </pattern>
      ))}
    </defs>
  );
}

/** Grey has dots, blue is plain, violet and red are hatched each its way, green has level lines. */
function lines(paint: string) {
  const stroke = { stroke: 'var(--color-sheet)', strokeOpacity: 0.55, strokeWidth: 1.5 };
  switch (paint) {
    case 'grey':
      return <circle cx="3.5" cy="3.5" r="1.1" fill="var(--color-sheet)" fillOpacity="0.7" />;
    case 'violet':
    case 'red':
      return <line x1="3.5" x2="3.5" y1="0" y2="7" {...stroke} />;
    case 'green':
      return <line x1="0" x2="7" y1="3.5" y2="3.5" {...stroke} />;
    default:
      return null;
  }
}

/** The fill of a part, where `ChartPatterns` has the same `id`. */
export function paintOf(id: string, paint: ChartPaint): string {
  return `url(#${id}${paint})`;
}

/** A small square painted like its part, for before its name. */
export function Swatch({ paint }: { readonly paint: ChartPaint }) {
  const id = useId();
  return (
    <svg aria-hidden="true" width="14" height="14" className="shrink-0 rounded-xs">
      <ChartPatterns id={id} />
      <rect width="14" height="14" fill={paintOf(id, paint)} />
    </svg>
  );
}
