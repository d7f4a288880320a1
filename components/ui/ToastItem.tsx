'use client';

import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { messages } from '../messages';
import { classNames } from './class-names';
import type { ShownToast } from './toast-request';

type ToastItemProps = { readonly toast: ShownToast; readonly onClose: (id: string) => void };

/** One toast; its time starts anew when the pointer or the focus leaves it. */
export function ToastItem({ toast, onClose }: ToastItemProps) {
  const [held, setHeld] = useState(false);
  const { id, message, tone = 'plain', onUndo } = toast;
  const action = onUndo === undefined ? toast.action : { label: messages.ui.undo, onAction: onUndo };
  const timeoutMs = toast.timeoutMs ?? (action === undefined && tone === 'plain' ? 5_000 : 10_000);

  useEffect(() => {
    if (held || timeoutMs === 0) return;
    const timer = setTimeout(() => onClose(id), timeoutMs);
    return () => clearTimeout(timer);
  }, [held, timeoutMs, id, onClose]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing at it only stops its clock
    <div
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className={classNames(
        'pointer-events-auto flex items-center gap-2 rounded-xl bg-ink py-1.5 ps-3.5 pe-1.5 text-paper shadow-lift transition-opacity starting:opacity-0 forced-colors:border',
        tone === 'danger' && 'border-s-4 border-danger',
      )}
    >
      <p role={tone === 'danger' ? 'alert' : undefined} className="min-w-0 flex-1 py-1">
        {message}
      </p>
      {action === undefined ? null : (
        <button
          type="button"
          onClick={() => {
            onClose(id);
            action.onAction();
          }}
          className="min-h-7 rounded-md px-2.5 font-semibold whitespace-nowrap underline decoration-paper/40 underline-offset-3 hover:bg-paper/12 focus-visible:outline-paper"
        >
          {action.label}
        </button>
      )}
      <button
        type="button"
        aria-label={messages.ui.dismiss}
        onClick={() => onClose(id)}
        className="grid size-7 shrink-0 place-items-center rounded-md opacity-80 hover:bg-paper/12 hover:opacity-100 focus-visible:outline-paper"
      >
        <X aria-hidden className="size-4" />
      </button>
    </div>
  );
}
