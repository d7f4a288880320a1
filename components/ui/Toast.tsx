'use client';

import { Toast as Base } from '@base-ui/react/toast';
import { X } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { messages } from '../messages';
import { classNames } from './class-names';

export type ToastRequest = {
  readonly message: string;
  /** `danger` has a red edge and stays longer; the message must say what failed without it. */
  readonly tone?: 'plain' | 'danger';
  /** Takes the action back; shows the button "Undo" and stays longer. */
  readonly onUndo?: (() => void) | undefined;
  /** Another action than Undo. */
  readonly action?: { readonly label: string; readonly onAction: () => void } | undefined;
  /** How long it stays; 0 keeps it until it is dismissed. It waits while pointed at or focused. */
  readonly timeoutMs?: number | undefined;
};

/** Shows and closes toasts. F6 moves the focus into them. */
export type Toaster = {
  readonly show: (toast: ToastRequest) => string;
  readonly close: (id: string) => void;
};

/** The toaster of the page; its functions never change. */
export function useToast(): Toaster {
  const { add, close } = Base.useToastManager();
  return useMemo(() => ({ show: (request) => add(toBase(request, close)), close }), [add, close]);
}

/** Gives the page its toasts; stands once, around everything. */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  return (
    <Base.Provider limit={3}>
      {children}
      <Base.Portal>
        <Base.Viewport
          aria-label={messages.ui.notifications}
          className="pointer-events-none fixed inset-x-0 bottom-0 z-50 mx-auto flex w-[min(30rem,100vw)] flex-col-reverse gap-2 p-4 print:hidden"
        >
          <ToastList />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

function ToastList() {
  const { toasts } = Base.useToastManager();
  return toasts.map((toast) => (
    <Base.Root
      key={toast.id}
      toast={toast}
      swipeDirection={['down', 'right']}
      className={classNames(
        'pointer-events-auto rounded-xl bg-ink text-paper shadow-lift transition-opacity data-ending-style:opacity-0 data-limited:hidden data-starting-style:opacity-0 forced-colors:border',
        toast.type === 'danger' && 'border-s-4 border-danger',
      )}
    >
      <Base.Content className="flex items-center gap-2 py-1.5 ps-3.5 pe-1.5">
        <Base.Title render={<p />} className="min-w-0 flex-1 py-1" />
        <Base.Action className="min-h-7 rounded-md px-2.5 font-semibold whitespace-nowrap underline decoration-paper/40 underline-offset-3 hover:bg-paper/12 focus-visible:outline-paper" />
        <Base.Close
          aria-label={messages.ui.dismiss}
          className="grid size-7 shrink-0 place-items-center rounded-md opacity-80 hover:bg-paper/12 hover:opacity-100 focus-visible:outline-paper"
        >
          <X aria-hidden className="size-4" />
        </Base.Close>
      </Base.Content>
    </Base.Root>
  ));
}

function toBase(request: ToastRequest, close: (id: string) => void) {
  const { message, tone = 'plain', onUndo, timeoutMs } = request;
  const action = onUndo === undefined ? request.action : { label: messages.ui.undo, onAction: onUndo };
  const id = crypto.randomUUID();
  return {
    id,
    title: message,
    type: tone,
    timeout: timeoutMs ?? (action === undefined && tone === 'plain' ? 5_000 : 10_000),
    ...(action === undefined
      ? {}
      : {
          actionProps: {
            children: action.label,
            onClick: () => {
              close(id);
              action.onAction();
            },
          },
        }),
  };
}
