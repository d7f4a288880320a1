import type { ReactNode } from 'react';
import { classNames } from './class-names';

type EmptyStateProps = {
  readonly title: string;
  /** What to do now, in a sentence. */
  readonly children?: ReactNode;
  readonly icon?: ReactNode;
  /** Buttons, the strong one first. */
  readonly actions?: ReactNode;
  /** 1 where it is the page. */
  readonly headingLevel?: 1 | 2 | 3;
  readonly className?: string | undefined;
};

/** What stands where nothing is yet: what this place is for and what to do. */
export function EmptyState({ title, children, icon, actions, headingLevel = 2, className }: EmptyStateProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <div
      className={classNames(
        'mx-auto flex max-w-form flex-col items-center px-4 py-14 text-center',
        className,
      )}
    >
      {icon === undefined ? null : (
        <div aria-hidden className="mb-3 text-ink-3 [&_svg]:size-7 [&_svg]:stroke-[1.4]">
          {icon}
        </div>
      )}
      <Heading className="font-serif text-xl font-semibold text-balance">{title}</Heading>
      {children === undefined ? null : <div className="mt-1.5 text-pretty text-ink-2">{children}</div>}
      {actions === undefined ? null : (
        <div className="mt-5 flex flex-wrap justify-center gap-2">{actions}</div>
      )}
    </div>
  );
}
