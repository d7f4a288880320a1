import { type ReactNode, useId } from 'react';
import { classNames } from './class-names';

type SectionProps = {
  /** The part's own address on the page, behind #. */
  readonly id?: string | undefined;
  readonly title: string;
  /** One sentence below the title. */
  readonly hint?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string | undefined;
};

/** A part of a page of settings: a hairline, the title at the left, its content at the right. */
export function Section({ id: anchor, title, hint, children, className }: SectionProps) {
  const id = useId();
  return (
    <section
      id={anchor}
      aria-labelledby={id}
      className={classNames(
        'scroll-mt-16 grid gap-x-10 gap-y-4 border-t py-7 first:border-t-0 first:pt-1 lg:grid-cols-[15rem_minmax(0,1fr)]',
        className,
      )}
    >
      <div className="min-w-0 [overflow-wrap:anywhere]">
        <h2 id={id} className="text-md font-semibold">
          {title}
        </h2>
        {hint === undefined ? null : <p className="mt-1 text-sm text-pretty text-ink-2">{hint}</p>}
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  );
}
