import type { ReactNode } from 'react';
import { classNames } from './class-names';

type DataTableProps = {
  /** Names the table; read aloud, not shown. */
  readonly caption: string;
  /** thead and tbody. Cells of numbers carry `data-number`; chosen rows `aria-selected`. */
  readonly children: ReactNode;
  /** On phones each row becomes a block, its header on a line of its own; a cell's `data-label` then stands before it. */
  readonly stack?: boolean;
  readonly className?: string | undefined;
};

/** A dense table with hairlines; scrolls sideways by itself where it does not fit. */
export function DataTable({ caption, children, stack = true, className }: DataTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section aria-label={caption} tabIndex={0} className={classNames('relative overflow-x-auto', className)}>
      <table className="data-table" data-stack={stack ? '' : undefined}>
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </section>
  );
}
