'use client';

import { type ReactNode, useId } from 'react';
import { classNames } from './class-names';
import { CloseButton } from './Dialog';
import { useDialog } from './use-dialog';

type SheetProps = {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: string;
  readonly children: ReactNode;
  /** False leaves the page beside it usable: no scrim, no focus trap, a press outside does not close it. */
  readonly modal?: boolean;
};

/** A panel along the end side of the page, for narrow screens without a margin. */
export function SideSheet({ open, ...rest }: SheetProps) {
  return open ? (
    <Sheet
      {...rest}
      className="inset-y-0 start-auto end-0 h-dvh w-[min(25rem,100vw)] border-s min-[56.25rem]:max-wide:w-[max(20rem,100vw-43.5rem)] starting:translate-x-4 rtl:starting:-translate-x-4"
    />
  ) : null;
}

/** A panel below the header at the end side; it is as high as what it holds. */
export function PanelBelowHeader({ open, ...rest }: SheetProps) {
  return open ? (
    <Sheet
      {...rest}
      className="start-auto end-4 top-16 bottom-auto max-h-[calc(100dvh-5rem)] w-[min(24rem,calc(100vw-2rem))] rounded-2xl border starting:-translate-y-1"
    />
  ) : null;
}

/** A panel along the bottom, for phones. */
export function BottomSheet({ open, ...rest }: SheetProps) {
  return open ? (
    <Sheet
      {...rest}
      className="inset-x-0 top-auto bottom-0 max-h-[82dvh] w-full rounded-t-2xl border-t pb-[env(safe-area-inset-bottom)] starting:translate-y-4"
    />
  ) : null;
}

function Sheet({
  onOpenChange,
  title,
  children,
  modal = true,
  className,
}: Omit<SheetProps, 'open'> & { readonly className: string }) {
  const id = useId();
  const close = () => onOpenChange(false);
  return (
    <dialog
      {...useDialog({ modal, onClose: close })}
      aria-labelledby={id}
      className={classNames(
        'fixed z-40 m-0 max-h-dvh max-w-full flex-col border-line-2 bg-paper shadow-lift transition-[opacity,translate] open:flex starting:opacity-0 print:hidden',
        className,
      )}
    >
      <h2 id={id} className="px-5 pe-14 pt-4.5 pb-2 text-md font-semibold">
        {title}
      </h2>
      <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-5 pb-5">{children}</div>
      <CloseButton onClose={close} />
    </dialog>
  );
}
