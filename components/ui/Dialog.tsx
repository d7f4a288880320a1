'use client';

import { X } from 'lucide-react';
import { type ReactNode, type RefObject, useId } from 'react';
import { messages } from '../messages';
import { classNames } from './class-names';
import { useDialog } from './use-dialog';

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
export function Dialog({ open, ...rest }: DialogProps) {
  return open ? <OpenDialog {...rest} /> : null;
}

function OpenDialog({
  onOpenChange,
  title,
  description,
  children,
  actions,
  size = 'md',
  initialFocus,
}: Omit<DialogProps, 'open'>) {
  const id = useId();
  const close = () => onOpenChange(false);
  const behaviour = useDialog({ modal: true, onClose: close, initialFocus });
  return (
    <dialog
      {...behaviour}
      aria-labelledby={id}
      aria-describedby={description === undefined ? undefined : `${id}-description`}
      className={classNames(
        'm-auto max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] rounded-2xl border border-line-2 bg-sheet shadow-lift transition-[opacity,translate] max-phone:mb-0 max-phone:w-full max-phone:max-w-full max-phone:rounded-b-none starting:translate-y-1 starting:opacity-0',
        widths[size],
      )}
    >
      <div className="flex max-h-[calc(100dvh-2rem)] flex-col">
        <h2 id={id} className="px-5 pe-14 pt-4.5 pb-2 text-md font-semibold">
          {title}
        </h2>
        <div className="min-h-0 overflow-y-auto px-5 pb-5">
          {description === undefined ? null : (
            <div id={`${id}-description`} className="text-ink-2 not-last:mb-3">
              {description}
            </div>
          )}
          {children}
        </div>
        {actions === undefined ? null : (
          <div className="flex flex-wrap justify-end gap-2 border-t px-5 py-3">{actions}</div>
        )}
      </div>
      <CloseButton onClose={close} />
    </dialog>
  );
}

/** The cross in the corner of dialogs and sheets; the last stop of the keyboard there. */
export function CloseButton({ onClose }: { readonly onClose: () => void }) {
  return (
    <button
      type="button"
      aria-label={messages.ui.close}
      onClick={onClose}
      className="absolute end-3 top-3.5 grid size-7 place-items-center rounded-md text-ink-3 hover:bg-wash hover:text-ink"
    >
      <X aria-hidden className="size-4" />
    </button>
  );
}

const widths = { sm: 'max-w-sm', md: 'max-w-lg', lg: 'max-w-3xl' };
