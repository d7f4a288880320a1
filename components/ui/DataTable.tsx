import type { ReactNode } from 'react';
import { classNames } from './class-names';

type DataTableProps = {
  /** Names the table; read aloud, not shown. */
  readonly caption: string;
  /** thead and tbody. Cells of numbers carry `data-number`; chosen rows `aria-selected`. */
  readonly children: ReactNode;
  readonly className?: string | undefined;
};

/** A dense table with hairlines; scrolls sideways by itself where it does not fit. */
export function DataTable({ caption, children, className }: DataTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section aria-label={caption} tabIndex={0} className={classNames('overflow-x-auto', className)}>
      <table className="data-table">
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </section>
  );
}
