import { type ReactNode, useId } from 'react';
import { messages } from '../messages';
import { DataTable } from './DataTable';

/** The figures behind a chart, as a table: first the name of the row, then its values. */
export type ChartTable = {
  readonly head: readonly string[];
  readonly rows: readonly (readonly [string, ...(string | number)[]])[];
};

type ChartFrameProps = {
  readonly title: string;
  /** What the chart says, in a sentence; it stands below the title and is its text alternative. */
  readonly summary: string;
  readonly table: ChartTable;
  readonly children: ReactNode;
};

/** A chart with its title, what it says in words, and its figures behind a disclosure. */
export function ChartFrame({ title, summary, table, children }: ChartFrameProps) {
  const id = useId();
  return (
    <figure
      aria-labelledby={id}
      className="flex min-w-0 flex-col rounded-xl border bg-sheet px-4.5 pt-4 pb-2.5 print:break-inside-avoid"
    >
      <h2 id={id} className="text-md font-semibold">
        {title}
      </h2>
      <p className="mt-0.5 mb-4 text-sm text-pretty text-ink-2">{summary}</p>
      <div className="flex-1">{children}</div>
      <details className="mt-3 border-t pt-1 text-sm">
        <summary className="min-h-6 rounded-sm py-1 text-xs font-medium text-ink-2 hover:text-ink">
          {messages.ui.chartTable}
        </summary>
        <DataTable caption={title} stack={false} className="mt-1 max-h-72 overflow-y-auto">
          <thead>
            <tr>
              {table.head.map((name, at) => (
                <th key={name} scope="col" data-number={at === 0 ? undefined : ''}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map(([name, ...values]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {values.map((value, at) => (
                  <td key={table.head[at + 1]} data-number="">
                    {value}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </DataTable>
      </details>
    </figure>
  );
}
