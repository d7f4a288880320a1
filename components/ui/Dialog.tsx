'use client';

import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { messages } from '../messages';
import { classNames } from './class-names';

export type DialogProps = {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: string;
  readonly description?: ReactNode;
  readonly children?: ReactNode;
  /** Buttons at the foot, the strong one last. */
  readonly actions?: ReactNode;
  readonly size?: 'sm' | 'md' | 'lg';
  /** What gets the focus first; the first control otherwise. */
  readonly initialFocus?: RefObject<HTMLElement | null>;
};

/** A question or a task that must be finished or left before anything else. Escape leaves. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  children,
  actions,
  size = 'md',
  initialFocus,
}: DialogProps) {
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Base.Portal>
        <Base.Backdrop className={scrimClass} />
        <Base.Viewport className="fixed inset-0 z-40 grid place-items-center overflow-y-auto p-4 max-phone:place-items-end max-phone:p-0">
          <Base.Popup
            {...(initialFocus === undefined ? {} : { initialFocus })}
            className={classNames(
              'flex max-h-full w-full flex-col rounded-2xl border border-line-2 bg-sheet shadow-lift outline-none transition-[opacity,translate] data-ending-style:opacity-0 data-starting-style:translate-y-1 data-starting-style:opacity-0 max-phone:max-w-full max-phone:rounded-b-none',
              widths[size],
            )}
          >
            <DialogHead title={title} />
            <div className="min-h-0 overflow-y-auto px-5 pb-5">
              {description === undefined ? null : (
                <Base.Description render={<div />} className="text-ink-2 not-last:mb-3">
                  {description}
                </Base.Description>
              )}
              {children}
            </div>
            {actions === undefined ? null : (
              <div className="flex flex-wrap justify-end gap-2 border-t px-5 py-3">{actions}</div>
            )}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

/** Title and Close, shared by dialogs and sheets. */
export function DialogHead({ title }: { readonly title: string }) {
  return (
    <div className="flex items-start justify-between gap-3 px-5 pt-4 pb-2">
      <Base.Title className="pt-0.5 text-md font-semibold">{title}</Base.Title>
      <Base.Close
        aria-label={messages.ui.close}
        className="-me-2 grid size-7 shrink-0 place-items-center rounded-md text-ink-3 hover:bg-wash hover:text-ink"
      >
        <X aria-hidden className="size-4" />
      </Base.Close>
    </div>
  );
}

export const scrimClass =
  'fixed inset-0 z-40 bg-scrim transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0';

const widths = { sm: 'max-w-sm', md: 'max-w-lg', lg: 'max-w-3xl' };
