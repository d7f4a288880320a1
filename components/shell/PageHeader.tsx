import type { ReactNode } from 'react';

type PageHeaderProps = {
  readonly title: ReactNode;
  /** Small words after the title: "Revision 3 · Saved 14:02". */
  readonly meta?: ReactNode;
  /** What stands between title and actions: progress, people. Left out below 1024 px. */
  readonly children?: ReactNode;
  /** Buttons, the strong one last. */
  readonly actions?: ReactNode;
};

/** The head of a page: stays in sight, one line; on a phone what does not fit beside the title stands below it. */
export function PageHeader({ title, meta, children, actions }: PageHeaderProps) {
  return (
    <header className="sticky top-0 z-20 flex min-h-14 items-center gap-x-3.5 border-b bg-paper/92 px-5.5 py-2 backdrop-blur-sm max-phone:flex-wrap max-phone:gap-y-1.5 max-phone:px-4 print:static">
      <h1 className="min-w-0 max-w-full truncate text-md font-semibold">{title}</h1>
      {meta === undefined ? null : (
        <div className="shrink-0 text-[0.78125rem] whitespace-nowrap text-ink-3 max-md:hidden">{meta}</div>
      )}
      <div className="flex-1" />
      {children === undefined ? null : (
        <div className="flex items-center gap-4 max-lg:hidden">{children}</div>
      )}
      {actions === undefined ? null : (
        <div className="flex shrink-0 items-center gap-2 max-phone:max-w-full max-phone:flex-wrap print:hidden">
          {actions}
        </div>
      )}
    </header>
  );
}
