'use client';

import { Dialog as Base } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { DialogHead, scrimClass } from './Dialog';

type SheetProps = {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: string;
  readonly children: ReactNode;
  /** False leaves the page beside it usable: no scrim, no focus trap, a press outside does not close it. */
  readonly modal?: boolean;
};

/** A panel along the end side of the page, for narrow screens without a margin. */
export function SideSheet(props: SheetProps) {
  return (
    <Sheet
      {...props}
      className="inset-y-0 end-0 w-[min(25rem,100vw)] border-s data-ending-style:translate-x-4 data-starting-style:translate-x-4 rtl:data-ending-style:-translate-x-4 rtl:data-starting-style:-translate-x-4"
    />
  );
}

/** A panel along the bottom, for phones. */
export function BottomSheet(props: SheetProps) {
  return (
    <Sheet
      {...props}
      className="inset-x-0 bottom-0 max-h-[82dvh] rounded-t-2xl border-t pb-[env(safe-area-inset-bottom)] data-ending-style:translate-y-4 data-starting-style:translate-y-4"
    />
  );
}

function Sheet({
  open,
  onOpenChange,
  title,
  children,
  modal = true,
  className,
}: SheetProps & { readonly className: string }) {
  return (
    <Base.Root
      open={open}
      onOpenChange={(next) => onOpenChange(next)}
      modal={modal}
      disablePointerDismissal={!modal}
    >
      <Base.Portal>
        {modal ? <Base.Backdrop className={scrimClass} /> : null}
        <Base.Popup
          className={classNames(
            'fixed z-40 flex flex-col border-line-2 bg-paper shadow-lift outline-none transition-[opacity,translate] data-ending-style:opacity-0 data-starting-style:opacity-0',
            className,
          )}
        >
          <DialogHead title={title} />
          <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-5 pb-5">{children}</div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
