import type { ReactNode } from 'react';
import { classNames } from '../ui/class-names';

type PageBodyProps = {
  /** `wide` for tables and lists, `reading` for text and settings. */
  readonly width?: 'reading' | 'wide';
  readonly children: ReactNode;
  readonly className?: string | undefined;
};

/** The column below a page's head. */
export function PageBody({ width = 'wide', children, className }: PageBodyProps) {
  return (
    <div
      className={classNames(
        'mx-auto w-full px-5.5 pt-6 pb-20 max-phone:px-4',
        width === 'wide' ? 'max-w-6xl' : 'max-w-4xl',
        className,
      )}
    >
      {children}
    </div>
  );
}
