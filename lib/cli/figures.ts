/** One measured thing. `goal` is the most that it should be; without one it is there to be compared. */
export type Figure = {
  readonly what: string;
  readonly value: number;
  readonly unit: 'ms' | 'kB' | 'MB' | '×' | '/s' | '%';
  /** What else was seen, and over how many runs. */
  readonly more: string;
  readonly goal?: number;
};

/** The smallest value that at least `share` (0 to 1) of the values do not exceed. Throws RangeError for none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const found = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (found === undefined) throw new RangeError('Nothing was measured.');
  return found;
}

/** The value in the middle; of two in the middle the smaller. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** A number with its unit, as exact as it is meaningful: `4.2 ms`, `1,204 ms`, `3.1 ×`. */
export function show(value: number, unit: Figure['unit']): string {
  const digits = Math.abs(value) < 10 ? 1 : 0;
  const number = value.toLocaleString('en-GB', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return unit === '/s' ? `${number}/s` : `${number} ${unit}`;
}

/** `met`, `not met`, or nothing for a figure without a goal. */
export function verdictOf({ value, goal }: Figure): 'met' | 'not met' | '' {
  if (goal === undefined) return '';
  return value <= goal ? 'met' : 'not met';
}

/** The figures as a Markdown table whose columns also stand in line on a terminal. */
export function figureTable(figures: readonly Figure[]): string {
  const head = ['What', 'Measured', 'Goal', '', 'More'];
  const rows = figures.map((figure) => [
    figure.what,
    show(figure.value, figure.unit),
    figure.goal === undefined ? '' : `≤ ${show(figure.goal, figure.unit)}`,
    verdictOf(figure),
    figure.more,
  ]);
  const widths = head.map((name, column) =>
    Math.max(3, name.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
